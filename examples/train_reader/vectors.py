"""Teach the vectors of word pieces that a question lies near the sentence that answers it.

python3 vectors.py START VOCABULARY OUT GROUPS...
  START, OUT  the file of src/language/vectors, before and after; `examples/distil` makes the first, and tells its layout

The sum of the vectors of a text's pieces stands for the text. Loss: softmax over the cosines of a question to the right
sentences of all groups of a step and to a wrong one of each (InfoNCE), and a pull back to where the vectors were.
"""

import json
import random
import struct
import sys

import numpy as np
import torch
from torch import nn

from model import tokenizer

ROUNDS, STEP, RATE = 4, 256, 2e-3
TEMPERATURE = 0.07
PULL = 2.5  # against the mean square of how far the vectors have moved


def read(path):
    """The bytes before the scales, the pieces by their row, and the vectors."""
    with open(path, "rb") as f:
        raw = f.read()
    count, size = struct.unpack("<II", raw[:8])
    at, rows = 8 + count, {}
    for row, length in enumerate(raw[8 : 8 + count]):
        rows[raw[at : at + length].decode()] = row
        at += length
    scales = np.frombuffer(raw, "<f4", count, at)
    vectors = np.frombuffer(raw, "i1", count * size, at + 4 * count).reshape(count, size)
    return raw[:at], rows, vectors * scales[:, None]


def write(path, head, vectors):
    scales = (np.abs(vectors).max(1) / 127).astype("<f4")
    with open(path, "wb") as f:
        f.write(head + scales.tobytes() + np.round(vectors / scales[:, None]).astype("i1").tobytes())


def lessons(paths, pieces):
    """Question, right sentence and a wrong one, each under its title, as rows."""
    for path in paths:
        with open(path, encoding="utf-8") as f:
            for group in map(json.loads, f):
                right = [f"{title} {text}" for title, text, is_right in group["cands"] if is_right]
                wrong = [f"{title} {text}" for title, text, is_right in group["cands"] if not is_right]
                if right and wrong and not group.get("before"):
                    lesson = [pieces(text) for text in (group["q"], right[0], wrong[0])]
                    if all(lesson):
                        yield lesson


def main():
    start, vocabulary, out, *paths = sys.argv[1:]
    random.seed(1)
    torch.set_num_threads(1)
    head, rows, vectors = read(start)
    tk = tokenizer(vocabulary)

    def pieces(text):
        return [rows[p] for p in tk.encode(text, add_special_tokens=False).tokens if p in rows]

    every = list(lessons(paths, pieces))
    before = torch.tensor(vectors, dtype=torch.float32)
    table = nn.EmbeddingBag.from_pretrained(before.clone(), freeze=False, mode="sum")
    optimizer = torch.optim.Adam(table.parameters(), lr=RATE)

    def directions(texts):
        offsets = np.cumsum([0] + [len(text) for text in texts[:-1]])
        sums = table(torch.tensor([row for text in texts for row in text]), torch.tensor(offsets))
        return nn.functional.normalize(sums, dim=1)

    for number in range(ROUNDS):
        random.shuffle(every)
        for at in range(0, len(every) - STEP + 1, STEP):
            asked, right, wrong = (directions(texts) for texts in zip(*every[at : at + STEP]))
            cosines = asked @ torch.cat([right, wrong]).T
            moved = (table.weight - before).square().sum(1).mean()
            loss = nn.functional.cross_entropy(cosines / TEMPERATURE, torch.arange(STEP)) + PULL * moved
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
        print(f"round {number + 1} of {ROUNDS}, {len(every)} lessons, loss {loss.item():.3f}", flush=True)
    write(out, head, table.weight.detach().numpy())


if __name__ == "__main__":
    main()
