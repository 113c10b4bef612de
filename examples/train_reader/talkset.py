"""Make question sets of conversations from the halves that the reader is not trained on: `fit` learns from them
when a turn is answered.

python3 talkset.py RAW EVAL OUT
  OUT  becomes a folder with talks-offices, talks-rules and talks-follow, and of each another (-absent) of turns
       whose answers were taken out of the documents
"""

import json
import os
import random
import re
import sys

import conversations
import sources
from conversations import title_of
from gather import kept, lines
from talks import shortened
from text import squeezed

ABSENT = 0.4  # this part of the turns is also asked without the answer


class Set:
    """Documents and questions of a folder."""

    def __init__(self, out, name):
        self.folder = f"{out}/{name}"
        self.made, self.asked = set(), []
        os.makedirs(f"{self.folder}/docs", exist_ok=True)

    def document(self, name, title, paragraphs):
        name = re.sub(r"[^\w' -]", "_", name)[:80]
        if name not in self.made:
            with open(f"{self.folder}/docs/{name}.txt", "w", encoding="utf-8") as f:
                f.write(f"{title}\n\n" + "\n".join(p.strip() for p in paragraphs if p.strip()) + "\n")
            self.made.add(name)
        return name

    def ask(self, before, line, document, answers):
        self.asked.append(
            {
                "question": line,
                "before": before,
                "answerable": bool(answers),
                "answers": answers,
                "gold_docs": [document] if answers else [],
                "about_doc": document,
            }
        )

    def close(self):
        with open(f"{self.folder}/questions.jsonl", "w", encoding="utf-8") as f:
            for asked in self.asked:
                f.write(json.dumps(asked, ensure_ascii=False) + "\n")
        right = sum(a["answerable"] for a in self.asked)
        print(self.folder, len(self.made), "documents", right, "answerable", len(self.asked) - right, "not")


def offices(raw, whole, less):
    pages, turns = conversations.offices(raw)
    left, gone = dict(pages), []
    for r in turns:
        spans = [x.strip() for x in r["spans"] if len(x.split()) > 2]
        if kept(r["page"]) or not r["before"] or not 0 < len(spans) < 6:
            continue
        text, title = pages[r["page"]], title_of(r["page"])
        whole.ask(r["before"], r["line"], whole.document(r["page"], title, text.split("\n")), spans)
        if random.random() < ABSENT:
            gone.append(r)
            for part in r["spans"]:
                left[r["page"]] = left[r["page"]].replace(part.strip(), "")
    for r in gone:
        page = less.document(r["page"], title_of(r["page"]), left[r["page"]].split("\n"))
        less.ask(r["before"], r["line"], page, [])


def rules(raw, whole, less):
    left, gone = {}, []
    for rule, text, before, line, best in conversations.cases(raw):
        if kept(rule):
            continue
        whole.ask(before, line, whole.document(rule, "Rules", text), [best])
        if random.random() < ABSENT:
            left[rule] = [s for s in left.get(rule, text) if s != best]
            gone.append((rule, before, line))
    for rule, before, line in gone:
        if len(left[rule]) > 2:
            less.ask(before, line, less.document(rule, "Rules", left[rule]), [])


def following(evaluation, whole, less):
    """Pairs of questions of SQuAD 2.0's other articles, the second mostly shortened."""
    taught = sources.squad_articles(f"{evaluation}/squad2-half")
    asked = {}
    for line in lines(f"{evaluation}/squad2-half/questions.jsonl"):
        q = json.loads(line)
        if q["answerable"] and q["about_doc"] not in taught:
            asked.setdefault(q["about_doc"], []).append(q)
    for name, questions in sorted(asked.items()):
        title, *rest = lines(f"{evaluation}/squad2-half/docs/{name}.txt")
        left, gone = [p for p in rest if p.strip()], []
        document = whole.document(name, title, left)
        pairs = list(zip(questions, questions[1:] + questions[:1]))
        for a, b in random.sample(pairs, min(60, len(pairs))):
            line = shortened(b["question"], title, a["question"] + " " + title) or b["question"]
            whole.ask(a["question"], line, document, b["gold_sentences"])
            if random.random() < ABSENT / 2:
                gone.append((a["question"], line))
                said = [squeezed(x) for x in b["gold_sentences"]]
                left = [p for p in left if not any(x in squeezed(p) for x in said)]
        for before, line in gone:
            less.ask(before, line, less.document(name, title, left), [])


def main(raw, evaluation, out):
    random.seed(7)
    for name, make, of in (
        ("talks-offices", offices, raw),
        ("talks-rules", rules, raw),
        ("talks-follow", following, evaluation),
    ):
        whole, less = Set(out, name), Set(out, f"{name}-absent")
        make(of, whole, less)
        whole.close()
        less.close()


if __name__ == "__main__":
    main(*sys.argv[1:4])
