"""Groups from pages that tell people how things are done: what a heading promises, the text below it says.

Documentation asks in headings ("Configure the proxy"); ShARC asks of rules in people's own case ("Can I claim ...?").
"""

import csv
import glob
import json
import os
import random
import re
from collections import Counter

from gather import answered
from text import content, sentences

LINK = re.compile(r"!?\[([^\]]*)\]\([^)]*\)")
MARKED = re.compile(r"<[^>]*>|\{[{%<][^}]*[}%>]\}|\{:?[^}]*\}|[*_`]{1,3}|\\(?=\W)")
LISTED = re.compile(r"^\s*(?:[-*+]|\d+[.)]|>+)\s+")


def plain(text):
    """A line of Markdown as people read it."""
    return re.sub(r"\s+", " ", MARKED.sub("", LINK.sub(r"\1", LISTED.sub("", text)))).strip()


def page(path):
    """Title and sections, [(heading, [paragraph])], of a Markdown file."""
    with open(path, encoding="utf-8", errors="replace") as f:
        text = f.read()
    front = re.match(r"---\n(.*?)\n---\n", text, re.S)
    named = front and re.search(r"^title:\s*[\"']?(.*?)[\"']?\s*$", front[1], re.M)
    title, found = named[1] if named else "", []
    body = re.sub(r"```.*?```|<!--.*?-->", "", text[front.end() if front else 0 :], flags=re.S)
    for block in re.split(r"\n\s*\n|\n(?=\s*(?:[-*+]|\d+[.)])\s)", body):
        for line in re.split(r"\n(?=#)|(?<=#)\n", block.strip()):
            head = re.match(r"(#+)\s+(.*?)\s*#*(?:\n|$)", line)
            if head and head[1] == "#":
                title = title or plain(head[2])
            elif head:
                found.append((plain(head[2]), []))
            rest = plain(line[head.end() :] if head else line)
            if found and rest and "|" not in rest and not rest.startswith((":", "[")):
                found[-1][1].append(rest)
    return plain(title), found


def asked_by(heading):
    """The question that a heading stands for; None where it asks nothing."""
    said = re.sub(r"^(?:step )?\d+[.:)]\s*|\s*\(.*\)$", "", heading, flags=re.I).strip(" .:")
    parts = said.split()
    if not 2 <= len(parts) <= 14 or len(content(said)) < 2:
        return None
    first, rest = parts[0].lower(), " ".join(parts[1:])
    if said.endswith("?"):
        return said
    if first in ("how", "what", "why", "when", "where", "who", "which", "can", "do", "does", "is", "are"):
        return said.lower() + random.choice(["?", ""])
    if first.endswith("ing") and len(first) > 5 and len(parts) > 2:
        about = said.lower()
        return random.choice([f"tell me about {about}", f"how does {about} work?", about])
    if first == "to" or len(parts) > 9:
        return None
    if first in TOLD:
        what = f"{first} {rest}"
        return random.choice(
            [f"How do I {what}?", f"how to {what}", f"how can we {what}?", f"i want to {what}"]
        )
    return random.choice([f"What about {said}?", said.lower(), f"What do you know about {said}?"])


# Headings that begin with one of these tell how to do something.
TOLD = set(
    "add allow apply approve assign block build change check choose clean close configure connect copy create "
    "customize delete deploy determine disable download edit enable export find fix format generate get give grant "
    "hide import improve install invite join limit link manage migrate modify monitor move open plan prepare prevent "
    "protect provide publish reduce register remove rename replace request resolve restore restrict review run save "
    "schedule search select send set share show sign start stop submit switch sync test track turn understand update "
    "upgrade upload use verify view work write".split()
)


def documentation(folders):
    """A heading asks, the first sentence below it answers; the others below it are neither right nor wrong."""
    items, asked, pages = [], [], []
    for folder in folders:
        for path in sorted(glob.glob(f"{folder}/**/*.md", recursive=True)):
            title, sections = page(path)
            if title and len(sections) > 1:
                pages.append((os.path.relpath(path, os.path.dirname(folder)), title, sections))
    common = Counter(h.lower() for _, _, sections in pages for h in {h for h, _ in sections})
    for name, title, sections in pages:
        for heading, paragraphs in sections:
            start = len(items)
            items += [(title, s, name) for p in paragraphs for s in sentences(p) if 4 <= len(s.split()) <= 60]
            question = asked_by(heading) if common[heading.lower()] == 1 else None
            said = range(start, len(items))
            answer = items[start][1] if said else ":"
            if question and not answer.endswith(":") and content(heading) & content(answer):
                asked.append((question, name, [start], said))
    return answered("documentation", random.sample(asked, min(len(asked), 6000)), items)


def rules(folder):
    """ShARC: a question about somebody's own case, and the rule that decides it.

    dev.json has people's cases beside the question, trees/ the questions of all rules, data.csv the rules.
    """
    said = {}
    with open(f"{folder}/data.csv", encoding="utf-8") as f:
        for row in csv.DictReader(f):
            text = re.sub(r"</(?:p|li|h\d)>", "\n", row["snippet"])
            said[row["label"]] = [plain(re.sub(r"<[^>]*>", " ", line)) for line in text.split("\n")]
    cases = {}
    with open(f"{folder}/dev.json", encoding="utf-8") as f:
        for r in json.load(f):
            said.setdefault(r["tree_id"], [plain(line.lstrip("# ")) for line in r["snippet"].split("\n")])
            cases.setdefault(r["tree_id"], set()).add((r["question"], r["scenario"]))
    items, asked = [], []
    for rule, text in said.items():
        start = len(items)
        items += [("", s, rule) for line in text for s in sentences(line) if len(s.split()) > 2]
        whole = range(start, len(items))
        tree = f"{folder}/trees/{rule}.json"
        keys = []
        if os.path.exists(tree):
            with open(tree, encoding="utf-8") as f:
                keys = keys_of(json.load(f))
        for question, case in sorted(cases.get(rule, ()), key=str)[:8] + [(k, "") for k in keys]:
            best = sorted(whole, key=lambda i: -len(content(items[i][1]) & content(question)))[:1]
            if best and len(content(items[best[0]][1]) & content(question)) >= 2:
                own = re.split(r"(?<=[.!?])\s", case)[0]
                is_short = case and len(own.split()) < 14
                ask = f"{own} {question}" if is_short and random.random() < 0.5 else question
                asked.append((ask, rule, best, whole))
    return answered("rules", asked, items)


def keys_of(tree):
    """The questions of a tree: its own, and those that decide it."""
    below = [k for child in tree.get("children", ()) for k in keys_of(child)]
    return ([tree["key"]] if tree["key"].endswith("?") else []) + below
