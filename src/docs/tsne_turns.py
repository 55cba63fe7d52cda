#!/usr/bin/env python3
"""Times this project's t-SNE and scikit-learn's of the same images in turns, each in a new process, and compares the best.

Run it where pom.xml is, with a Python that has scikit-learn (Debian: apt-get install python3-sklearn), on a quiet machine:

usage: src/docs/tsne_turns.py DIR [POINTS [TURNS]]
DIR holds MNIST's test images and labels (t10k-..., packed or not); POINTS are the first of them, 10000 unless said otherwise,
TURNS are 5. Prints each turn as it ends, then what all of them come to; Ctrl-C keeps the turns that are over.
"""
import gzip, os, platform, re, statistics, subprocess, sys, tempfile, time

ONE = "--one"  # a turn of scikit-learn, in this process


def read(folder, name, offset):
    path = os.path.join(folder, name)
    packed = os.path.exists(path + ".gz")
    with (gzip.open(path + ".gz") if packed else open(path, "rb")) as file:
        return file.read()[offset:]


def scikit_learn(folder, points):
    import numpy, sklearn
    from sklearn.manifold import TSNE
    from sklearn.model_selection import cross_val_score
    from sklearn.neighbors import KNeighborsClassifier

    images = numpy.frombuffer(read(folder, "t10k-images-idx3-ubyte", 16), numpy.uint8).reshape(-1, 784)[:points]
    labels = numpy.frombuffer(read(folder, "t10k-labels-idx1-ubyte", 8), numpy.uint8)[:points]
    x = images.astype(numpy.float32) / 255
    start = time.perf_counter()
    model = TSNE(n_jobs=-1, random_state=0, init="pca", learning_rate="auto")
    places = model.fit_transform(x)
    seconds = time.perf_counter() - start
    accuracy = cross_val_score(KNeighborsClassifier(10), places, labels, cv=5).mean()
    print(f"scikit-learn {sklearn.__version__}\nKL divergence: {model.kl_divergence_:.4f}")
    print(f"10-NN accuracy: {accuracy:.4f}\ntime: {seconds:.3f} s")


def turn(command):
    """Runs a program to its end: the seconds it says it took, and what it said in one line."""
    said = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True).stdout
    time_taken = re.search(r"^time: ([0-9.,]+) s$", said, re.MULTILINE)
    if not time_taken:
        sys.exit(f"No time in what {command[0]} has printed:\n{said}")
    kept = [line for line in said.splitlines() if re.match("scikit-learn|KL|10-NN", line)]
    return float(time_taken[1].replace(",", "")), "; ".join(kept)


def processor():
    try:
        with open("/proc/cpuinfo") as file:
            return re.search(r"^model name\s*:\s*(.+)$", file.read(), re.MULTILINE)[1]
    except (OSError, TypeError):  # another system, or a processor without a name
        return platform.processor() or platform.machine()


def compare(folder, points, turns):
    maven = os.path.join(".", "mvnw.cmd" if os.name == "nt" else "mvnw")
    times = []
    print(f"{processor()}; cores: {os.cpu_count()}; t-SNE of {points} images", flush=True)
    try:
        with tempfile.TemporaryDirectory() as scratch:
            table = os.path.join(scratch, "map.csv")
            embed = f'embed --lang en --data "{os.path.abspath(folder)}" --n {points} --csv "{table}"'
            for i in range(turns):
                ours, mine = turn([maven, "-q", "-Dapp.args=" + embed])
                theirs, other = turn([sys.executable, os.path.abspath(__file__), ONE, folder, str(points)])
                times.append((ours, theirs))
                print(f"turn {i + 1}: {ours:.1f} s ({mine})\n        {theirs:.1f} s ({other})", flush=True)
    except KeyboardInterrupt:
        pass
    if times:
        ours, theirs = zip(*times)
        ratios = [a / b for a, b in times]
        print(f"the best of {len(times)} turn{'s' * (len(times) > 1)}: {min(ours):.1f} s (turns: {min(ours):.1f} to {max(ours):.1f} s)")
        print(f"scikit-learn's: {min(theirs):.1f} s (turns: {min(theirs):.1f} to {max(theirs):.1f} s)")
        print(f"ratio, best against best: {min(ours) / min(theirs):.2f}")
        print(f"ratio in a turn, the median: {statistics.median(ratios):.2f} (turns: {min(ratios):.2f} to {max(ratios):.2f})")


if __name__ == "__main__":
    if sys.argv[1:2] == [ONE]:
        scikit_learn(sys.argv[2], int(sys.argv[3]))
    elif not 2 <= len(sys.argv) <= 4:
        sys.exit(__doc__)
    else:
        compare(sys.argv[1], int((sys.argv[2:] or [10000])[0]), int((sys.argv[3:] or [5])[0]))
