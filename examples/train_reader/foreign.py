"""Make foreign.jsonl: questions in other languages, in English word for word as the program gives them to the reader.

python3 foreign.py RAW WORDNET GROUPS OUT
  RAW      folder with jaquad/*.json and cmrc2018_trial.json (see PROVENANCE.md)
  WORDNET  folder with WordNet's data.*, index.* and index.sense
  GROUPS   groups.jsonl, of which some are made to look as if they were put in English word for word

The program that puts words in English is `target/release/examples/glosses`, or what QUOTH_GLOSSES names.
"""

import glob
import json
import os
import random
import re
import subprocess
import sys

from gather import answered, holding, write
from synonyms import wordnet
from text import squeezed, text_of

HERE = os.path.dirname(os.path.abspath(__file__))
GLOSSES = os.environ.get("QUOTH_GLOSSES", f"{HERE}/../../target/release/examples/glosses")
QUESTIONS = 7_000  # of a public set, at most
MADE = 9_000  # groups that are made to look so
# As in data.py: what the product's own documents are about.
KEPT_OUT = re.compile(r"\bmines?\b|ottawa (treaty|convention)|cluster munition", re.I)


def glossed(code, lines):
    """Lines of a mark and a text in English: "?" and ">" mark questions."""
    text = "\n".join(re.sub(r"\s+", " ", line) for line in lines) + "\n"
    done = subprocess.run([GLOSSES, code], input=text, capture_output=True, text=True, check=True)
    return [line.partition(" ")[2] for line in done.stdout.split("\n")[: len(lines)]]


def paragraphs(path):
    """(title, text, questions as (question, answers)) of a set in the form of SQuAD or of CMRC 2018."""
    with open(path, encoding="utf-8") as f:
        read = json.load(f)
    if isinstance(read, list):
        for part in read:
            asked = [(q["query_text"], q["answers"]) for q in part["qas"]]
            yield part["title"].strip(), part["context_text"], asked
    else:
        for article in read["data"]:
            for part in article["paragraphs"]:
                asked = [(q["question"], [a["text"] for a in q["answers"]]) for q in part["qas"]]
                yield article["title"], part["context"], asked


def public(name, code, paths):
    """Groups from a set whose sentences end in 。, put in English."""
    items, asked = [], []
    for path in paths:
        for title, text, questions in paragraphs(path):
            begin = len(items)
            cut = re.findall(r"[^。！？]+[。！？]?[」』”）)]*", text)
            items += [(title, s.strip(), title) for s in cut if s.strip()]
            for question, answers in questions:
                answers = [squeezed(a) for a in answers]
                right, all_of_them = holding(items, range(begin, len(items)), answers, question)
                if len(all_of_them) == 1:
                    asked.append((question, title, right, []))
    asked = random.sample(asked, min(QUESTIONS, len(asked)))
    titles = sorted({title for title, _, _ in items})
    english = dict(zip(titles, glossed(code, [f"# {title}" for title in titles])))
    said = glossed(code, [f"1 {sentence}" for _, sentence, _ in items])
    items = [(english[title], s, title) for (title, _, _), s in zip(items, said)]
    questions = glossed(code, [f"? {question}" for question, _, _, _ in asked])
    asked = [(q, *rest) for q, (_, *rest) in zip(questions, asked)]
    return [g for g in answered(name, asked, items, keep=lambda _: True) if g]


class Garbled:
    """English as a language's words are in English: in their first forms, in another order, names as they sound."""

    SMALL = "of in on at to for from by with into upon".split()
    BE = dict.fromkeys("is are was were been being am".split(), "be")
    SOUNDS = [("th", "t"), ("ph", "f"), ("ck", "k"), ("c", "k"), ("x", "ks"), ("w", "u"), ("q", "k"), ("ee", "i"),
              ("oo", "u"), ("sh", "s"), ("j", "dzh"), ("y", "i"), ("v", "f"), ("r", "l"), ("er", "a"), ("ou", "au")]

    def __init__(self, folder):
        self.words, self.same = set(), wordnet(folder)
        for part in ("noun", "verb", "adj", "adv"):
            with open(f"{folder}/index.{part}", encoding="latin-1") as f:
                self.words |= {line.split(" ", 1)[0] for line in f if line[0] != " "}

    def first_form(self, word):
        for end, instead in (("ies", "y"), ("ing", ""), ("ing", "e"), ("ed", ""), ("ed", "e"), ("es", ""), ("s", "")):
            form = word[: -len(end)] + instead
            if word.endswith(end) and len(form) > 2 and form in self.words:
                return form
        return word

    def text(self, text, style):
        """A text in the style of a language: pairs of sounds that change, and how far words move."""
        sounds, moves = style
        words = []
        for word in re.findall(r"[\w.,]*\w+(?:'\w+)?", text.lower().replace("'s", "")):
            if word in ("a", "an", "the") or word in self.SMALL and random.random() < 0.15:
                continue
            word = self.BE.get(word, word)
            if word in self.SMALL and random.random() < 0.25:
                word = random.choice(self.SMALL)
            elif word in self.same and random.random() < 0.15:
                word = random.choice(self.same[word])
            elif word.isalpha() and len(word) > 3:
                form = self.first_form(word)
                if form not in self.words:
                    for sound, other in sounds:
                        form = form.replace(sound, other)
                word = form
            words.append(word)
        order = sorted(range(len(words)), key=lambda at: at + random.uniform(0, moves))
        end = text.strip()[-1:]
        return " ".join(words[at] for at in order) + (end if not end.isalnum() else "")

    def group(self, g):
        style = random.sample(self.SOUNDS, random.randrange(8)), random.choice([0, 1.5, 2.5, 4])
        rows = [[self.text(t, style), self.text(s, style), right] for t, s, right in g["cands"]]
        return {"q": self.text(g["q"], style), "src": "garbled", "cands": rows}


def main(raw, words, groups, out):
    random.seed(7)
    made = public("jaquad", "ja", sorted(glob.glob(f"{raw}/jaquad/*train*.json")))
    made += public("cmrc", "zh", [f"{raw}/cmrc2018_trial.json"])
    with open(groups, encoding="utf-8") as f:
        every = [json.loads(line) for line in f]
    of = [g for g in every if g["src"] in ("nqg", "squad2-half", "selqa", "clapnq", "natural", "near")]
    garbled = Garbled(words)
    made += [garbled.group(g) for g in random.sample(of, MADE)]
    write([g for g in made if not KEPT_OUT.search(g["q"] + " " + text_of(g))], out)


if __name__ == "__main__":
    main(*sys.argv[1:5])
