#!/usr/bin/env python3
"""Writes random_parity.json: random configurations of the app, each with one backward pass and some optimiser steps by PyTorch.

The numbers are float64's. Parameters and images are whole multiples of 2^-24 from a hash, so that no file need hold them and both
sides start from the same float32 numbers; among them are signed zeros, denormal pixels and units all of whose weights are zero.
Layers are as wide as the vectors of any processor, one more, one less, and several; batches and short last batches likewise.

An array of results is {"max": its largest magnitude, "q": base64 of its numbers in 24 bits each, as shares of that}, to which it is
exact within 6e-8. "stray" says how far PyTorch's own float32 ends from float64, the furthest of eight orders in
which to add up images and what goes into a unit. Configurations whose float32 gradient is off by more than 4e-6 there already, or which come too near a
kink (of ReLU, of the absolute error) for any float32 to tell its side, are drawn anew. Debian: python3-torch
"""
import base64, json, os, random, torch, torch.nn.functional as F

CASES = 240
WIDTHS = [1, 2, 3, 4, 5, 7, 8, 9, 15, 16, 17, 31, 32, 33]
PIXELS = [(1, 1), (1, 3), (2, 4), (3, 3), (3, 5), (4, 4), (1, 17), (4, 8), (3, 11), (7, 7)]
BATCHES = [1, 2, 3, 8, 15, 17, 33]
ACTIVATIONS = {"sigmoid": torch.sigmoid, "relu": F.relu, "leaky-relu": F.leaky_relu, "tanh": torch.tanh, "elu": F.elu,
               "linear": lambda z: z}
MASK = (1 << 64) - 1
torch.set_num_threads(1)


def hashed(seed, count):
    """Numbers from -1 to 1, by SplitMix64."""
    out = []
    for i in range(count):
        z = (seed + (i + 1) * 0x9E3779B97F4A7C15) & MASK
        z = ((z ^ (z >> 30)) * 0xBF58476D1CE4E5B9) & MASK
        z = ((z ^ (z >> 27)) * 0x94D049BB133111EB) & MASK
        z ^= z >> 31
        out.append((z >> 40) / 2 ** 23 - 1)
    return out


def pixels(seed, count):
    """Mostly grey, many quite black or white, some -0.0, some denormal."""
    rare = [0.0, 0.0, 1.0, -0.0, 2.0 ** -140]
    out = []
    for i, v in enumerate(hashed(seed, count)):
        out.append(rare[int((v + 1) * 2 ** 12) % 5] if i % 4 == 0 else (v + 1) / 2)
    return out


def parameters(config, inputs, seed):
    """Name -> [rows, columns] or [rows]; as wide as 1/sqrt(fan in) rounded to a power of two; every seventh unit is all zero."""
    tied, units = config["model"] == "tied", [inputs, *config["hidden"], config["latent"]]
    depth, p = len(units) - 1, {}
    for side, sizes in (("encoder", units), ("decoder", units[::-1])):
        for i in range(depth):
            name = side if depth == 1 else f"{side}.{i}"
            rows, columns = sizes[i + 1], sizes[i]
            scale = 2.0
            while scale * scale * columns > 4:
                scale /= 2
            dead = [config["dead"] and rows > 2 and (r + 3) % 7 == 0 and not (side == "decoder" and i == depth - 1) for r in range(rows)]
            if side == "encoder" or not tied:
                seed += 1
                numbers = hashed(seed << 32, rows * columns)
                p[f"{name}.weight"] = [[-0.0 if dead[r] else scale * numbers[r * columns + c] for c in range(columns)] for r in range(rows)]
            seed += 1
            numbers = hashed(seed << 32, rows)
            p[f"{name}.bias"] = [-0.0 if dead[r] else scale * numbers[r] for r in range(rows)]
    return p


def optimiser(config, parameters):
    kind, lr, decay = config["optimiser"], config["lr"], config["weight-decay"]
    if kind in ("sgd", "momentum", "nesterov"):
        return torch.optim.SGD(parameters, lr=lr, momentum=0 if kind == "sgd" else config["momentum"], nesterov=kind == "nesterov",
                               weight_decay=decay)
    return {"rmsprop": torch.optim.RMSprop, "adam": torch.optim.Adam, "adamw": torch.optim.AdamW}[kind](
        parameters, lr=lr, weight_decay=decay)


