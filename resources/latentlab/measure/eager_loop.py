"""Trains a model in PyTorch's eager loop over slices of one tensor, an epoch whenever a line with a number of threads comes in.

usage: eager_loop.py FOLDER PIXELS
FOLDER holds settings.json (a settings file), images (bytes) and parameters (float32, in the order of state_dict). Prints
PyTorch's version once it is ready, then for each line read "seconds loss": of the training part of an epoch, and its mean loss.
"""
import json, os, sys, time
import numpy as np, torch, torch.nn.functional as F

folder, pixels = sys.argv[1], int(sys.argv[2])
with open(os.path.join(folder, "settings.json")) as file:
    settings = json.load(file)
images = np.fromfile(os.path.join(folder, "images"), np.uint8).reshape(-1, pixels)
numbers = torch.from_numpy(np.fromfile(os.path.join(folder, "parameters"), np.float32))
x_all = torch.from_numpy(images.astype(np.float32) / 255)
tied, batch = settings["model"] == "tied", settings["batch"]
units = [pixels, *settings["hidden"], settings["latent"]]
units += units[-2::-1]
depth = len(units) // 2
ACTIVATIONS = {"sigmoid": torch.sigmoid, "relu": F.relu, "leaky-relu": F.leaky_relu, "tanh": torch.tanh, "elu": F.elu,
               "linear": lambda z: z}
activations = [ACTIVATIONS[settings[name + "-activation"]] for name in
               ["encoder"] * (depth - 1) + ["code"] + ["decoder"] * (depth - 1) + ["output"]]

taken, weights, biases = 0, [], []


def take(*shape):
    global taken
    count = int(np.prod(shape))
    taken += count
    return torch.nn.Parameter(numbers[taken - count:taken].reshape(shape).clone())


for layer in range(2 * depth):
    if layer < depth or not tied:
        weights.append(take(units[layer + 1], units[layer]))
    biases.append(take(units[layer + 1]))
kind = {"adam": torch.optim.Adam, "adamw": torch.optim.AdamW}[settings["optimiser"]]
optimiser = kind(weights + biases, lr=settings["lr"], weight_decay=settings["weight-decay"])
batches = -(-len(x_all) // batch)
schedule = None
if settings["schedule"] == "one-cycle":
    schedule = torch.optim.lr_scheduler.OneCycleLR(
        optimiser, settings["lr"], total_steps=batches * settings["epochs"], pct_start=settings["warm-up"])


def forward(a):
    for layer in range(2 * depth):
        weight = weights[2 * depth - 1 - layer].t() if tied and layer >= depth else weights[layer]
        a = activations[layer](F.linear(a, weight, biases[layer]))
    return a


def epoch():
    total, order = 0.0, torch.randperm(len(x_all)) if settings["shuffle"] else None
    for b in range(0, len(x_all), batch):
        x = x_all[b:b + batch] if order is None else x_all[order[b:b + batch]]
        optimiser.zero_grad()
        loss = F.mse_loss(forward(x), x)
        if settings["loss"] == "sse":
            loss = loss * pixels
        loss.backward()
        optimiser.step()
        if schedule:
            schedule.step()
        total += loss.item() * len(x)
    return total / len(x_all)


print(torch.__version__, flush=True)
for line in sys.stdin:
    torch.set_num_threads(int(line))
    start = time.perf_counter()
    loss = epoch()
    print(time.perf_counter() - start, loss, flush=True)
