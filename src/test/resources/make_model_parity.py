#!/usr/bin/env python3
"""Writes model_parity.json: one forward/backward pass and five optimiser steps of stacked autoencoders, in float64, by PyTorch.

Each case is a settings file of the app ("config") on one batch of images and initial parameters given by formula, so that an
implementation can be held to it number by number (float32: 1e-5 relative). Names and shapes follow PyTorch's state_dict:
encoder.0.weight [outputs, inputs]; a tied decoder has no weights, the encoder's gradients are the sum of both uses.
Noise is left out: it is a matter of the input. Debian: python3-torch
"""
import json, os, torch, torch.nn.functional as F

torch.set_default_dtype(torch.float64)
N, B, STEPS = 12, 5, 5
ACTIVATIONS = {"sigmoid": torch.sigmoid, "relu": F.relu, "leaky-relu": F.leaky_relu, "tanh": torch.tanh, "elu": F.elu,
               "linear": lambda z: z}


def wave(rows, cols, phase):
    i = torch.arange(rows * cols, dtype=torch.float64)
    return (0.5 * torch.sin(1.7 * i + phase)).reshape(rows, cols)


def optimiser(config, parameters):
    lr, decay = config["lr"], config.get("weight-decay", 0)
    kind, momentum = config.get("optimiser", "adam"), config.get("momentum", 0.9)
    if kind in ("sgd", "momentum", "nesterov"):
        return torch.optim.SGD(parameters, lr=lr, momentum=0 if kind == "sgd" else momentum,
                               nesterov=kind == "nesterov", weight_decay=decay)
    return {"rmsprop": torch.optim.RMSprop, "adam": torch.optim.Adam, "adamw": torch.optim.AdamW}[kind](
        parameters, lr=lr, weight_decay=decay)


def loss_of(config, z, y, x):
    kind = config.get("loss", "mse")
    if kind == "mse":
        return F.mse_loss(y, x)
    if kind == "sse":
        return ((y - x) ** 2).sum(1).mean()
    if kind == "bce":
        return F.binary_cross_entropy_with_logits(z, x)
    if kind == "bernoulli":
        return F.binary_cross_entropy_with_logits(z, x, reduction="sum") / len(x)
    if kind == "gaussian":
        return F.mse_loss(y, x, reduction="sum") / (2 * len(x))
    return F.l1_loss(y, x)


def run(config):
    config = {"lr": 0.01, **config}
    tied, units = config.get("model") == "tied", [N, *config.get("hidden", []), config["latent"]]
    depth = len(units) - 1
    x = (((torch.arange(B * N) * 37) % 101) / 100.0).reshape(B, N)
    name = lambda side, i: side if depth == 1 else f"{side}.{i}"
    p, phase = {}, 0.0
    for side, sizes in (("encoder", units), ("decoder", units[::-1])):
        for i in range(depth):
            if side == "encoder" or not tied:
                p[f"{name(side, i)}.weight"] = wave(sizes[i + 1], sizes[i], phase)
            p[f"{name(side, i)}.bias"] = wave(1, sizes[i + 1], phase + 0.5)[0]
            phase += 1.0
    p = {k: v.clone().requires_grad_() for k, v in p.items()}
    opt = optimiser(config, list(p.values()))
    cycle = config.get("schedule") == "one-cycle" and torch.optim.lr_scheduler.OneCycleLR(
        opt, config["lr"], STEPS, pct_start=config["warm-up"])
    out = {"config": config, "initial": {k: v.tolist() for k, v in p.items()}, "losses": []}
    for step in range(STEPS):
        opt.zero_grad()
        a = x
        for i in range(depth):
            f = config.get("code-activation" if i == depth - 1 else "encoder-activation", "sigmoid")
            a = ACTIVATIONS[f](F.linear(a, p[f"{name('encoder', i)}.weight"], p[f"{name('encoder', i)}.bias"]))
        code = a
        for i in range(depth):
            f = config.get("output-activation" if i == depth - 1 else "decoder-activation", "sigmoid")
            w = p[f"{name('encoder', depth - 1 - i)}.weight"].T if tied else p[f"{name('decoder', i)}.weight"]
            z = F.linear(a, w, p[f"{name('decoder', i)}.bias"])
            a = ACTIVATIONS[f](z)
        loss = loss_of(config, z, a, x)
        (loss + config.get("sparsity", 0) * code.abs().sum(1).mean()).backward()
        if config.get("clip", 0):
            torch.nn.utils.clip_grad_norm_(p.values(), config["clip"])
        if step == 0:
            out["latent"], out["reconstruction"] = code.tolist(), a.tolist()
            out["gradients"] = {k: v.grad.tolist() for k, v in p.items()}
        out["losses"].append(loss.item())
        opt.step()
        if cycle and step < STEPS - 1:
            cycle.step()
    out["after"] = {k: v.tolist() for k, v in p.items()}
    return out


