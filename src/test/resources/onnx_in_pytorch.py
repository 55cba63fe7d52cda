#!/usr/bin/env python3
"""Computes ONNX files with PyTorch's functions, by what the format and its operators are defined as.

usage: onnx_in_pytorch.py MODEL.onnx ARRAYS.npz ...
ARRAYS has what goes in and what is to come out, by their names in the graph. Prints the largest difference for each.
"""
import sys
import numpy as np, torch, torch.nn.functional as F


def varint(b, i):
    number = shift = 0
    while True:
        x = b[i]
        i += 1
        number |= (x & 127) << shift
        shift += 7
        if x < 128:
            return number, i


def fields(b):
    i, found = 0, []
    while i < len(b):
        key, i = varint(b, i)
        if key & 7 == 0:
            value, i = varint(b, i)
        elif key & 7 == 2:
            length, i = varint(b, i)
            value, i = b[i:i + length], i + length
        else:
            assert key & 7 == 5
            value, i = np.frombuffer(b[i:i + 4], "<f4")[0], i + 4
        found.append((key >> 3, value))
    return found


def all_of(message, number):
    return [value for field, value in message if field == number]


def attribute(message):
    kind = all_of(message, 20)[0]
    return {1: lambda: all_of(message, 2)[0], 2: lambda: all_of(message, 3)[0],
            3: lambda: all_of(message, 4)[0].decode(), 7: lambda: all_of(message, 8)}[kind]()


def resize(x, factors, mode, nearest_mode, coordinate_transformation_mode):
    assert (mode, nearest_mode, coordinate_transformation_mode) == ("nearest", "floor", "asymmetric")
    factors = factors.numpy()
    rows = np.arange(int(np.float32(x.shape[2]) * factors[2])) / factors[2]
    columns = np.arange(int(np.float32(x.shape[3]) * factors[3])) / factors[3]
    return x[:, :, rows.astype(int)][:, :, :, columns.astype(int)]


def convolve(function, x, weight, bias, kernel_shape, pads, strides, **more):
    assert kernel_shape == list(weight.shape[2:]) and pads[:2] == pads[2:]
    return function(x, weight, bias, stride=strides, padding=pads[:2], **more)


OPERATORS = {
    "Conv": lambda *x, **a: convolve(F.conv2d, *x, **a),
    "ConvTranspose": lambda *x, **a: convolve(F.conv_transpose2d, *x, **a),
    "MaxPool": lambda x, kernel_shape, strides: F.max_pool2d(x, kernel_shape, strides),
    "Resize": lambda x, _, factors, **a: resize(x, factors, **a),
    "Flatten": lambda x, axis: x.flatten(axis),
    "Reshape": lambda x, shape: x.reshape([x.shape[0]] + shape.tolist()[1:]),
    "Gemm": lambda x, w, b, transB: F.linear(x, w if transB else w.T, b),
    "Split": lambda x, axis: x.chunk(2, axis),
    "Relu": F.relu,
    "LeakyRelu": lambda x, alpha: F.leaky_relu(x, float(alpha)),
    "Elu": lambda x, alpha: F.elu(x, float(alpha)),
    "Sigmoid": torch.sigmoid,
    "Tanh": torch.tanh,
}


def difference(model, arrays):
    graph = fields(all_of(fields(open(model, "rb").read()), 7)[0])
    arrays = np.load(arrays)
    values = {}
    for tensor in map(fields, all_of(graph, 5)):
        kind = {1: "<f4", 7: "<i8"}[all_of(tensor, 2)[0]]
        numbers = np.frombuffer(all_of(tensor, 9)[0], kind).reshape(all_of(tensor, 1))
        values[all_of(tensor, 8)[0].decode()] = torch.from_numpy(numbers.copy())
    for value in map(fields, all_of(graph, 11)):
        name = all_of(value, 1)[0].decode()
        values[name] = torch.from_numpy(arrays[name])
    for node in map(fields, all_of(graph, 1)):
        inputs = [values[name.decode()] if name else None for name in all_of(node, 1)]
        attributes = {all_of(a, 1)[0].decode(): attribute(a) for a in map(fields, all_of(node, 5))}
        made = OPERATORS[all_of(node, 4)[0].decode()](*inputs, **attributes)
        outputs = [name.decode() for name in all_of(node, 2)]
        values.update(zip(outputs, made if len(outputs) > 1 else [made]))
    outputs = [all_of(fields(value), 1)[0].decode() for value in all_of(graph, 12)]
    return max(float((values[name] - torch.from_numpy(arrays[name])).abs().max()) for name in outputs if name in arrays)


for at in range(1, len(sys.argv), 2):
    print(difference(sys.argv[at], sys.argv[at + 1]))
