"""Make lists of words of other languages with their English, from free dictionaries and wordnets.

python3 build.py RAW OUT [LANGUAGE...]
  RAW       the folder of the sources, as below
  OUT       where the lists go: XX.tsv, "word<TAB>english,english", the commonest words first; zht.tsv
            (traditional characters) and vi.phrases.tsv (Vietnamese words of two or three syllables);
            forms/XX.forms.tsv, "inflected form<TAB>dictionary word,dictionary word"
  LANGUAGE  which lists; all where none is named

Needs pymorphy3 2.0.6 with pymorphy3-dicts-ru 2.4.417150.4580142, and morfeusz2 1.99.15, from PyPI.

RAW holds, unpacked under these names, with the folders of each repository as they are:
  FrequencyWords/           github hermitdave/FrequencyWords 525f9b5: content/2018/
  Wiktionary-Dictionaries/  github Vuizur/Wiktionary-Dictionaries be0cfb8: the files of the languages that
                            have a `dictionary` in sources.py, .tsv or stardict.tar.gz as it says there
  wiktionary-dict/          github open-dsl-dict/wiktionary-dict 74c2c11: dsl/oneway/
  omw-data/                 github omwn/omw-data f75be19: wns/; but wns/mcr/wn-data-spa.tab of 291d2c2
  wordnet/                  WordNet 3.0: data.noun, data.verb, data.adj, data.adv, cntlist.rev
  cedict.txt                CC-CEDICT of 2020-12-21
  edict                     EDICT of 2021-02-03, in EUC-JP
"""

import collections
import math
import pathlib
import sys

from sources import LISTS, counts, sources
from words import load_english

WORDS = 40_000  # of a list, at most
MEANINGS = 4  # of a word, at most
LEAST = 0.18  # of the weight of a word's best meaning
SEEN = 30  # how often a word that a dictionary knows to be common counts as said, beside what is counted


def commonness(phrase, ranks):
    """How common the rarest word of an English phrase is, from 0 to 1."""
    rank = max(ranks.get(word, 50_000) for word in phrase.split())
    return 1 - math.log(1 + rank) / math.log(50_001) * 0.999


def gather(raw, code, english, said):
    """What all sources of a list say: weights, names of the sources, direct meanings, forms, and so on."""
    weights = collections.defaultdict(lambda: collections.defaultdict(float))
    names, forms = collections.defaultdict(set), collections.defaultdict(list)
    direct, lemmas, common = set(), set(), set()
    for source in sources(raw, code, english):
        for word, phrase, weight in source.meanings:
            both = [word.replace("ё", "е"), word] if code == "ru" and "ё" in word else [word]
            for spelling in both:
                weights[spelling][phrase] += weight
                names[spelling].add(source.name)
                if source.name not in ("wordnet", "linked"):
                    direct.add((spelling, phrase))
            if source.name in ("dictionary", "entries"):
                lemmas.add(word)
        for form, word in source.forms:
            if form in said and word not in forms[form]:
                forms[form].append(word)
        common.update(source.common)
    return weights, names, direct, forms, lemmas, common


def best(word, weights, direct, ranks):
    """The best meanings of a word. Common English is better, and one word than two."""
    is_direct = any((word, phrase) in direct for phrase in weights)
    ranked = []
    for phrase, weight in weights.items():
        weight *= 0.45 + 0.55 * commonness(phrase, ranks)
        weight *= 0.5 if is_direct and (word, phrase) not in direct else 1
        weight *= 0.7 if " " in phrase else 1
        ranked.append((weight, phrase))
    ranked.sort(reverse=True)
    return [phrase for weight, phrase in ranked[:MEANINGS] if weight >= LEAST * ranked[0][0]]


def build(raw, code, english):
    """The rows of a list, and those of its inflected forms."""
    ranks, said = english["ranks"], counts(raw, code)
    weights, names, direct, forms, lemmas, common = gather(raw, code, english, said)
    # A word is said as often as it and its forms are.
    total = dict(said)
    for form, words in forms.items():
        for word in words[:3]:
            if form not in lemmas:
                total[word] = total.get(word, 0) + said[form] / len(words)

    def order(word):
        """The commonest first; then what most sources know, and what has a common meaning."""
        commonest = max(commonness(phrase, ranks) for phrase in meanings[word])
        return -total.get(word, 0) - SEEN * (word in common), -len(names[word]), -commonest

    meanings = {}
    for word, found in weights.items():
        listed = best(word, found, direct, ranks)
        # Likely an English word that has gone astray.
        is_english = listed == [word] and word in english["vocabulary"]
        if not is_english or len(names[word]) > 1 or word in said:
            meanings[word] = listed
    rows = {word: meanings[word] for word in sorted(meanings, key=order)[:WORDS]}
    inflected = {}
    for form in sorted(forms, key=lambda form: -said[form]):
        words = [word for word in forms[form] if word in rows and word != form]
        if words and form not in rows:
            inflected[form] = sorted(words, key=lambda word: -total.get(word, 0))[:2]
    return rows, inflected


def write(path, rows):
    """Writes a list, if it has rows."""
    if rows:
        path.parent.mkdir(parents=True, exist_ok=True)
        text = "".join(f"{word}\t{','.join(others)}\n" for word, others in rows.items())
        path.write_text(text, encoding="utf-8")


def main():
    raw, out, *codes = sys.argv[1:]
    raw, out = pathlib.Path(raw), pathlib.Path(out)
    english = load_english(raw)
    for code in codes or LISTS:
        rows, inflected = build(raw, code, english)
        write(out / f"{code}.tsv", rows)
        write(out / "forms" / f"{code}.forms.tsv", inflected)
        print(code, len(rows), "words,", len(inflected), "forms", flush=True)


if __name__ == "__main__":
    main()
