"""Train the reader for a number of minutes.

python3 train.py START VOCABULARY OUT MINUTES GROUPS... [--rate 5e-5] [--frozen 2] [--seed 1] [--threads 1] [--bf16]

Loss: softmax over [0 for "none", the sentences of a group], and half of the binary cross-entropy of each sentence,
which keeps scores comparable between questions. The rate falls with the time that is left. Weights are kept at each
third (OUT.1, OUT.2) and at the end.
"""

import argparse
import json
import random
import time

import torch
from torch import nn

import model as reader
from text import content

# What part of the groups drawn is of which source.
SHARE = {
    "written": 0.22,
    "onward": 0.07,
    "foreign": 0.22,
    "foreign-onward": 0.05,
    "jaquad": 0.06,
    "cmrc": 0.01,
    "garbled": 0.10,
    "doc2dial": 0.02,
    "canard": 0.02,
    "follow": 0.01,
    "cases": 0.005,
    "nqg": 0.04,
    "squad2-half": 0.025,
    "selqa": 0.025,
    "clapnq": 0.015,
    "natural": 0.02,
    "covidqa": 0.005,
    "tatqa": 0.008,
    "fetaqa": 0.008,
    "wikitables": 0.004,
    "pubmedqa": 0.004,
    "documentation": 0.02,
    "rules": 0.006,
    "near": 0.025,
    "copy": 0.008,
    "terse": 0.006,
    "request": 0.002,
    "misspelt": 0.002,
    "paraphrase": 0.004,
    "acronym": 0.003,
    "definition": 0.002,
}
QUESTIONS, PART = 8, 16  # groups in a step; pairs that go through the network together
UNTITLED = 0.1  # groups whose titles are dropped
EASY = 0.35  # groups passed over where the right sentence repeats the question's words


class Draw:
    """Groups in random order, source by source."""

    def __init__(self, paths):
        self.groups = {}
        for path in paths:
            with open(path, encoding="utf-8") as f:
                for line in f:
                    g = json.loads(line)
                    self.groups.setdefault(g["src"], []).append(g)
        self.names = [n for n in SHARE if n in self.groups]
        self.share = [SHARE[n] for n in self.names]
        self.at = dict.fromkeys(self.names, 0)
        for name in self.names:
            random.shuffle(self.groups[name])

    def next(self):
        name = random.choices(self.names, self.share)[0]
        while True:
            groups = self.groups[name]
            if self.at[name] >= len(groups):
                random.shuffle(groups)
                self.at[name] = 0
            g = groups[self.at[name]]
            self.at[name] += 1
            if not (easy(g) and random.random() < EASY):
                break
        if random.random() < UNTITLED:
            g = dict(g, cands=[["", s, right] for _, s, right in g["cands"]])
        return g


def easy(g):
    asked = content(g["q"])
    return any(len(asked & content(s)) >= 0.8 * len(asked) for _, s, right in g["cands"] if right)


def scores(model, tk, groups, bf16):
    """A row of scores for each group. Pairs go through in order of length: little padding."""
    pairs = [reader.tokens(tk, g["q"], t, s, g.get("before", "")) for g in groups for t, s, _ in g["cands"]]
    order = sorted(range(len(pairs)), key=lambda k: len(pairs[k][0]))
    with torch.autocast("cpu", torch.bfloat16, enabled=bf16):
        flat = torch.cat(
            [
                model(*reader.batch([pairs[k] for k in order[i : i + PART]])).float()
                for i in range(0, len(order), PART)
            ]
        )
    back = torch.empty(len(order), dtype=torch.long)
    back[torch.tensor(order)] = torch.arange(len(order))
    return flat[back].split([len(g["cands"]) for g in groups])


def loss_of(found, group):
    right = torch.tensor([bool(c[2]) for c in group["cands"]])
    with_none = torch.log_softmax(torch.cat([torch.zeros(1), found]), 0)
    wanted = torch.cat([~right.any(keepdim=True), right])
    each = nn.functional.binary_cross_entropy_with_logits(found, right.float())
    return -torch.logsumexp(with_none[wanted], 0), each


def main():
    p = argparse.ArgumentParser()
    for name in ("start", "vocabulary", "out"):
        p.add_argument(name)
    p.add_argument("minutes", type=float)
    p.add_argument("groups", nargs="+")
    p.add_argument("--rate", type=float, default=5e-5)
    p.add_argument("--frozen", type=int, default=4, help="lower layers that are not trained")
    p.add_argument("--seed", type=int, default=1)
    p.add_argument("--bf16", action="store_true")
    p.add_argument("--threads", type=int, default=1)
    a = p.parse_args()
    torch.manual_seed(a.seed)
    random.seed(a.seed)
    torch.set_num_threads(a.threads)
    tk, model, draw = reader.tokenizer(a.vocabulary), reader.load(a.start).train(), Draw(a.groups)
    frozen = model.bert.embeddings if a.frozen else model.bert.embeddings.word_embeddings
    for part in (frozen, *model.bert.encoder.layer[: a.frozen]):
        part.requires_grad_(False)
    body = [p for p in model.bert.parameters() if p.requires_grad]
    head = list(model.head.parameters())
    optimizer = torch.optim.AdamW(
        [{"params": body, "lr": a.rate}, {"params": head, "lr": 10 * a.rate}], weight_decay=0.01
    )
    rates = [g["lr"] for g in optimizer.param_groups]
    begin, step, mean, kept = time.time(), 0, None, 0
    with open(a.out + ".log", "w") as log:
        while (gone := (time.time() - begin) / 60 / a.minutes) < 1:
            for g, rate in zip(optimizer.param_groups, rates):
                g["lr"] = rate * min(1, (step + 1) / 60) * max(0.02, 1 - gone)
            groups = [draw.next() for _ in range(QUESTIONS)]
            losses = [loss_of(found, g) for found, g in zip(scores(model, tk, groups, a.bf16), groups)]
            among, each = (torch.stack(part).mean() for part in zip(*losses))
            (among + 0.5 * each).backward()
            nn.utils.clip_grad_norm_(body + head, 1.0)
            optimizer.step()
            optimizer.zero_grad(set_to_none=True)
            step += 1
            mean = among.item() if mean is None else 0.98 * mean + 0.02 * among.item()
            if step % 25 == 0:
                print(
                    step,
                    step * QUESTIONS,
                    f"{gone:.3f} loss {mean:.4f} {(time.time() - begin) / step:.2f} s/step",
                    file=log,
                    flush=True,
                )
            if kept < 2 and gone > (kept + 1) / 3:
                kept += 1
                reader.save(model, f"{a.out}.{kept}")
        reader.save(model, a.out)
        print("done", step, step * QUESTIONS, f"loss {mean:.4f}", file=log, flush=True)


if __name__ == "__main__":
    main()
