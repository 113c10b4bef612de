"""Make talks.jsonl: turns of conversations, each with the question before it and sentences of the document.

python3 talks.py RAW GROUPS OUT
  GROUPS  what data.py made; questions that follow each other are made from its public sets, too
"""

import json
import random
import re
import sys
from collections import defaultdict

import conversations
from conversations import is_unknown, title_of
from gather import kept, lines, write
from text import Pool, has, sentences, untokenised

ABSENT = 0.25  # in this part of the groups the right sentence is taken away
CANDIDATES = 7
FOLLOWING = 6000  # made from questions of the public sets
SETS = ("nqg", "squad2-half", "selqa", "natural", "clapnq", "covidqa", "documentation", "fetaqa")


def grouped(source, before, line, right, wrong):
    """A group; `None` where there are too few sentences."""
    right = right[:2]
    taken = {s for _, s in right}
    rest = [c for c in dict.fromkeys(wrong) if c[1] not in taken]
    rows = [[t, s, 1] for t, s in right] + [[t, s, 0] for t, s in rest[: CANDIDATES - len(right)]]
    if len(rows) < CANDIDATES:
        return None
    random.shuffle(rows)
    return {"q": line, "before": before, "src": source, "cands": rows}


def offices(raw):
    """The sentences that the next reply rests on are right; those of the turns before are wrong."""
    pages, turns = conversations.offices(raw)
    said, every = {}, []
    for page, text in pages.items():
        said[page] = []
        for m in re.finditer(r"[^\n]+", text):
            at = m.start()
            for s in sentences(m.group()):
                at = text.index(s, at)
                if len(s.split()) > 3:
                    said[page].append((at, s.strip()))
                at += len(s)
        every += [(title_of(page), s) for _, s in said[page]]
    of = defaultdict(list)
    for r in turns:
        page = r["page"]
        if not kept(page):
            continue
        title, start, end = title_of(page), r["start"], r["start"] + len(r["answer"].strip())
        over = [s for at, s in said[page] if at < end and start < at + len(s)]
        earlier = of[r["conversation"]]
        if r["before"] and 0 < len(over) < 5:
            own = [(title, s) for _, s in said[page]]
            pool = Pool([(title, s, 0) for _, s in own])
            hard = [own[i] for i in pool.top(f"{r['before']} {r['line']}", 6)]
            place = own.index((title, over[0]))
            near = [own[i] for i in (place - 1, place + len(over)) if 0 <= i < len(own)]
            rest = random.sample(own, min(len(own), 6))
            wrong = [*earlier[-2:], *hard[:3], *near, *rest, *random.sample(every, 3)]
            wrong = [c for c in wrong if c[1] not in over]
            best = sorted(over, key=lambda s: -len(s))[:2]
            gone = random.random() < ABSENT
            yield grouped("doc2dial", r["before"], r["line"], [] if gone else [(title, s) for s in best], wrong)
        earlier += [(title, s) for s in over[:1]]


def articles(raw):
    """The reply is right, and the other replies of the conversation are wrong."""
    turns = list(conversations.articles(raw))
    replies = defaultdict(list)
    for r in turns:
        replies[r["title"]] += r["known"]
    titles = sorted(replies)
    for r in turns:
        title, before, reply = r["title"], r["before"], r["reply"]
        if not kept(title) or before is None or reply is None:
            continue
        own = [x for x in dict.fromkeys(r["known"]) if not is_unknown(x)]
        others = [x for x in dict.fromkeys(replies[title]) if x not in own and not is_unknown(x)]
        far = [x for t in random.sample(titles, 4) for x in replies[t][:1] if t != title]
        wrong = [x for x in own if x != reply]
        random.shuffle(wrong)
        if before["reply"] in wrong:
            wrong.insert(0, before["reply"])
        random.shuffle(others)
        asked = before["rewrite"] if random.random() < 0.7 else before["line"]
        gone = is_unknown(reply) or random.random() < 0.1
        right = [] if gone else [(title, untokenised(reply))]
        wrong = [(title, untokenised(x)) for x in wrong[:5] + others[:4] + far]
        g = grouped("canard", asked, r["line"], right, wrong)
        if g:
            yield g
            # The same, said in full: what is before then says nothing more.
            if random.random() < 0.25:
                yield dict(g, q=r["rewrite"])


def rules(raw, others):
    """What the asker's own case is, and the line of the rule that speaks of it."""
    for rule, text, before, line, best in conversations.cases(raw):
        if kept(rule):
            wrong = [("", s) for s in text if s != best]
            random.shuffle(wrong)
            far = [("", s) for s in random.sample(others, 8)]
            gone = random.random() < ABSENT
            yield grouped("cases", before, line, [] if gone else [("", best)], wrong[:5] + far)


def shortened(question, title, before):
    """A question that leaves out what the one before it has said; `None` where nothing is shared."""
    names = [title] if len(title) > 3 and has(question, title) else []
    names += [n for n in re.findall(r"(?:[A-Z][\w'-]+ ?){1,4}", question[1:]) if has(before, n.strip()) and len(n) > 3]
    if not names:
        return None
    name = re.escape(max(names, key=len).strip())
    if random.random() < 0.5:
        text = re.sub(rf"\b(the )?{name}'s?\b", "its", question, flags=re.I)
        text = re.sub(rf"\b(the )?{name}(?!\w)", random.choice(["it", "it", "they", "he", "that"]), text, flags=re.I)
    else:
        text = re.sub(rf"\s*\b(of|in|at|for|by|from|about|on) (the )?{name}(?!\w)", "", question, flags=re.I)
        text = re.sub(rf"\b(the )?{name}('s)?\s*(?!\w)", "", text, flags=re.I)
    text = " ".join(text.split())
    if text == question or len(text.split()) < 2:
        return None
    if random.random() < 0.4:
        text = text.rstrip("?").lower()
    if random.random() < 0.2:
        text = random.choice(["and ", "ok, ", "so ", "but "]) + text
    return text


def following(groups):
    """Two questions about one thing, the second mostly shortened."""
    by_title = defaultdict(list)
    for g in groups:
        right = [c for c in g["cands"] if c[2]]
        title = (right or g["cands"])[0][0]
        if title:
            by_title[g["src"], title].append(g)
    pairs = [v for v in by_title.values() if len(v) > 1]
    found = 0
    while found < FOLLOWING:
        a, b = random.sample(random.choice(pairs), 2)
        short = shortened(b["q"], b["cands"][0][0], a["q"] + " " + b["cands"][0][0])
        line = short if short and random.random() < 0.8 else b["q"] if random.random() < 0.35 else None
        if line is None:
            continue
        stated = [(c[0], c[1]) for c in a["cands"] if c[2]]
        right = [(c[0], c[1]) for c in b["cands"] if c[2]]
        wrong = [(c[0], c[1]) for c in b["cands"] if not c[2]]
        if any(s in right for s in stated):
            continue
        g = grouped("follow", a["q"], line, right, stated + wrong + [(c[0], c[1]) for c in a["cands"]])
        if g:
            found += 1
            yield g


def main(raw, groups, out):
    random.seed(7)
    old = [json.loads(line) for line in lines(groups)]
    others = list(dict.fromkeys(c[1] for g in old if g["src"] == "rules" for c in g["cands"]))
    made = [
        *offices(raw),
        *articles(raw),
        *rules(raw, others),
        *following([g for g in old if g["src"] in SETS]),
    ]
    made = [g for g in made if g]
    random.shuffle(made)
    write(made, out)


if __name__ == "__main__":
    main(*sys.argv[1:4])
