#!/usr/bin/env python3
"""Writes variational_parity.json beside itself: what PyTorch, in float64, makes of variational models with given noise.

Needs PyTorch only. Each case is a configuration drawn at random, with one batch: its moments, samples, reconstructions,
divergence and gradients, and the losses and parameters of five Adam steps. Beta, free nats and the share of beta that
counts in each step are drawn too. Run it again after changing what is drawn; the numbers are the same each time.
"""
import json
import pathlib
import random

import torch
import torch.nn.functional as F

SIZES = [1, 2, 3, 7, 8, 9, 15, 16, 17, 20, 31, 33]
STEPS = 5


def activation(word):
    return {
        "sigmoid": torch.sigmoid,
        "relu": F.relu,
        "leaky-relu": F.leaky_relu,
        "tanh": torch.tanh,
        "elu": F.elu,
        "linear": lambda x: x,
    }[word]


def rounded(tensor):
    """Nine digits are what a float32 has, and as many as it needs."""
    return [float(f"{x:.9g}") for x in tensor.detach().flatten().tolist()]


def case(number):
    chance = random.Random(number)
    torch.manual_seed(number)
    pick = chance.choice
    hidden = [pick(SIZES) for _ in range(number % 3)]
    latent = pick(SIZES)
    loss = ["bernoulli", "gaussian"][number % 2]
    config = {
        "model": "variational",
        "hidden": hidden,
        "latent": latent,
        "loss": loss,
        "output-activation": "sigmoid" if loss == "bernoulli" else pick(["sigmoid", "linear"]),
        "encoder-activation": pick(["sigmoid", "relu", "leaky-relu", "tanh", "elu"]),
        "decoder-activation": pick(["sigmoid", "relu", "leaky-relu", "tanh", "elu"]),
        "beta": pick([1, 0.25, 4, 0]),
        "free-bits": pick([0, 0, 0.05, 0.2]),
        "clip": pick([0, 0, 0.5]),
        "lr": 0.01,
        "epochs": 10,
    }
    height, width, batch = pick([1, 3, 5]), pick([4, 7, 11]), pick([1, 3, 8, 13, 33])
    shares = [1.0] + [chance.random() for _ in range(STEPS)]
    inputs = height * width
    units = [inputs] + hidden + [latent]
    arrays = {}

    def layer(name, rows, columns):
        bound = columns**-0.5
        for part, shape in (("weight", (rows, columns)), ("bias", (rows,))):
            values = (torch.rand(shape, dtype=torch.float32) * 2 - 1) * bound * 1.5
            arrays[name + "." + part] = values.double().requires_grad_()

    def name(side, index):
        return side if len(units) == 2 else f"{side}.{index}"

    depth = len(units) - 1
    for i in range(depth):
        layer(name("encoder", i), units[i + 1] * (2 if i == depth - 1 else 1), units[i])
    for i in range(depth):
        layer(name("decoder", i), units[depth - 1 - i], units[depth - i])
    x = torch.rand(batch, inputs, dtype=torch.float32)
    x[torch.rand(batch, inputs) < 0.4] = 0
    x = x.double()
    noise = torch.randn(batch, latent, dtype=torch.float32).double()

    def linear(values, side, index):
        full = name(side, index)
        return F.linear(values, arrays[full + ".weight"], arrays[full + ".bias"])

    def forward():
        values = x
        for i in range(depth - 1):
            values = activation(config["encoder-activation"])(linear(values, "encoder", i))
        moments = linear(values, "encoder", depth - 1)
        mean, log_variance = moments.chunk(2, dim=1)
        code = mean + noise * (log_variance / 2).exp()
        values = code
        for i in range(depth - 1):
            values = activation(config["decoder-activation"])(linear(values, "decoder", i))
        sums = linear(values, "decoder", depth - 1)
        image = activation(config["output-activation"])(sums)
        if loss == "bernoulli":
            distance = F.binary_cross_entropy_with_logits(sums, x, reduction="sum") / batch
        else:
            distance = F.mse_loss(image, x, reduction="sum") / (2 * batch)
        units_kl = ((mean**2 + log_variance.exp() - log_variance - 1) / 2).mean(0)
        return moments, code, image, distance, units_kl

    def step_loss(share):
        moments, code, image, distance, units_kl = forward()
        counted = units_kl.clamp(min=config["free-bits"]) if config["free-bits"] > 0 else units_kl
        return distance + share * config["beta"] * counted.sum()

    initial = {key: rounded(value) for key, value in arrays.items()}
    moments, code, image, distance, units_kl = forward()
    margin = min((abs(config["free-bits"] - kl) for kl in units_kl.tolist()), default=1)
    assert config["free-bits"] == 0 or margin > 1e-4, "a unit is at the edge of its free nats"
    optimiser = torch.optim.Adam(arrays.values(), lr=config["lr"])
    result = {
        "config": config,
        "height": height,
        "width": width,
        "batch": batch,
        "shares": shares,
        "initial": initial,
        "x": rounded(x),
        "noise": rounded(noise),
        "moments": rounded(moments),
        "code": rounded(code),
        "reconstruction": rounded(image),
        "distance": distance.item(),
        "divergence": units_kl.sum().item(),
    }
    for turn in range(STEPS + 1):
        optimiser.zero_grad()
        total = step_loss(shares[turn])
        total.backward()
        if turn == 0:
            result["gradients"] = {key: rounded(value.grad) for key, value in arrays.items()}
            if config["clip"] > 0:
                norm = torch.sqrt(sum((value.grad**2).sum() for value in arrays.values())).item()
                factor = min(1.0, config["clip"] / (norm + 1e-6))
                result["gradients"] = {key: rounded(value.grad * factor) for key, value in arrays.items()}
            result["losses"] = []
            continue
        if config["clip"] > 0:
            torch.nn.utils.clip_grad_norm_(arrays.values(), config["clip"])
        result["losses"].append(forward()[3].item())
        optimiser.step()
    result["after"] = {key: rounded(value) for key, value in arrays.items()}
    return result


if __name__ == "__main__":
    torch.set_num_threads(1)
    path = pathlib.Path(__file__).with_name("variational_parity.json")
    path.write_text(json.dumps([case(number) for number in range(12)], separators=(",", ":")) + "\n")
