"""Questions about what a term means, made from the sentences that say so: acronyms and definitions."""

import random
import re

from text import ASKS, CANDIDATES, Pool, has

UNNAMED = ASKS | set(
    "although there while this that it he she they which who his her their these those and or but not because since "
    "result results purpose aim objective study reason example part".split()
) - {"of", "the"}
PEOPLE = (
    "actor actress singer politician writer footballer player musician composer author poet scientist physicist engineer "
    "king queen president rapper painter director producer philosopher general lawyer businessman"
).split()


def initials(short, before):
    """The last words of `before` whose initials are `short`."""
    parts = re.findall(r"[\w'’.&-]+", before.lower())
    small = {"of", "the", "and", "for", "in", "on", "to", "a", "de", "&"}
    for n in range(len(short), min(len(parts), len(short) + 4) + 1):
        last = parts[-n:]
        if n and last and last[0] not in small:
            heads = [w[0] for w in last if w not in small]
            every = [x[0] for w in last if w not in small for x in w.split("-") if x]
            if short.lower() in ("".join(heads), "".join(every), "".join(w[0] for w in last)):
                return " ".join(last)
    return None


def acronyms(items, count):
    """ "What does ABC stand for?": right is "long form (ABC)", wrong is what only uses ABC."""
    meant, used = {}, {}
    for title, s, _ in items:
        for m in re.finditer(r"\( ?([A-Za-z]{2,6}?)s? ?\)", s):
            if m[1].isupper() or s.islower():
                long = initials(m[1], s[: m.start()])
                if long:
                    meant.setdefault(m[1].lower(), []).append((long, title, s))
    for title, s, _ in items:
        for w in set(re.findall(r"\b[a-z]{2,6}\b", s.lower())) & meant.keys():
            if (w.upper() in s or s.islower()) and not any(has(s, long) for long, _, _ in meant[w]):
                used.setdefault(w, []).append((title, s))
    flat, made = [(t, s) for m in meant.values() for _, t, s in m], []
    for short, ways in sorted(meant.items()):
        uses = list(dict.fromkeys(used.get(short, [])))
        for q in random.sample(
            [
                "what does {} stand for?",
                "what is {}?",
                "{} meaning",
                "{} abbreviation",
                "what is the full name of {}?",
                "{} stands for",
                "what does the acronym {} mean?",
                "{}",
            ],
            5,
        ):
            if not uses and random.random() < 0.6:
                continue
            random.shuffle(uses)
            gone = len(uses) > 1 and random.random() < 0.25
            right = [] if gone else [list(random.choice(ways)[1:]) + [1]]
            others = [f for f in random.sample(flat, min(8, len(flat))) if not has(f[1], short)]
            rows = (right + [[t, s, 0] for t, s in uses[:4] + others])[:CANDIDATES]
            if len(rows) == CANDIDATES:
                random.shuffle(rows)
                made.append({"q": q.format(short), "src": "acronym", "cands": rows})
    return random.sample(made, min(count, len(made)))


def definitions(items, count):
    """ "What is X?": right is "X is a ...", wrong is what only speaks of X."""
    pool, made = Pool(items), []
    order = list(range(len(items)))
    random.shuffle(order)
    for i in order:
        title, s, _ = items[i]
        m = re.match(
            r"(?:the |an? )?((?:[\w'’-]+ ){0,3}[\w'’-]+)(?: ?\([^)]*\))?,? (?:is|are|was|were|means|refers to) (?:an?|the|any|one of)\b",
            s,
            re.I,
        )
        if not m or m[1].lower().split()[0] in ASKS | {
            "it",
            "this",
            "you",
            "we",
            "he",
            "she",
            "they",
            "there",
            "that",
            "these",
            "one",
            "another",
            "his",
            "her",
            "its",
            "their",
            "all",
            "some",
            "many",
            "most",
            "first",
            "both",
            "each",
            "such",
        }:
            continue
        name = m[1].lower()
        if (
            set(name.split()[:-1]) & UNNAMED
            or not re.search(r"[a-z]{3}", name)
            or name.split()[-1] in UNNAMED
        ):
            continue
        others = [items[k][:2] for k in pool.top(name, 12) if k != i and has(items[k][1], name)]
        others = [
            o
            for o in others
            if not re.match(
                rf"(?:the |an? )?{re.escape(name)}\b.{{0,60}}\b(?:is|are|was|were) (?:an?|the)\b", o[1], re.I
            )
        ]
        if len(others) < 2:
            continue
        more = [items[k][:2] for k in pool.top(f"{name} {title}", 12) if k != i]
        person = any(has(s[m.end() : m.end() + 80], p) for p in PEOPLE)
        asks = (
            ["who is {}?", "who was {}?", "tell me about {}"]
            if person
            else [
                "what is {}?",
                "what are {}?" if name.endswith("s") else "what is a {}?",
                "define {}",
                "{} definition",
                "what does {} mean?",
                "explain {}",
                "tell me about {}",
                "meaning of {}",
                "{}",
            ]
        )
        ask = random.choice(asks)
        gone = len(others) > 4 and random.random() < 0.3 and not re.match("tell|explain|{}$", ask)
        rows = [] if gone else [[title, s, 1]]
        rest = [o for o in dict.fromkeys(others[:4] + more) if o != (title, s)]
        if gone:
            rest = [o for o in dict.fromkeys(others)]
        rows = (rows + [[t, x, 0] for t, x in rest])[:CANDIDATES]
        if len(rows) == CANDIDATES:
            random.shuffle(rows)
            made.append({"q": ask.format(name), "src": "definition", "cands": rows})
        if len(made) >= count:
            break
    return made
