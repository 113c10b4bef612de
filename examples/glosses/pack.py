"""Pack lists of words with their English into src/language/glosses/glosses.zip.

python3 pack.py LISTS
  LISTS  the folder that build.py has made: XX.tsv, "word<TAB>english,english", the commonest words first;
         zht.tsv (traditional characters) and vi.phrases.tsv (words of several syllables);
         forms/XX.forms.tsv, "inflected form<TAB>dictionary word,dictionary word"

What by_hand/XX.tsv has, beside this file, stands first: "word<TAB>english", "-" for what is no word by itself and
stays as it is, and "~" for what says nothing and is left out.
"""

import glob
import os
import sys
import zipfile

WORDS, FORMS = 22_000, 15_000  # of a language, at most
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
        return [(word, others.split(",")[0]) for word, others in rows if word and others]


def main():
    lists = sys.argv[1]
    with zipfile.ZipFile(OUT, "w") as out:
        for path in sorted(glob.glob(f"{lists}/??.tsv")):
            code = os.path.basename(path)[:2]
            words = read(path)
            by_hand = dict(read(f"{HERE}/by_hand/{code}.tsv"))
            every = dict(words) | by_hand
            # What is by hand stands first, and counts.
            glosses = by_hand | dict(words[:WORDS]) | by_hand
            more = read(f"{lists}/{MORE[code]}") if code in MORE else []
            forms = read(f"{lists}/forms/{code}.forms.tsv")
            inflected = [(form, every[word]) for form, word in forms if word in every][:FORMS]
            for word, gloss in more[:WORDS] + inflected:
                glosses.setdefault(word, gloss)
            # Always the same bytes.
            entry = zipfile.ZipInfo(f"{code}.tsv", (1980, 1, 1, 0, 0, 0))
            entry.compress_type = zipfile.ZIP_DEFLATED
            kept = ((word, gloss) for word, gloss in glosses.items() if gloss not in (word, "-"))
            kept = ((word, OTHERWISE.get(gloss, gloss).strip("~")) for word, gloss in kept)
            text = "".join(f"{word}\t{gloss}\n" for word, gloss in kept)
            out.writestr(entry, text, compresslevel=9)
            print(code, len(glosses))


if __name__ == "__main__":
    main()
