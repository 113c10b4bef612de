"""Synonyms from the files of WordNet."""

import re


def counted(folder):
    """How often WordNet's tagged texts use a word in each of its senses: {word: {(part of speech, sense): count}}."""
    found = {}
    with open(f"{folder}/index.sense", encoding="latin-1") as f:
        for line in f:
            key, sense, _, count = line.split()
            word, rest = key.split("%")
            found.setdefault(word, {})["3" if rest[0] == "5" else rest[0], sense] = int(count)
    return found


def wordnet(folder):
    """Synonyms from WordNet's files: words that mostly mean the same one thing, inflected like the word that they
    stand for."""
    uses, found = counted(folder), {}

    def mostly(word, part, sense):
        counts = uses.get(word, {})
        return counts.get((part, sense), 0) >= max(2, 0.5 * sum(counts.values()))

    def ending(word, end):
        if end == "s":
            return (
                word[:-1] + "ies"
                if re.search("[^aeiou]y$", word)
                else word + ("es" if re.search("(s|x|ch|sh)$", word) else "s")
            )
        return (word[:-1] if word.endswith("e") else word) + end

    for part, code in (("noun", "1"), ("verb", "2"), ("adj", "3")):
        senses = {}
        with open(f"{folder}/data.{part}", encoding="latin-1") as f:
            for line in f:
                if line[0] != " ":
                    p = line.split()
                    senses[p[0]] = [p[4 + 2 * k].split("(")[0] for k in range(int(p[3], 16))]
        with open(f"{folder}/index.{part}", encoding="latin-1") as f:
            for line in f:
                p = line.split()
                if line[0] == " " or not p[0].isalpha() or len(p[0]) < 4:
                    continue
                first = p[6 + int(p[3])]
                if not mostly(p[0], code, first):
                    continue
                same = [
                    w
                    for w in senses[first]
                    if w.isalpha() and w.islower() and w != p[0] and len(w) > 2 and mostly(w, code, first)
                ]
                for end in {"noun": ("", "s"), "verb": ("", "s", "ed", "ing"), "adj": ("",)}[part]:
                    if same:
                        found.setdefault(ending(p[0], end) if end else p[0], []).extend(
                            ending(w, end) if end else w for w in same[:3]
                        )
    return found
