#!/usr/bin/env python3
"""Writes colour_parity.json: five steps of training on images of three channels, in float64, by PyTorch.

Each case has the images as an array of bytes [n, 3, height, width] by formula, as PyTorch's loaders give them, a model that flattens
them, and what the losses, gradients and parameters become. So it is held to the order of channels, rows and columns, too: every
pixel has a value of its own. Debian: python3-torch
"""
import json, os, torch
from torch import nn

torch.set_default_dtype(torch.float64)
N, H, W, STEPS = 6, 3, 4, 5


def images():
    n, c, h, w = torch.meshgrid(torch.arange(N), torch.arange(3), torch.arange(H), torch.arange(W), indexing="ij")
    return (n * 67 + c * 91 + h * 29 + w * 13 + c * h * w * 7) % 256


def parameters(module):
    with torch.no_grad():
        for phase, p in enumerate(module.parameters()):
            p.copy_((0.5 * torch.sin(1.7 * torch.arange(p.numel()) + phase)).reshape(p.shape))


def run(tied):
    encoder, decoder = nn.Linear(3 * H * W, 5), nn.Linear(5, 3 * H * W)
    parameters(encoder)
    parameters(decoder)
    names = {"encoder.weight": encoder.weight, "encoder.bias": encoder.bias, "decoder.bias": decoder.bias}
    if not tied:
        names["decoder.weight"] = decoder.weight
    x = images() / 255.0
    opt = torch.optim.Adam(list(names.values()), lr=0.01)
    out = {"initial": {k: v.tolist() for k, v in names.items()}, "losses": []}
    for step in range(STEPS):
        opt.zero_grad()
        code = torch.sigmoid(encoder(nn.Flatten()(x)))
        z = nn.functional.linear(code, encoder.weight.T if tied else decoder.weight, decoder.bias)
        y = torch.sigmoid(z).unflatten(1, (3, H, W))
        loss = nn.functional.mse_loss(y, x)
        loss.backward()
        if step == 0:
            out["reconstruction"] = y.tolist()
            out["gradients"] = {k: v.grad.tolist() for k, v in names.items()}
        out["losses"].append(loss.item())
        opt.step()
    out["after"] = {k: v.tolist() for k, v in names.items()}
    return out


path = os.path.join(os.path.dirname(os.path.abspath(__file__)), "colour_parity.json")
written = json.loads(json.dumps({"images": N, "height": H, "width": W, "bytes": images().flatten().tolist(), "simple": run(False),
                                 "tied": run(True)}), parse_float=lambda t: float(f"{float(t):.9g}"))
json.dump(written, open(path, "w"), separators=(",", ":"))
