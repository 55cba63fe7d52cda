#!/usr/bin/env python3
"""Writes convolution_parity.json: passes, gradients and five Adam steps of convolutional autoencoders, by PyTorch in float64.

Parameters and images are given by formula (see start and images), so that only what comes out is kept, of large models
every so many-th number of it ("every"). Layers are written as the setting "hidden" has them. Adam makes much of gradients
that are next to nothing, whose last digits are chance in float32: the start ("phase") is the first from which PyTorch's
own float32 comes near to its float64.
"""
import json, math, os, re, torch, torch.nn as nn

torch.set_default_dtype(torch.float64)
ACTIVATIONS = {"relu": nn.ReLU, "tanh": nn.Tanh, "elu": nn.ELU, "sigmoid": nn.Sigmoid, "linear": nn.Identity}
CASES = [
    # channels, height, width, hidden, latent, batch, activation, every
    (1, 28, 28, "c16-c32", 20, 6, "relu", 101),
    (3, 32, 32, "c32-c64", 16, 3, "relu", 997),
    (1, 9, 7, "c5-c3k2s1p0-6", 4, 5, "tanh", 1),
    (3, 8, 10, "c4k5s1-p2-c17", 3, 4, "elu", 3),
    (1, 13, 11, "c16-p3-c16s1", 3, 4, "sigmoid", 3),
    (3, 7, 6, "c2k1s1-c8k3s3p2", 5, 4, "linear", 1),
    (1, 28, 28, "c16s1-p2-c32s1-p2-24", 8, 3, "relu", 101),
]


def start(model, phase):
    for name, values in enumerate(model.parameters()):
        i = torch.arange(values.numel(), dtype=torch.float64)
        fan = values[0].numel() if values.dim() > 1 else values.numel()
        values.data = (torch.sin(1.7 * i + 0.3 * i * i % 7 + name + phase) / math.sqrt(fan)).reshape(values.shape)


def images(count, channels, height, width):
    i = torch.arange(count * channels * height * width, dtype=torch.int64)
    return (((i * 37 + i // 11 * 5) % 101).double() / 100).reshape(count, channels, height, width)


def build(channels, height, width, hidden, latent, activation):
    act = ACTIVATIONS[activation]
    encoder, decoder, now = [], [], (channels, height, width)
    layers = hidden.split("-")
    for at, layer in enumerate(layers + [str(latent)]):
        last = at == len(layers)
        code, out = (nn.Identity() if last else act()), (nn.Sigmoid() if at == 0 else act())
        convolution = re.fullmatch(r"c(\d+)(?:k(\d+))?(?:s(\d+))?(?:p(\d+))?", layer)
        pooling = re.fullmatch(r"p(\d+)", layer)
        if convolution:
            f, k, s, p = convolution.groups()
            f, k, s = int(f), int(k or 3), int(s or 2)
            p = int(p) if p else (k - 1) // 2
            c, h, w = now
            encoder += [nn.Conv2d(c, f, k, s, p), code]
            rest = ((h + 2 * p - k) % s, (w + 2 * p - k) % s)
            decoder = [nn.ConvTranspose2d(f, c, k, s, p, output_padding=rest), out] + decoder
            now = (f, (h + 2 * p - k) // s + 1, (w + 2 * p - k) // s + 1)
        elif pooling:
            n = int(pooling[1])
            c, h, w = now
            encoder += [nn.MaxPool2d(n)]
            decoder = [nn.Upsample(size=(h, w))] + decoder
            now = (c, h // n, w // n)
        else:
            units = int(layer)
            if len(now) == 3:
                encoder, decoder = encoder + [nn.Flatten()], [nn.Unflatten(1, now)] + decoder
            size = math.prod(now)
            encoder += [nn.Linear(size, units), code]
            decoder = [nn.Linear(units, size), out] + decoder
            now = (units,)
    return nn.Sequential(*encoder), nn.Sequential(*decoder)


def numbers(tensors, every):
    return torch.cat([t.detach().flatten() for t in tensors])[::every].tolist()


def train(case, kind):
    torch.set_default_dtype(torch.float64)
    encoder, decoder = build(*(case[k] for k in ("channels", "height", "width", "hidden", "latent", "activation")))
    model = nn.Sequential(encoder, decoder)
    start(model, case["phase"])
    model = model.to(kind)
    x = images(case["batch"], case["channels"], case["height"], case["width"]).to(kind)
    every = case["every"]
    out = dict(losses=[])
    optimiser = torch.optim.Adam(model.parameters(), lr=0.001)
    for step in range(5):
        optimiser.zero_grad()
        code = encoder(x)
        y = decoder(code)
        loss = nn.functional.mse_loss(y, x)
        loss.backward()
        if step == 0:
            out["code"], out["reconstruction"] = numbers([code], 1), numbers([y], every)
            out["gradients"] = numbers([p.grad for p in model.parameters()], every)
        out["losses"].append(loss.item())
        optimiser.step()
    out["after"] = numbers(model.parameters(), every)
    return out


def apart(one, other):
    """Largest difference of two lists, as a share of their largest number."""
    one, other = torch.tensor(one), torch.tensor(other)
    return ((one - other).abs().max() / other.abs().max()).item()


cases = []
for case in CASES:
    case = dict(zip("channels height width hidden latent batch activation every".split(), case))
    for case["phase"] in range(300):
        exact, rounded = train(case, torch.float64), train(case, torch.float32)
        if all(apart(rounded[k], exact[k]) < 3e-7 for k in exact):
            break
    cases.append(dict(case, **exact))
    print(case["hidden"], "phase", case["phase"], exact["losses"])
with open(os.path.join(os.path.dirname(os.path.abspath(__file__)), "convolution_parity.json"), "w") as file:
    json.dump(cases, file, separators=(",", ":"))
