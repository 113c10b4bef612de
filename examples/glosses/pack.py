"""Pack lists of words with their English into src/language/glosses/glosses.zip.

python3 pack.py LISTS
  LISTS  the folder that build.py has made: XX.tsv, "word<TAB>english,english", the commonest words first;
         zht.tsv (traditional characters) and vi.phrases.tsv (words of several syllables);
         forms/XX.forms.tsv, "inflected form<TAB>dictionary word,dictionary word"

What by_hand/XX.tsv has, beside this file, stands first: "word<TAB>english", "-" for what is no word by itself and
stays as it is, and "~" for what says nothing and is left out. Other meanings that LISTS has stand behind that.
"""

import glob
import os
import sys
import zipfile

WORDS, FORMS = 22_000, 15_000  # of a language, at most
MEANINGS = 3  # of a word, at most
MORE = {"zh": "zht.tsv", "vi": "vi.phrases.tsv"}
# Who has no grammar takes these for forms of other words.
OTHERWISE = {"found": "establish"}
HERE = os.path.dirname(os.path.abspath(__file__))
OUT = os.path.join(HERE, "../../src/language/glosses/glosses.zip")


def read(path):
    if not os.path.exists(path):
        return []
    with open(path, encoding="utf-8") as f:
        rows = (line.rstrip("\n").split("\t")[:2] for line in f)
        return [(word, others.split(",")) for word, others in rows if word and others]


def joined(words, by_hand):
    """Both lists as one dictionary: what is by hand stands first."""
    both = dict(by_hand)
    for word, meanings in words:
        own = by_hand.get(word, [])
        both[word] = own if own in (["-"], ["~"]) else list(dict.fromkeys(own + meanings))
    return both


def main():
    lists = sys.argv[1]
    with zipfile.ZipFile(OUT, "w") as out:
        for path in sorted(glob.glob(f"{lists}/??.tsv")):
            code = os.path.basename(path)[:2]
            words = read(path)
            by_hand = dict(read(f"{HERE}/by_hand/{code}.tsv"))
            every = joined(words, by_hand)
            # What is by hand stands first, and counts.
            glosses = joined(words[:WORDS], by_hand)
            more = read(f"{lists}/{MORE[code]}") if code in MORE else []
            forms = read(f"{lists}/forms/{code}.forms.tsv")
            inflected = [(form, every[of[0]]) for form, of in forms if of[0] in every][:FORMS]
            for word, gloss in more[:WORDS] + inflected:
                glosses.setdefault(word, gloss)
            # Always the same bytes.
            entry = zipfile.ZipInfo(f"{code}.tsv", (1980, 1, 1, 0, 0, 0))
            entry.compress_type = zipfile.ZIP_DEFLATED
            lines = []
            for word, meanings in glosses.items():
                if meanings[0] not in (word, "-"):
                    meanings = [OTHERWISE.get(meaning, meaning).strip("~") for meaning in meanings[:MEANINGS]]
                    lines.append(f"{word}\t{','.join(meanings)}\n")
            text = "".join(lines)
            out.writestr(entry, text, compresslevel=9)
            print(code, len(glosses))


if __name__ == "__main__":
    main()
