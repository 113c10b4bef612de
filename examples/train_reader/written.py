"""Make written.jsonl: questions about the documents of written/, which were written for this.

python3 written.py OUT [SETS]
  SETS  folder for the sets written/ and onward/ of the documents that are kept aside: questions that stand alone, and
        those that go on from another (for `quoth eval`, and for `cargo run --release --example fit`)

Folders named by the code of a language hold documents in it, which the program puts in English word for word
(`foreign.py`); their sets are foreign/ and foreign-onward/, in their own words.

A document is "# title", "## heading", numbered sentences, then questions: "? question", "= numbers of the sentences
that answer it" or "= none", and before a question that goes on from another "> the one before".
"""

import glob
import json
import os
import random
import re
import sys
import zlib

from foreign import glossed
from gather import write
from text import Pool, content
from text import sentences as cut

CANDIDATES = 6
ASIDE = 10  # one document in so many is kept aside
BARE = 0.15  # in this part of the documents the headings are dropped
ELSEWHERE = 0.1  # so many of the questions that name their document are also asked of the others alone
HERE = os.path.dirname(os.path.abspath(__file__))


def documents(folder=""):
    """Each document: title, sentences as (heading, sentence), questions as (before, question, right places)."""
    for path in sorted(glob.glob(f"{HERE}/written/{folder}/*.txt")):
        with open(path, encoding="utf-8") as f:
            text = f.read()
        for part in re.split(r"^# ", text, flags=re.M)[1:]:
            title, *lines = part.split("\n")
            heading, sentences, questions, before, question = "", [], [], "", ""
            for mark, rest in (line.strip().partition(" ")[::2] for line in lines if line.strip()):
                if mark == "##":
                    heading = rest
                elif mark == ">":
                    before = rest
                elif mark == "?":
                    question = rest
                elif mark == "=":
                    right = [] if rest == "none" else [int(n) - 1 for n in re.findall(r"\d+", rest)]
                    questions.append((before, question, right))
                    before = ""
                else:
                    sentences.append((heading, rest))
            yield title.strip(), sentences, questions


def languages():
    return sorted(os.path.basename(path) for path in glob.glob(f"{HERE}/written/??"))


def in_english(code, found):
    """Documents with all texts in English, word for word."""
    lines = {}
    for title, sentences, questions in found:
        lines |= {f"# {title}": ""} | {f"1 {text}": "" for both in sentences for text in both}
        lines |= {f"? {text}": "" for before, question, _ in questions for text in (before, question)}
    lines = dict(zip(lines, glossed(code, lines)))
    for title, sentences, questions in found:
        said = [(lines[f"1 {heading}"], lines[f"1 {sentence}"]) for heading, sentence in sentences]
        asked = [(lines[f"? {before}"], lines[f"? {question}"], right) for before, question, right in questions]
        yield lines[f"# {title}"], said, asked


def is_aside(title):
    return zlib.crc32(title.encode()) % ASIDE == 0


def read(title, sentences, bare):
    """(title, sentence) as the program gives them to the reader: the first of a section is read with its heading."""
    above = None
    for heading, sentence in sentences:
        first, above = heading != above, heading
        if bare or not heading:
            yield title, sentence
        elif first or heading.endswith("?"):
            yield title, f"{heading} {sentence}"
        else:
            yield f"{title}: {heading}", sentence


def kept(code):
    """The documents that are trained on, in English."""
    found = [d for d in documents(code) if not is_aside(d[0])]
    return list(in_english(code, found)) if code else found


def groups(code=""):
    """Groups about the documents in English, or in a language."""
    kind, turn = ("foreign", "foreign-onward") if code else ("written", "onward")
    kept_here = kept(code)
    every = [(t, s, title) for title, sentences, _ in kept_here for t, s in read(title, sentences, False)]
    all_documents = Pool(every)

    def of_others(title, question):
        """What other documents have that is likest to a question that names its own; nothing where it does not."""
        names = content(question) & content(title)
        near = all_documents.top(question, 30, without=title) if names else []
        return [every[n][:2] for n in near if not names & content(every[n][2])]

    for title, sentences, questions in kept_here:
        own = list(read(title, sentences, random.random() < BARE))
        pool = Pool([(t, s, 0) for t, s in own])
        for before, question, right in questions:
            hard = pool.top(f"{before} {question}", 6)
            near = [n for i in right[:1] for n in (i + 1, i - 1) if 0 <= n < len(own)]
            rest = random.sample(range(len(own)), len(own))
            order = dict.fromkeys([*hard[:3], *near[:1], *rest[:1], *hard[3:], *rest])
            wrong = [own[n] for n in order if n not in right][: CANDIDATES - 1 - len(right)]
            others = [] if before else of_others(title, question)
            last = others[0] if others else random.choice(every)[:2]
            rows = [[*own[n], 1] for n in right] + [[*c, 0] for c in [*wrong, last]]
            random.shuffle(rows)
            made = {"q": question, "src": turn if before else kind, "cands": rows}
            yield made | ({"before": before} if before else {})
            if len(others) >= CANDIDATES and random.random() < ELSEWHERE:
                yield {"q": question, "src": kind, "cands": [[*c, 0] for c in others[:CANDIDATES]]}


def document(title, sentences):
    """The document as Markdown; what is no whole sentence stands by itself."""
    text, above = f"# {title}\n", ""
    for heading, sentence in sentences:
        text += f"\n\n## {heading}\n\n" if heading != above else " "
        above = heading
        text += sentence if re.search(r"[.!?。！？؟।][\"”’)」』]?$", sentence) else f"\n\n{sentence}\n\n"
    return text


def name(title, code):
    return f"{code}-{zlib.crc32(title.encode()):08x}" if code else re.sub(r"[^a-z0-9]+", "-", title.lower()).strip("-")


def set_aside(out, kinds, codes):
    """Writes the documents that are kept aside, and questions that stand alone and that go on from another."""
    aside = [(code, *d) for code in codes for d in documents(code) if is_aside(d[0])]
    for kind in kinds:
        os.makedirs(f"{out}/{kind}/docs", exist_ok=True)
        with open(f"{out}/{kind}/questions.jsonl", "w", encoding="utf-8") as f:
            for code, title, sentences, questions in aside:
                about = name(title, code)
                with open(f"{out}/{kind}/docs/{about}.md", "w", encoding="utf-8") as doc:
                    doc.write(document(title, sentences))
                for before, question, right in questions:
                    row = {"question": question, "answerable": bool(right), "about_doc": about}
                    # What is one line here may be several sentences.
                    ends = r"(?<=[。！？])|(?<=[.!?؟।])\s+"
                    said = [sentences[n][1] for n in right]
                    said = [part for s in said for part in (re.split(ends, s) if code else cut(s)) if part.strip()]
                    row["answers"] = row["gold_sentences"] = said
                    row["gold_docs"] = [about] if right else []
                    if (kind == kinds[1]) == bool(before):
                        f.write(json.dumps(row | ({"before": before} if before else {}), ensure_ascii=False) + "\n")


def main(out, sets=None):
    random.seed(7)
    every = list(groups())
    for code in languages():
        every += groups(code)
    write(every, out)
    if sets:
        set_aside(sets, ("written", "onward"), [""])
        set_aside(sets, ("foreign", "foreign-onward"), languages())


if __name__ == "__main__":
    main(*sys.argv[1:])
