#!/usr/bin/env python3
"""Accuracy and speed of Fixline beside the peers of peers.py, on public corpora of labelled messages, in one run.

A corpus is a folder with train.tsv (lines of intent<TAB>text, oos: out of scope) and, where it has one, valid.tsv.
Without --test, what was learned from train.tsv is measured on valid.tsv, or in ten parts of train.tsv where there is
none. With --test DIR it is measured on DIR/<corpus>/test.tsv; valid.tsv then serves to choose the threshold or, in a
corpus without out-of-scope rows, is learned too.

The table goes to stdout and, with --write FILE, between the marks in that file.
"""

import argparse
import json
import os
import random
import statistics
import subprocess
import sys
import tempfile
import time
import venv
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent
CORPORA = ["clinc150", "banking77", "askubuntu", "webapps", "chatbot"]
OUT_OF_SCOPE = "oos"
# The share of right answers that a peer may lose to its threshold: what Fixline allows itself, too.
LOSS = 0.01
# Messages that a peer's speed is measured on, one by one.
TIMED = 100
BEGIN, END = "<!-- make benchmark writes from here -->", "<!-- to here -->"


def inside_venv():
    """Runs this script again with the peers installed, in an environment of its own under .build."""
    home = ROOT / ".build" / "benchmark-venv"
    python = home / "bin" / "python"
    if Path(sys.prefix) == home:
        return
    if not python.exists():
        print("installing the peers of Benchmarks/requirements.txt …", file=sys.stderr)
        venv.create(home, with_pip=True)
    subprocess.run([python, "-m", "pip", "install", "-q", "--disable-pip-version-check", "-r", HERE / "requirements.txt"],
                   check=True)
    os.execv(python, [str(python), str(HERE / "compare.py"), *sys.argv[1:]])


def read(file):
    rows = [line.split("\t", 1) for line in file.read_text(encoding="utf-8").split("\n") if line.strip()]
    return [(label, text) for label, text in rows]


def accuracy(labels, predicted):
    """In percent: right in scope, out of scope turned away, right over all rows."""
    def share(pairs):
        pairs = list(pairs)
        return 100 * sum(a == b for a, b in pairs) / len(pairs) if pairs else None
    pairs = list(zip(labels, predicted))
    return (share(p for p in pairs if p[0] != OUT_OF_SCOPE), share(p for p in pairs if p[0] == OUT_OF_SCOPE),
            share(pairs))


class Split:
    """What a corpus is learned from, what the threshold is chosen on and what is measured on."""

    def __init__(self, folder, test):
        self.name, self.train = folder.name, [folder / "train.tsv"]
        valid, held = folder / "valid.tsv", test / folder.name / "test.tsv" if test else None
        has_valid = valid.exists()
        rejects = has_valid and any(label == OUT_OF_SCOPE for label, _ in read(valid))
        self.valid = valid if rejects else None
        if held:
            self.test = held
            if has_valid and not rejects:
                self.train.append(valid)
        else:
            self.test = valid if has_valid else None

    def rows(self):
        return [row for file in self.train for row in read(file)]

    @property
    def how(self):
        return self.test.name if self.test else "ten parts of train.tsv"


def measure_peer(make, split):
    rows = split.rows()
    if split.test is None:
        random.Random(7).shuffle(rows)
        labels, predicted = [], []
        for part in range(10):
            peer = make()
            kept = [row for i, row in enumerate(rows) if i % 10 != part]
            held = [row for i, row in enumerate(rows) if i % 10 == part]
            peer.fit([text for _, text in kept], [label for label, _ in kept])
            labels += [label for label, _ in held]
            predicted += [str(label) for label, _ in peer.predict([text for _, text in held])]
        return {"accuracy": accuracy(labels, predicted)}
    peer = make()
    started = time.perf_counter()
    peer.fit([text for _, text in rows], [label for label, _ in rows])
    learning = time.perf_counter() - started
    threshold = float("-inf")
    if split.valid:
        valid = read(split.valid)
        right = sorted(sure for (label, _), (found, sure) in zip(valid, peer.predict([text for _, text in valid]))
                       if label == found != OUT_OF_SCOPE)
        threshold = right[int(len(right) * LOSS)]
    test = read(split.test)
    predicted = [str(label) if sure >= threshold else OUT_OF_SCOPE
                 for label, sure in peer.predict([text for _, text in test])]
    return {"accuracy": accuracy([label for label, _ in test], predicted), "learning": learning,
            "median": median_time(peer, [text for _, text in test])}