def scheduler(config, opt, epochs, batches):
    """The schedule, and whether it steps each batch ("batch"), each epoch ("epoch") or by the validation loss ("loss")."""
    kind, steps, s = config["schedule"], epochs * batches, torch.optim.lr_scheduler
    if kind == "step":
        return s.StepLR(opt, config["schedule-epochs"], config["schedule-factor"]), "epoch"
    if kind == "cosine":
        return s.CosineAnnealingLR(opt, epochs), "epoch"
    if kind == "one-cycle":
        return s.OneCycleLR(opt, config["lr"], steps, pct_start=config["warm-up"],
                            cycle_momentum=config["optimiser"] not in ("sgd", "rmsprop")), "batch"
    if kind == "warm-up":
        return s.LambdaLR(opt, lambda t: min(1.0, (t + 1) / (config["warm-up"] * steps))), "batch"
    if kind == "plateau":
        return s.ReduceLROnPlateau(opt, factor=config["schedule-factor"], patience=config["schedule-epochs"]), "loss"
    return s.LambdaLR(opt, lambda t: 1.0), "epoch"


def train(case, dtype, order=None):
    """Another order is another rounding, and in exact numbers the same."""
    shuffled = lambda n: torch.randperm(n, generator=torch.Generator().manual_seed(order)) if order else torch.arange(n)
    linear = lambda a, w, b: F.linear(a[:, shuffled(a.shape[1])], w[:, shuffled(a.shape[1])], b)
    config, inputs = case["config"], case["height"] * case["width"]
    depth, tied = len(config["hidden"]) + 1, config["model"] == "tied"
    make = lambda v: torch.tensor(v, dtype=torch.float32).to(dtype)
    p = {k: make(v).requires_grad_() for k, v in parameters(config, inputs, case["seed"]).items()}
    clean = make(pixels(case["seed"], case["batch"] * inputs)).reshape(-1, inputs)
    noisy = clean if config["noise"] == "none" else make(pixels(case["seed"] + 7, case["batch"] * inputs)).reshape(-1, inputs)
    opt = optimiser(config, list(p.values()))
    schedule, pace = scheduler(config, opt, case["epochs"], case["batches"])
    nearest, first, losses = [], None, []
    name = lambda side, i: side if depth == 1 else f"{side}.{i}"
    for epoch in range(case["epochs"]):
        for batch in range(case["batches"]):
            count = case["short"] if batch == case["batches"] - 1 else case["batch"]
            x, a = clean[:count], noisy[:count]
            x, a = x[shuffled(count)], a[shuffled(count)]
            opt.zero_grad()
            for i in range(depth):
                f = config["code-activation" if i == depth - 1 else "encoder-activation"]
                z = linear(a, p[f"{name('encoder', i)}.weight"], p[f"{name('encoder', i)}.bias"])
                if f in ("relu", "leaky-relu"):
                    nearest.append(z.detach().abs().reshape(-1))
                a = ACTIVATIONS[f](z)
            code = a
            for i in range(depth):
                f = config["output-activation" if i == depth - 1 else "decoder-activation"]
                w = p[f"{name('encoder', depth - 1 - i)}.weight"].T if tied else p[f"{name('decoder', i)}.weight"]
                z = linear(a, w, p[f"{name('decoder', i)}.bias"])
                if f in ("relu", "leaky-relu"):
                    nearest.append(z.detach().abs().reshape(-1))
                a = ACTIVATIONS[f](z)
            if config["loss"] == "mae":
                nearest.append((a - x).detach().abs().reshape(-1))
            loss = {"mse": lambda: F.mse_loss(a, x), "sse": lambda: ((a - x) ** 2).sum(1).mean(),
                    "bce": lambda: F.binary_cross_entropy_with_logits(z, x), "mae": lambda: F.l1_loss(a, x)}[config["loss"]]()
            if config["sparsity"] > 0 and config["code-activation"] in ("linear", "tanh", "elu"):
                nearest.append(code.detach().abs().reshape(-1))
            (loss + config["sparsity"] * code.abs().sum(1).mean()).backward()
            if config["clip"]:
                torch.nn.utils.clip_grad_norm_(p.values(), config["clip"])
            if first is None:
                first = {k: v.grad.clone() for k, v in p.items()}
            losses.append(loss.item())
            opt.step()
            if pace == "batch" and len(losses) < case["epochs"] * case["batches"]:
                schedule.step()
        if pace == "epoch":
            schedule.step()
        if pace == "loss":
            schedule.step(case["valid"][epoch])
    near = torch.cat(nearest) if nearest else torch.ones(1)
    near = near[near != 0]
    return first, {k: v.detach() for k, v in p.items()}, losses, near.min().item() if near.numel() else 1