CASES = {}
for f in ACTIVATIONS:
    CASES[f"stack of {f}"] = {"hidden": [7, 5], "latent": 3, "code-activation": f,
                              **({} if f == "linear" else {"encoder-activation": f, "decoder-activation": f})}
CASES["tied stack"] = {"model": "tied", "hidden": [7, 5], "latent": 3, "encoder-activation": "tanh",
                       "decoder-activation": "elu", "code-activation": "linear"}
for kind in ("sse", "bce", "mae", "bernoulli", "gaussian"):
    CASES[f"loss {kind}"] = {"hidden": [7], "latent": 3, "loss": kind}
for kind in ("mse", "mae"):
    CASES[f"linear output, {kind}"] = {"latent": 4, "loss": kind, "output-activation": "linear"}
for kind in ("sgd", "momentum", "nesterov", "rmsprop", "adamw"):
    CASES[f"optimiser {kind}"] = {"latent": 4, "optimiser": kind, "lr": 0.1 if kind in ("sgd", "momentum", "nesterov") else 0.01}
for kind in ("sgd", "adam", "adamw"):
    CASES[f"weight decay with {kind}"] = {"latent": 4, "optimiser": kind, "weight-decay": 0.1}
for kind in ("adam", "adamw", "momentum", "nesterov"):
    CASES[f"one cycle with {kind}"] = {"latent": 4, "optimiser": kind, "schedule": "one-cycle", "warm-up": 0.4, "lr": 0.05}
CASES["clipped"] = {"model": "tied", "hidden": [7], "latent": 4, "clip": 0.01, "optimiser": "momentum", "lr": 1}
CASES["sparse"] = {"hidden": [7], "latent": 4, "sparsity": 0.05, "code-activation": "tanh"}


def schedules():
    """Learning rates of every batch over 6 epochs of 4 batches, relative to the one that is set."""
    out, epochs, batches = {}, 6, 4
    make = {"step": lambda o: torch.optim.lr_scheduler.StepLR(o, 2, 0.3),
            "cosine": lambda o: torch.optim.lr_scheduler.CosineAnnealingLR(o, epochs),
            "one-cycle": lambda o: torch.optim.lr_scheduler.OneCycleLR(o, 1.0, epochs * batches, pct_start=0.25),
            "warm-up": lambda o: torch.optim.lr_scheduler.LambdaLR(o, lambda t: min(1.0, (t + 1) / 6))}
    for kind, scheduler in make.items():
        opt = torch.optim.SGD([torch.zeros(1, requires_grad=True)], lr=1.0, momentum=0.9)
        schedule, rates, momenta = scheduler(opt), [], []
        for epoch in range(epochs):
            for batch in range(batches):
                rates.append(opt.param_groups[0]["lr"])
                momenta.append(opt.param_groups[0]["momentum"])
                opt.step()
                if kind in ("one-cycle", "warm-up") and len(rates) < epochs * batches:
                    schedule.step()
            if kind in ("step", "cosine"):
                schedule.step()
        out[kind] = rates
        if kind == "one-cycle":
            cycled = momenta
    # Among them gains below the relative threshold of 1e-4, one by one and added up.
    losses = [5, 4, 4.5, 4.2, 4.1, 3.9, 4, 4, 4, 4, 4, 4, 3.89998, 3.89996, 3.89994, 3.89992, 3.8999, 3.8, 3.79998, 3.79996, 3.79994,
              3.79992, 3.7995]
    opt = torch.optim.SGD([torch.zeros(1, requires_grad=True)], lr=1.0)
    plateau, rates = torch.optim.lr_scheduler.ReduceLROnPlateau(opt, factor=0.3, patience=2, eps=0), []
    for loss in losses:
        rates.append(opt.param_groups[0]["lr"])
        plateau.step(loss)
    return {"epochs": epochs, "batches": batches, "factor": 0.3, "schedule-epochs": 2, "warm-up": 0.25, "rates": out, "one-cycle momenta": cycled,
            "plateau": {"losses": losses, "rates": rates}}


path = os.path.join(os.path.dirname(os.path.abspath(__file__)), "model_parity.json")
x = (((torch.arange(B * N) * 37) % 101) / 100.0).reshape(B, N)
rounded = json.loads(json.dumps({"inputs": N, "batch": B, "x": x.tolist(),
                                 "cases": {name: run(config) for name, config in CASES.items()},
                                 "schedules": schedules()}), parse_float=lambda t: float(f"{float(t):.9g}"))
json.dump(rounded, open(path, "w"), separators=(",", ":"))
