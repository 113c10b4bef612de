"""Near misses, made by rule from other groups: questions that a right sentence no longer answers, and wrong copies
of right sentences.

A group is {"q", "src", "cands": [[title, sentence, right], ...]}; the functions return a new one, or None where the
rule does not fit.
"""

import random
import re

from lexicon import ASKED, PLACES, RELATIONS
from text import ASKS, CANDIDATES, Pool, has, right_of, squeezed, swap, text_of

YEAR = r"\b(?:1[5-9]\d\d|20[0-4]\d)\b"
NAME = r"\b[A-Z][\w'’-]+(?: (?:of |the |de |van )?[A-Z][\w'’-]+)*"


def shared(group, names):
    """What question and right sentence (or its title) have in common and could be another: (old, new) pairs."""
    right = right_of(group)
    question, there, everywhere = group["q"], f"{right[0]} {right[1]}", text_of(group)
    pairs = []
    for year in sorted(set(re.findall(YEAR, question))):
        if year in there:
            near = [str(int(year) + d) for d in (-10, -5, -3, -2, -1, 1, 2, 3, 5, 10, 20)]
            pairs += [(year, random.choice([y for y in near if y not in everywhere] or ["1402"]))]
    for number in sorted(set(re.findall(r"\b\d{1,3}(?:,\d{3})*(?:\.\d+)?\b", question))):
        if has(there, number) and not re.search(YEAR, number):
            other = str(random.choice([2, 3, 5, 7, 12, 15, 25, 40, 60, 75, 150, 300]))
            if not has(everywhere, other):
                pairs.append((number, other))
    for places in PLACES:
        for place in places:
            if has(question, place) and has(there, place):
                pairs.append((place, random.choice([p for p in places if not has(everywhere, p)])))
    found = [n for n in re.findall(NAME, question) if n.lower().split()[0] not in ASKS and len(n) > 3]
    if has(question, right[0]) and len(right[0]) > 3:
        found.append(right[0])
    for name in found:
        if has(there, name) and not any(has(name, p) for ps in PLACES for p in ps):
            like = [
                n for n in random.sample(names, min(60, len(names))) if len(n.split()) == len(name.split())
            ]
            like = [n for n in like if not has(everywhere, n)]
            if like:
                pairs.append((name, like[0]))
    return pairs


def names_in(groups):
    """Names of the questions and sentences, by source, to swap in."""
    found = {}
    for g in groups:
        own = found.setdefault(g["src"], set())
        own.add(g["cands"][0][0])
        own.update(n for n in re.findall(NAME, g["q"][1:]) if n.lower() not in ASKS)
    return {src: sorted(n for n in own if 3 < len(n) < 40) for src, own in found.items()}


def near_miss(group, names):
    """The question asks about another year, number, place or name: no sentence is right any more."""
    pairs = shared(group, names)
    if not pairs:
        return None
    old, new = random.choice(pairs)
    return {
        "q": swap(group["q"], old, new),
        "src": "near",
        "cands": [[t, s, 0] for t, s, _ in group["cands"]],
    }


def false_copy(group, names):
    """Beside the right sentence stands a copy about another year, number, place or name."""
    right = right_of(group)
    pairs = [p for p in shared(group, names) if has(right[1], p[0])]
    if not pairs:
        return None
    copies = [
        [right[0], swap(right[1], old, new), 0] for old, new in random.sample(pairs, min(2, len(pairs)))
    ]
    rest = [c for c in group["cands"] if c[2]] + copies + [c for c in group["cands"] if not c[2]]
    rows = [list(c) for c in rest[:CANDIDATES]]
    random.shuffle(rows)
    return {"q": group["q"], "src": "copy", "cands": rows}


def relation(group):
    """Another office, relative, measure or direction is asked for."""
    right, question, everywhere = right_of(group), squeezed(group["q"]), text_of(group)
    fits = []
    for line in RELATIONS:
        for word in line:
            if has(question, word):
                others = [w for w in line if w != word and not has(everywhere, w) and not has(question, w)]
                fits += [(word, w) for w in others]
    if not fits or right is None:
        return None
    old, new = random.choice(fits)
    return {"q": swap(question, old, new), "src": "near", "cands": [[t, s, 0] for t, s, _ in group["cands"]]}


def beside(name, sentences):
    """Something else is asked about a thing that all the sentences speak of."""
    everywhere = squeezed(" ".join(s for _, s in sentences))
    asked = [q for q, says in ASKED if not re.search(rf"\b(?:{says})", everywhere)]
    if not asked:
        return None
    question = random.choice(asked).format(name) + random.choice(["?", "?", ""])
    return {"q": question, "src": "near", "cands": [[t, s, 0] for t, s in sentences]}


def beside_groups(items, names, count):
    """Up to `count` groups of `beside`: names that stand in at least six sentences of the pool."""
    pool, made, tries = Pool(items), [], 0
    while len(made) < count and tries < 20 * count:
        tries += 1
        name = random.choice(names)
        found = [items[i][:2] for i in pool.top(name, 14) if has(f"{items[i][0]} {items[i][1]}", name)]
        if len(set(found)) >= CANDIDATES:
            some = random.sample(list(dict.fromkeys(found)), CANDIDATES)
            g = beside(name, some)
            if g:
                made.append(g)
    return made