def draw(r):
    pick = lambda *values: r.choice(values)
    inner = [f for f in ACTIVATIONS if f != "linear"]
    depth = pick(0, 0, 1, 1, 2, 3)
    kind = pick("sgd", "momentum", "nesterov", "rmsprop", "adam", "adam", "adamw")
    loss = pick("mse", "mse", "sse", "bce", "mae")
    config = {"model": pick("simple", "tied"), "hidden": [r.choice(WIDTHS) for _ in range(depth)], "latent": r.choice(WIDTHS),
              "encoder-activation": r.choice(inner), "code-activation": r.choice(list(ACTIVATIONS)),
              "decoder-activation": r.choice(inner), "output-activation": "sigmoid" if loss == "bce" else pick("sigmoid", "linear"),
              "loss": loss, "noise": pick("none", "none", "gaussian", "masking"), "sparsity": pick(0.0, 0.0, 0.01),
              "optimiser": kind, "lr": pick(0.1, 0.03) if kind in ("sgd", "momentum", "nesterov") else pick(0.01, 0.001),
              "momentum": pick(0.5, 0.9), "schedule": pick("constant", "step", "cosine", "one-cycle", "warm-up", "plateau"),
              "schedule-factor": pick(0.3, 0.5), "schedule-epochs": pick(1, 2), "warm-up": pick(0.1, 0.25, 0.45, 0.7),
              "weight-decay": pick(0.0, 0.0, 0.01, 0.1), "clip": pick(0.0, 0.0, 0.05, 1.0)}
    epochs, batches = pick((5, 1), (1, 5), (2, 3), (3, 2))
    height, width = r.choice(PIXELS)
    batch = r.choice(BATCHES)
    valid, base = [], 1.0
    for _ in range(epochs):
        # Real gains, and gains too small for a plateau to count: a twentieth and a half of its relative threshold of 1e-4.
        base *= 1 - pick(0, 5e-6, 5e-5, 0.01)
        valid.append(base)
    return {"config": config, "height": height, "width": width, "batch": batch, "short": r.randint(1, batch), "epochs": epochs,
            "batches": batches, "valid": valid, "seed": r.getrandbits(24), "dead": r.random() < 0.3}


def packed(array):
    numbers = array.double().reshape(-1)
    largest = float(f"{numbers.abs().max().item():.9g}")
    q = [0 if largest == 0 else max(-8388607, min(8388607, round(v / largest * 8388607))) for v in numbers.tolist()]
    return {"max": largest, "q": base64.b64encode(b"".join(v.to_bytes(3, "little", signed=True) for v in q)).decode()}


r, cases, anew = random.Random(20), [], 0
while len(cases) < CASES:
    case = draw(r)
    case["config"]["dead"] = case.pop("dead")
    try:
        first, after, losses, nearest = train(case, torch.float64)
        others = [train(case, torch.float32, order) for order in range(8)]
    except ZeroDivisionError:
        anew += 1  # PyTorch's OneCycleLR cannot be made with a warm-up of exactly one step
        continue
    off = max(((o[0][k].double() - v).abs().max() / v.abs().max().clamp(min=1e-30)).item() for o in others for k, v in first.items())
    if nearest < 1e-5 or off > 4e-6:
        anew += 1
        continue
    config = case["config"]
    case["dead"] = config.pop("dead")
    case["losses"] = [float(f"{v:.9g}") for v in losses]
    case["gradients"] = {k: packed(v) for k, v in first.items()}
    case["after"] = {k: packed(v) for k, v in after.items()}
    case["losses stray"] = float(f"{max(abs(a - b) for o in others for a, b in zip(o[2], losses)):.3g}")
    case["stray"] = {k: float(f"{max((o[1][k].double() - v).abs().max().item() for o in others):.3g}") for k, v in after.items()}
    cases.append(case)
print(anew, "drawn anew")
path = os.path.join(os.path.dirname(os.path.abspath(__file__)), "random_parity.json")
with open(path, "w") as out:
    out.write("[" + ",\n".join(json.dumps(case, separators=(",", ":")) for case in cases) + "]\n")
