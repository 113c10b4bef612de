"""Gathers the texts on which the word vectors are fitted, one a line.

    python3 texts.py CLONES_FOLDER OUTPUT_FILE [QUESTIONS.jsonl ...]

CLONES_FOLDER holds clones of the repositories of SOURCES, each in a folder of
its own name; what is read is the commit named there, whatever is checked out.
A question that one of the files of QUESTIONS asks (a JSON object with
"question" a line) is left out, whatever its letters' case, so that these files
can measure the vectors. PROVENANCE.md tells the licences of the sources.

The lines stand in the order of their SHA-256, which mixes the sources: any
number of first lines, or every so many-th line, is a fair sample.
"""

import hashlib
import html
import io
import json
import re
import subprocess
import sys
import tarfile
from pathlib import Path

# Words of a text: fewer say little, more take long to encode.
SHORTEST, LONGEST = 3, 30
# White space after the end of a sentence, where another begins. No sentence ends at an initial.
END = re.compile(r"(?<=[^.\s][^.\s][.!?]|[^.\s][.!?][\"')\]”’])\s+(?=[\"'(\[“‘]?[A-Z])")
TITLE = re.compile(r"\b(?:Mr|Mrs|Ms|Dr|St|vs|No|Gen|Gov|Sen|Rep|Prof|Jr|Sr|Inc|Co|Corp|Ltd|Mt|Ft)\.$")


def sentences(paragraph):
    """The sentences of a paragraph."""
    parts = []
    for part in END.split(paragraph):
        if parts and TITLE.search(parts[-1]):
            parts[-1] += " " + part
        else:
            parts.append(part)
    return parts


def plain(markup):
    """What a reader sees of XML or HTML."""
    return html.unescape(re.sub(r"<[^>]*>", "", markup))


def treebank(file):
    """Sentences of a CoNLL-U file."""
    return re.findall(r"^# text = (.*)$", file, re.MULTILINE)


def textbook(file):
    """Sentences of the paragraphs of a CNXML module; formulas are dropped."""
    file = re.sub(r"<m:math.*?</m:math>", "", file, flags=re.DOTALL)
    for paragraph in re.findall(r"<para\b[^>]*(?<!/)>(.*?)</para>", file, re.DOTALL):
        yield from sentences(plain(paragraph))


def questions(file):
    """Questions of a file with a JSON object a line."""
    return [json.loads(line)["question"] for line in file.splitlines()]


def almanac(file):
    """Sentences of a country's file, or what stands between semicolons."""
    values = [json.loads(file)]
    while values:
        value = values.pop()
        if isinstance(value, dict):
            # What a language looks like is not English.
            values += [item for key, item in value.items() if "sample" not in key]
        elif isinstance(value, str):
            for paragraph in re.split(r"<br\s*/?>|</?p>", value):
                paragraph = re.sub(r"<strong>.*?</strong>", "", paragraph)
                for sentence in sentences(plain(paragraph)):
                    # Much is said again and again in few words: "all appointed by the president".
                    yield from (part for part in sentence.split("; ") if len(part.split()) >= 8)


SOURCES = [
    # Folder, commit, pattern of the files' paths, what takes the texts out of a file.
    ("UD_English-EWT", "15d613d8447b3478787d4c278730a1e48a945efb", r"not-to-release/sources/.*\.conllu", treebank),
    ("osbooks-introduction-anthropology", "418eedd9bef21ec1a6fa1b472c0d82c084e35c70", r"modules/.*\.cnxml", textbook),
    ("osbooks-principles-economics-bundle", "cd31beb103fffbc09cc81ebfe117d8c40cc12d1a", r"modules/.*\.cnxml", textbook),
    ("natural-questions", "fb26a3073b1fe636c97302890a27b491d6530130", r"nq_open/.*(dev|test)[0-9.]*\.jsonl", questions),
    ("factbook.json", "8662a8b17a784841ab4528631b04090eb2f183eb", r"[a-z-]+/[a-z]{2}\.json", almanac),
]


def files(clone, commit, pattern):
    """The files of a commit whose paths fit the pattern."""
    git = ["git", "-C", clone]
    listed = subprocess.run([*git, "ls-tree", "-r", "-z", "--name-only", commit], check=True, capture_output=True)
    paths = [path for path in listed.stdout.decode().split("\0") if re.fullmatch(pattern, path)]
    archive = subprocess.run([*git, "archive", commit, *paths], check=True, capture_output=True)
    with tarfile.open(fileobj=io.BytesIO(archive.stdout)) as tar:
        for path in paths:
            yield tar.extractfile(path).read().decode()


def is_prose(text):
    """Whether the text has a fit length and is words for the most part, not numbers or signs."""
    words = text.split()
    letters = sum(character.isalpha() for character in text)
    return SHORTEST <= len(words) <= LONGEST and letters >= 0.7 * len(text.replace(" ", ""))


def main(clones, target, *asked):
    """Writes the texts and tells how many each source gave."""
    seen = set()
    for path in asked:
        lines = Path(path).read_text(encoding="utf-8").splitlines()
        seen.update(json.loads(line)["question"].casefold().strip(" ?") for line in lines)
    kept = []
    for folder, commit, pattern, texts in SOURCES:
        before = len(kept)
        for file in files(Path(clones) / folder, commit, pattern):
            for text in texts(file):
                text = " ".join(text.split())
                same = text.casefold().strip(" ?")
                if is_prose(text) and same not in seen:
                    seen.add(same)
                    kept.append(text)
        print(f"{folder}: {len(kept) - before}", file=sys.stderr)
    kept.sort(key=lambda text: hashlib.sha256(text.encode()).digest())
    Path(target).write_text("".join(text + "\n" for text in kept), encoding="utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:])
