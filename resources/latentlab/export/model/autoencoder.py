#!/usr/bin/env python3
"""The autoencoder of a Latent Lab run as it was after epoch @EPOCH@, for PyTorch.

    python3 @FILE@
        repeats the reconstructions that Latent Lab had for ten images
    python3 @FILE@ --train DATA.npz --epochs 5 --save TRAINED.npz
        trains on with the run's settings; `latent-lab data NAME --npz DATA.npz` writes the images
"""
# @ORIGIN@
import argparse
import base64
import math

import torch
import torch.nn.functional as F
from torch import nn

SHAPE = @SHAPE@  # channels, height, width of an image
@CONSTANTS@

@SHARED@class Autoencoder(nn.Module):
    def __init__(self):
        super().__init__()
@LAYERS@

@MOMENTS@    def encode(self, images):
        """Images [n, *SHAPE], intensities 0 to 1, to codes [n, @LATENT@]."""
@ENCODE@
        return x

    def decode_sums(self, x):
        """What goes into the last activation."""
@DECODE@
        return x

    def decode(self, code):
        """Codes to images."""
        return @OUTPUT@(self.decode_sums(code)).unflatten(1, SHAPE)

    def forward(self, images):
        return self.decode(self.encode(images))


def loss_of(model, noisy, images@BETA@):
    """What the run made smaller: a mean over the batch."""
@CODE@
    sums = model.decode_sums(code)
    wanted = images.flatten(1)
    loss = @LOSS@
    return loss@PENALTY@


def noise(images):
@NOISE@


@FACTOR@

def train(model, images, epochs, first=@EPOCH@):
    """Trains on, epoch by epoch. images: [n, *SHAPE], intensities 0 to 1."""
    optimiser = @OPTIMISER@
    batches = -(-len(images) // BATCH)
    for epoch in range(first, first + epochs):
        order = @ORDER@
        total = 0.0
        for batch in range(batches):
            part = images[order[batch * BATCH:(batch + 1) * BATCH]]
            for group in optimiser.param_groups:
                group["lr"] = RATE * factor(epoch, batch, batches, first + epochs)@MOMENTUM@
            loss = loss_of(model, noise(part), part@WEIGHT@)
            optimiser.zero_grad()
            loss.backward()@CLIP@
            optimiser.step()
            total += loss.item() * len(part)
        print(f"epoch {epoch + 1}: training loss {total / len(images):.6f}")


def floats(text, *shape):
    return torch.frombuffer(bytearray(base64.b64decode(text)), dtype=torch.float32).reshape(shape).clone()


def main():
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--train", metavar="DATA.npz", help="images to train on: its array x_train")
    options.add_argument("--epochs", type=int, default=1)
    options.add_argument("--save", metavar="TRAINED.npz", help="where to save the parameters")
    chosen = options.parse_args()
    model = Autoencoder()
    model.load_state_dict({name: floats(*each) for name, each in PARAMETERS.items()})
    model.eval()
    with torch.no_grad():
        off = (model(floats(*IMAGES)) - floats(*RECONSTRUCTIONS)).abs().max().item()
    print(f"{floats(*IMAGES).shape[0]} reconstructions differ from Latent Lab's by at most {off:.1e}")
    if not off < 1e-5 * max(1.0, floats(*RECONSTRUCTIONS).abs().max().item()):
        raise SystemExit("These are not the same: is this file damaged?")
    if chosen.train:
        import numpy as np

        pixels = np.load(chosen.train)["x_train"]
        if pixels.ndim == 4:
            pixels = pixels.transpose(0, 3, 1, 2)
        images = torch.from_numpy(pixels.astype(np.float32) / 255).reshape(-1, *SHAPE)
        train(model, images[@HELD@:], chosen.epochs)
    if chosen.save:
        import numpy as np

        np.savez(chosen.save, **{name: each.numpy() for name, each in model.state_dict().items()})


# Little-endian float32 in base64, and the shape.
IMAGES = @IMAGES@
RECONSTRUCTIONS = @RECONSTRUCTIONS@
PARAMETERS = {
@PARAMETERS@
}

if __name__ == "__main__":
    main()
