"""Public conversations about documents: Doc2Dial, CANARD and ShARC as turns that go on from a question.

RAW holds doc2dial/rc_val.csv.zip, canard/dev.json and sharc/dev.json (see PROVENANCE.md).
"""

import ast
import csv
import io
import json
import random
import re
import zipfile
from collections import defaultdict

from text import content, sentences

# A reply to the office, or no question at all.
IS_REPLY = re.compile(r"(yes|no|yeah|nope|not?)\b", re.I)
IS_NO_QUESTION = re.compile(r"(yes|no|ok|thank)\b", re.I)


def title_of(page):
    return page.split("#")[0].split("|")[0].strip()


def offices(raw):
    """Doc2Dial without the pages of New York's DMV: {page: text}, and its turns.

    A turn: page, conversation, the question before it (None where it goes on from none), line, where the text begins
    that the reply rests on, that text, and its parts.
    """
    csv.field_size_limit(10**9)
    with zipfile.ZipFile(f"{raw}/doc2dial/rc_val.csv.zip") as z:
        rows = list(csv.DictReader(io.StringIO(z.read(z.namelist()[0]).decode(), newline="")))
    pages, turns = {}, []
    for r in rows:
        if r["domain"] == "dmv":
            continue
        pages.setdefault(r["title"], r["context"])
        said = []
        for part in reversed(r["question"].split("\t")):
            who, _, text = part.partition(":")
            if who in ("user", "agent"):
                said.append([who, text.strip()])
            else:
                said[-1][1] = f"{said[-1][1]} {part.strip()}".strip()
        line = said.pop()[1]
        users = [text for who, text in said if who == "user"]
        agents = [text for who, text in said if who == "agent"]
        asked_back = agents and agents[-1].endswith("?")
        asks = [text for text in users if not IS_NO_QUESTION.match(text)] or users
        goes_on = asks and not asked_back and not IS_REPLY.match(line) and "(" not in line[:2]
        answers = ast.literal_eval(r["answers"])
        turns.append(
            {
                "page": r["title"],
                "conversation": r["id"].rsplit("_", 1)[0],
                "before": asks[-1] if goes_on else None,
                "line": line,
                "start": answers["answer_start"][0],
                "answer": answers["text"][0],
                "spans": list(answers["spans"].values()),
            }
        )
    return pages, turns


def articles(raw):
    """CANARD's conversations about articles of Wikipedia.

    A turn: title, the turn before it or None, line, the line made to stand alone, its reply (None where that is not
    known), and all known replies of the conversation.
    """
    with open(f"{raw}/canard/dev.json", encoding="utf-8") as f:
        rows = json.load(f)
    conversations = defaultdict(list)
    for r in rows:
        conversations[r["QuAC_dialog_id"]].append(r)
    for rows in conversations.values():
        rows.sort(key=lambda r: r["Question_no"])
        known = rows[-1]["History"][3::2]
        before = None
        for r, after in zip(rows, [*rows[1:], None]):
            turn = {
                "title": r["History"][0],
                "before": before,
                "line": r["Question"],
                "rewrite": r["Rewrite"],
                "reply": after and after["History"][-1],
                "known": known,
            }
            yield turn
            before = turn


def is_unknown(reply):
    return reply.lower().startswith("i don't know")


def cases(raw):
    """ShARC: rule, its sentences, the question, what the asker's own case is, and the sentence that speaks of it."""
    seen = set()
    with open(f"{raw}/sharc/dev.json", encoding="utf-8") as f:
        rows = json.load(f)
    for r in rows:
        rule = r["tree_id"]
        text = [s for line in r["snippet"].split("\n") for s in sentences(line.lstrip("#* ")) if len(s.split()) > 2]
        met = [x["follow_up_question"] for x in r["history"] if x["follow_up_answer"].lower() == "yes"]
        for own in [*met, *re.split(r"(?<=[.!?])\s", r["scenario"])[:2]]:
            own = own.strip()
            if (rule, own) in seen or not own or len(own.split()) > 22:
                continue
            seen.add((rule, own))
            best = sorted(text, key=lambda s: -len(content(s) & content(own)))[:1]
            line = stated(own) if own.endswith("?") else own
            if line and best and len(content(best[0]) & content(own)) >= 2:
                yield rule, text, r["question"], line, best[0]


def stated(question):
    """"Are you a student?" as what somebody says of himself; `None` where that cannot be told."""
    line = re.sub(r"^are you", "I'm", question, flags=re.I)
    line = re.sub(
        r"^(do|did|have|can|will) you",
        lambda m: f"I {m.group(1).lower()}" if m.group(1).lower() != "do" else "I",
        line,
        flags=re.I,
    )
    line = re.sub(r"\byour\b", "my", re.sub(r"\byou\b", "I", line)).rstrip("?")
    if line == question.rstrip("?"):
        return None
    what_if = line[0].lower() + line[1:]
    return random.choice([line, line.lower(), f"and if {line}?", f"what if {what_if}?"])