def median_time(peer, texts):
    """Microseconds for one message alone."""
    times = []
    for text in random.Random(3).sample(texts, TIMED):
        started = time.perf_counter()
        peer.predict([text])
        times.append(time.perf_counter() - started)
    return statistics.median(times) * 1e6


def measure_fixline(program, split):
    with tempfile.TemporaryDirectory() as cache:
        command = [program, "evaluate", "--format", "json", "--timing", "--cache", cache]
        if split.test is None:
            command += ["--cross-validate", "10", split.train[0]]
        else:
            command += [part for file in split.train for part in ("--train", file)]
            command += ["--validate", split.valid] if split.valid else []
            command.append(split.test)
        result = json.loads(subprocess.run(command, check=True, capture_output=True).stdout)
    shares = [result.get(key) for key in ("inScopeAccuracy", "outOfScopeRecall", "accuracy")]
    timing = result.get("timing") or {}
    return {"accuracy": [None if share is None else 100 * share for share in shares],
            "learning": timing.get("learningSeconds"), "median": timing.get("medianMicroseconds")}


def cell(split, figures):
    inside, outside, total = figures["accuracy"]
    if split.name == "clinc150" and outside is not None:
        return f"{inside:.1f} / {outside:.1f} / {total:.1f}"
    return f"{total:.1f}"


def table(splits, results):
    lines = ["| | " + " | ".join(f"{split.name}, {split.how}" for split in splits)
             + " | learning clinc150 | a message of clinc150, median |", "|---" * (len(splits) + 3) + "|"]
    for name, figures in results.items():
        first = figures[0]
        learning = f"{first['learning']:.1f} s" if first.get("learning") else "–"
        median = f"{first['median']:,.0f} µs" if first.get("median") else "–"
        lines.append(f"| {name} | " + " | ".join(map(cell, splits, figures)) + f" | {learning} | {median} |")
    return "\n".join(lines) + "\n"


def write(file, text):
    content = file.read_text(encoding="utf-8")
    before, rest = content.split(BEGIN, 1)
    file.write_text(before + BEGIN + "\n\n" + text + "\n" + END + rest.split(END, 1)[1], encoding="utf-8")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpora", type=Path, help="folder of corpora")
    parser.add_argument("--test", type=Path, metavar="DIR", help="measure on DIR/<corpus>/test.tsv")
    parser.add_argument("--fixline", type=Path, default=ROOT / ".build/release/fixline", help="the program")
    parser.add_argument("--write", type=Path, metavar="FILE", help="also put the table between the marks in FILE")
    options = parser.parse_args()
    folders = [options.corpora / name for name in CORPORA]
    missing = [str(folder) for folder in folders if not (folder / "train.tsv").exists()]
    if missing:
        sys.exit(f"no train.tsv in {', '.join(missing)}; say make benchmark CORPORA=DIR")
    inside_venv()
    from peers import PEERS

    splits = [Split(folder, options.test) for folder in folders]
    results = {}
    for name, make in {"**Fixline**": None, **PEERS}.items():
        results[name] = []
        for split in splits:
            figures = measure_peer(make, split) if make else measure_fixline(options.fixline, split)
            results[name].append(figures)
            print(f"{name} · {split.name} · {cell(split, figures)}", file=sys.stderr, flush=True)
    text = table(splits, results)
    print(text)
    if options.write:
        write(options.write, text)


if __name__ == "__main__":
    main()
