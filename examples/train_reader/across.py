"""Make question sets that ask documents in English in other languages: `fit` learns from them when such a
question is answered.

python3 across.py EVAL OUT
  EVAL  the folder of the question sets, with xquad-en and its translations
  OUT   becomes a folder with across-XX for each: the questions of xquad-XX about the documents of xquad-en
"""

import json
import shutil
import sys

LANGUAGES = ["de", "es", "ru", "zh", "ar", "el", "vi"]


def questions(folder):
    with open(f"{folder}/questions.jsonl", encoding="utf-8") as f:
        return [json.loads(line) for line in f]


def main():
    here, out = sys.argv[1:3]
    english = {question["id"]: question for question in questions(f"{here}/xquad-en")}
    for language in LANGUAGES:
        folder = f"{out}/across-{language}"
        shutil.rmtree(folder, ignore_errors=True)
        shutil.copytree(f"{here}/xquad-en/docs", f"{folder}/docs")
        asked = [it for it in questions(f"{here}/xquad-{language}") if it["id"] in english]
        with open(f"{folder}/questions.jsonl", "w", encoding="utf-8") as f:
            for question in asked:
                both = english[question["id"]] | {"question": question["question"]}
                f.write(json.dumps(both, ensure_ascii=False) + "\n")
        print(folder, len(asked))


if __name__ == "__main__":
    main()
