"""Make groups.jsonl: public sets, and kinds of questions made from them by rule.

python3 data.py RAW EVAL WORDNET OUT
  RAW      folder with the files of the sets (see PROVENANCE.md)
  EVAL     folder with squad2-half/, clapnq/ and xquad-en/
  WORDNET  folder with WordNet's data.*, index.* and index.sense
"""

import glob
import json
import os
import random
import re
import sys

import asking
import near
import pages
import sources
import tables
import terms
from gather import kept, lines, write
from synonyms import wordnet
from text import squeezed, text_of

# Never learnt from: what the product's own documents are about.
KEPT_OUT = re.compile(
    r"land ?mine|anti-?personnel|mine ban|ottawa (treaty|convention)|cluster munition", re.I
)


def titles(path, wanted=lambda document: True):
    """The titles and file names of a set's documents."""
    found = set()
    for file in sorted(os.listdir(f"{path}/docs")):
        if wanted(file[:-4]):
            found |= {
                squeezed(file[:-4].replace("_", " ")),
                squeezed(lines(f"{path}/docs/{file}")[0].strip()),
            }
    return found


def public(raw, evaluation):
    """All groups of the public sets."""
    articles = sources.squad_articles(f"{evaluation}/squad2-half")
    asked = {squeezed(json.loads(line)["question"]) for line in lines(f"{evaluation}/clapnq/questions.jsonl")}
    xquad = titles(f"{evaluation}/xquad-en") - titles(f"{evaluation}/squad2-half", lambda d: d in articles)
    barred = xquad | titles(f"{evaluation}/clapnq", lambda d: not kept(d))
    old = [
        *sources.nqg(f"{raw}/nqg"),
        *sources.selqa(f"{raw}/selqa"),
        *sources.folder(f"{evaluation}/squad2-half", "squad2-half", lambda d: d in articles, within=True),
        *sources.folder(f"{evaluation}/clapnq", "clapnq", kept, within=False),
    ]
    new = [
        *sources.natural(f"{raw}/qed.jsonl", asked),
        *sources.covidqa(f"{raw}/covidqa.json"),
        *tables.tatqa([f"{raw}/tatqa-dev.json", f"{raw}/tatqa-test.json"]),
        *tables.fetaqa([f"{raw}/fetaqa-dev.jsonl", f"{raw}/fetaqa-test.jsonl"]),
        *tables.wikitables(f"{raw}/wtq"),
        *sources.pubmedqa(f"{raw}/pubmedqa.json"),
        *pages.documentation(sorted(glob.glob(f"{raw}/docs/*"))),
        *pages.rules(f"{raw}/sharc"),
    ]

    def clean(g, without):
        return (
            g
            and not KEPT_OUT.search(g["q"] + " " + text_of(g))
            and not any(squeezed(c[0]) in without for c in g["cands"])
        )

    return [g for g in old if clean(g, xquad)], [g for g in new if clean(g, barred)]


def by_rule(groups, synonyms):
    """The kinds that are made from the groups."""
    names = near.names_in(groups)
    right = [g for g in groups if any(c[2] for c in g["cands"])]
    items = list(
        dict.fromkeys(
            (c[0], c[1], c[0])
            for g in groups
            if g["src"] not in ("tatqa", "fetaqa", "wikitables")
            for c in g["cands"]
        )
    )
    cased = [i for i in items if not i[1].islower()]
    made = []

    def some(count, make, of=right):
        found = 0
        for g in random.sample(of, len(of)):
            m = make(g)
            if m:
                made.append(m)
                found += 1
            if found >= count:
                return

    some(2600, lambda g: near.near_miss(g, names[g["src"]]))
    some(2200, lambda g: near.false_copy(g, names[g["src"]]))
    some(900, near.relation)
    titles = sorted({i[0] for i in items if 3 < len(i[0]) < 40})
    spoken = sorted({n for src in ("selqa", "squad2-half", "clapnq", "natural") for n in names[src]})
    made += near.beside_groups(items, titles, 500)
    made += near.beside_groups(cased, spoken, 700)
    some(1800, asking.terse)
    some(300, asking.terse, [g for g in made if g["src"] == "near"])
    some(900, asking.request)
    some(700, asking.misspelt)
    some(2200, lambda g: asking.paraphrase(g, synonyms))
    made += terms.acronyms(items, 1000)
    made += terms.definitions(items, 1500)
    return made


def main(raw, evaluation, words, out):
    random.seed(7)
    old, new = public(raw, evaluation)
    made = by_rule(old + new, wordnet(words))
    every = old + new + made
    random.shuffle(every)
    write(every, out)


if __name__ == "__main__":
    main(*sys.argv[1:5])
