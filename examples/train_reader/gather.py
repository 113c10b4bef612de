"""What the public sets have in common: which half is kept, and groups from questions with their right sentences."""

import json
import random
import zlib
from collections import Counter, defaultdict

from text import Pool, content, group, squeezed

ABSENT = 0.2  # in this part of the groups the right sentence is taken away


def kept(document):
    """True for the half of the documents that is trained on."""
    return document is not None and zlib.crc32(document.encode()) % 2 == 0


def lines(path):
    with open(path, encoding="utf-8") as f:
        return f.read().rstrip("\n").split("\n")


def write(groups, out):
    """Writes groups, one a line, and says how many there are of each source."""
    with open(out, "w", encoding="utf-8") as f:
        for g in groups:
            f.write(json.dumps(g, ensure_ascii=False) + "\n")
    count = Counter((g["src"], any(c[2] for c in g["cands"])) for g in groups)
    for src in sorted({s for s, _ in count}):
        print(f"{src:14} right {count[src, True]:6} none {count[src, False]:6}")


def emptied(right):
    return [] if random.random() < ABSENT else right


def answered(name, asked, items, keep=kept, absent=ABSENT):
    """Groups from (question, document, right indices, indices that are neither right nor wrong)."""
    pool, own = Pool(items), defaultdict(list)
    for k, item in enumerate(items):
        own[item[2]].append(k)
    for question, document, right, unclear in asked:
        if not keep(str(document)):
            continue
        skip = set(right) | set(unclear)
        near = [
            k for i in right[:1] for k in (i + 1, i - 1) if 0 <= k < len(items) and items[k][2] == document
        ]
        hard = pool.top(question, 10, document=document)
        far = pool.top(question, 6, without=document)
        order = (
            hard[:3] + random.sample(near, min(1, len(near))) + far[:1] + hard[3:] + own[document] + far[1:]
        )
        wrong = [items[k] for k in order if k not in skip]
        gone = random.random() < absent
        yield group(question, name, [] if gone else [items[i] for i in right], wrong, random)


def holding(items, span, answers, question):
    """Of the sentences that hold an answer, the one with most words of the question; and all of them."""
    found = [i for i in span if any(a and a in squeezed(items[i][1]) for a in answers)]
    found.sort(key=lambda i: -len(content(items[i][0] + " " + items[i][1]) & content(question)))
    return found[:1], found
