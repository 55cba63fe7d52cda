#!/usr/bin/env python3
"""Writes tsne_parity.json beside this file: what scikit-learn makes of small point sets, which the tests hold the t-SNE
and the quality figures to. Debian: apt-get install python3-sklearn; then /usr/bin/python3 make_tsne_parity.py

The joint probabilities are those of its Barnes-Hut way (nearest neighbours only), the gradient is that of its exact way
with these probabilities, on a given map."""
import json
import os

import numpy as np
from scipy.spatial.distance import squareform
from sklearn.manifold import trustworthiness
from sklearn.manifold._t_sne import _joint_probabilities_nn, _kl_divergence
from sklearn.neighbors import NearestNeighbors


def points(count, dimension, spread):
    """Three clouds, the same on every machine, of numbers that float32 holds exactly."""
    i, d = np.arange(count)[:, None], np.arange(dimension)[None]
    wave = np.sin(1.7 * i * (d + 1) + 0.3 * d) + np.cos(0.9 * i + 2.1 * d * d) + spread * np.cos(i % 3 + d)
    return np.round(wave * 4096) / 4096


def leave_one_out(points, labels, k):
    near = NearestNeighbors(n_neighbors=k).fit(points).kneighbors(return_distance=False)
    votes = np.array([np.bincount(labels[row], minlength=labels.max() + 1) for row in near])
    return float((votes.argmax(1) == labels).mean()), near


def case(count, dimension, perplexity, spread):
    x = points(count, dimension, spread)
    y = points(count, 2, 0.7) * 3
    labels = np.arange(count) % 3
    k = min(count - 1, int(3 * perplexity + 1))
    graph = NearestNeighbors(n_neighbors=k, metric="sqeuclidean", algorithm="brute").fit(x).kneighbors_graph(
        mode="distance")
    p = np.asarray(_joint_probabilities_nn(graph, perplexity, 0).todense())
    kl, gradient = _kl_divergence(y.ravel(), squareform(p, checks=False), 1, count, 2)
    near = min(10, (count - 1) // 2)
    accuracy, after = leave_one_out(y, labels, near)
    original, before = leave_one_out(x, labels, near)
    kept = np.mean([len(set(a) & set(b)) / near for a, b in zip(before, after)])
    return {"count": count, "dimension": dimension, "perplexity": perplexity, "points": x.ravel().tolist(),
            "map": y.ravel().tolist(), "labels": labels.tolist(), "p": p.ravel().tolist(), "kl": float(kl),
            "gradient": gradient.tolist(), "accuracy": accuracy,
            "original accuracy": original, "trustworthiness": float(trustworthiness(x, y, n_neighbors=near)), "preservation": float(kept)}


CASES = {"few neighbours of many": case(90, 5, 10, 2), "all points are neighbours": case(25, 3, 8, 1),
         "many dimensions": case(70, 60, 15, 2)}
path = os.path.join(os.path.dirname(os.path.abspath(__file__)), "tsne_parity.json")
rounded = json.loads(json.dumps(CASES), parse_float=lambda t: float(f"{float(t):.9g}"))
json.dump(rounded, open(path, "w"), separators=(",", ":"))
