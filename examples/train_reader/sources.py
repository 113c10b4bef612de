"""Groups from public sets: a question, the sentence that answers it, and sentences that look as if they did.

Half of the documents of each set are left out (`kept`), so that the other half can be used to compare weights.
"""

import glob
import json
import os
import random
import re
from urllib.parse import unquote

from gather import answered, emptied, holding, lines
from text import Pool, content, group, sentences, squeezed, untokenised, words


def nqg(folder):
    """SQuAD questions with their sentence, in the order of the articles, whose borders are not given: the
    segmentation is the one that matches the words of the titles most often."""
    sents = [untokenised(line) for line in lines(f"{folder}/src-test.txt")]
    asked = [untokenised(line) for line in lines(f"{folder}/tgt-test.txt")]
    titles = [unquote(t).replace("_", " ") for t in " ".join(lines(f"{folder}/doclist-test.txt")).split()]
    keys = [content(t) or {t.lower()} for t in titles]
    best, back = [-1e9] * len(titles), []
    for i, (s, q) in enumerate(zip(sents, asked)):
        seen, new, came = set(words(f"{s} {q}")), [], []
        for j, key in enumerate(keys):
            gain = len(key & seen) / len(key)
            step = j > 0 and best[j - 1] > best[j]
            new.append((best[j - 1] if step else best[j]) + gain if i else (gain if j == 0 else -1e9))
            came.append(bool(i and step))
        best = new
        back.append(came)
    j, article = len(titles) - 1, [0] * len(sents)
    for i in range(len(sents) - 1, -1, -1):
        article[i] = j
        j -= back[i][j]
    items, where, order = [], {}, []
    for s, j in zip(sents, article):
        if (j, s) not in where:
            where[j, s] = len(items)
            items.append((titles[j], s, j))
        order.append(where[j, s])
    pool = Pool(items)
    for q, g, j in zip(asked, order, article):
        near = [x for x in (g - 1, g + 1) if 0 <= x < len(items) and items[x][2] == j]
        hard = [x for x in pool.top(q, 9, document=j) if x != g]
        far = pool.top(q, 4, without=j)
        wrong = hard[:3] + random.sample(near, min(1, len(near))) + far[:1] + hard[3:] + far[1:]
        yield group(q, "nqg", emptied([items[g]]), [items[x] for x in wrong], random)


def selqa(folder):
    """SelQA: the sentences of a section, the right ones marked."""
    for part in ("dev", "test"):
        with open(f"{folder}/selqa-ass-{part}.json", encoding="utf-8") as f:
            rows = json.load(f)
        items = list(dict.fromkeys((r["article"], s, r["article"]) for r in rows for s in r["candidates"]))
        pool = Pool(items)
        for r in rows:
            gold = {r["candidates"][i] for i in r["answers"]}
            right = [(r["article"], s) for s in r["candidates"] if s in gold]
            local = [(r["article"], s) for s in r["candidates"] if s not in gold]
            hard = [items[x] for x in pool.top(r["question"], 8) if items[x][1] not in gold]
            random.shuffle(local)
            if right:
                yield group(
                    r["question"],
                    "selqa",
                    emptied(right),
                    hard[:3] + local[:3] + hard[3:] + local[3:],
                    random,
                )


def folder(path, name, keep, within):
    """A set of `docs/*.txt` and `questions.jsonl`, with questions that its documents do not answer."""
    items = []
    for p in sorted(glob.glob(f"{path}/docs/*.txt")):
        document = os.path.basename(p)[:-4]
        if keep(document):
            title, *paragraphs = lines(p)
            items += [(title.strip(), s, document) for para in paragraphs for s in sentences(para)]
    pool = Pool(items)
    for line in lines(f"{path}/questions.jsonl"):
        q = json.loads(line)
        document = q.get("about_doc") or q.get("gold_doc")
        if not keep(document):
            continue
        answers, gold = [squeezed(a) for a in q["answers"]], [squeezed(s) for s in q["gold_sentences"]]

        def holds(item):
            return item[2] in q["gold_docs"] and any(a in squeezed(item[1]) for a in answers)

        right = [
            i
            for i, item in enumerate(items)
            if q["answerable"]
            and holds(item)
            and any(squeezed(item[1])[:60] in s or s[:60] in squeezed(item[1]) for s in gold)
        ]
        if q["answerable"] and not right:
            continue
        hard = [items[x] for x in pool.top(q["question"], 12, document=document if within else None)]
        near = [items[k] for i in right[:1] for k in (i + 1, i - 1) if 0 <= k < len(items)]
        wrong = [i for i in hard[:3] + near + hard[3:] if not holds(i)]
        yield group(q["question"], name, [items[i] for i in right], wrong, random)


def squad_articles(path):
    """Every second article, by name, is trained on."""
    return set(sorted(os.path.basename(p)[:-4] for p in glob.glob(f"{path}/docs/*.txt"))[::2])


def natural(path, not_asked=()):
    """Natural Questions as kept in QED's file: passage, question and short answers (not QED's own labels)."""
    items, asked = [], []
    for line in lines(path):
        r = json.loads(line)
        q = r["question_text"]
        if squeezed(q) in not_asked:
            continue
        start, text = len(items), r["paragraph_text"]
        ends = r["sentence_starts"][1:] + [len(text)]
        items += [
            (r["title_text"], untokenised(text[a:b]), r["title_text"])
            for a, b in zip(r["sentence_starts"], ends)
        ]
        answers = [
            squeezed(untokenised(a["string"]))
            for alternatives in r["original_nq_answers"]
            for a in alternatives
        ]
        right, found = holding(items, range(start, len(items)), answers, q)
        if right:
            asked.append((q, r["title_text"], right, found))
    return answered("natural", asked, items)


def covidqa(path):
    """COVID-QA: questions of experts on whole papers."""
    with open(path, encoding="utf-8") as f:
        papers = json.load(f)["data"]
    items, asked = [], []
    for number, paper in enumerate(papers):
        p = paper["paragraphs"][0]
        text, at, spans = p["context"], 0, []
        if not re.search("License: ?cc-by$", text, re.M):
            continue
        title, name = text.split("\n")[0].strip(), f"covidqa-{number}"
        for line in text.split("\n"):
            for s in sentences(line):
                at = text.index(s, at)
                spans.append((at, at + len(s), len(items)))
                items.append((title, s, name))
                at += len(s)
        for qa in p["qas"]:
            for a in qa["answers"][:1]:
                begin, end = a["answer_start"], a["answer_start"] + len(a["text"].strip())
                right = [i for x, y, i in spans if x < end and y > begin]
                if 0 < len(right) <= 3:
                    asked.append((qa["question"], name, right[:2], right))
    return answered("covidqa", asked, items)


def pubmedqa(path):
    """PubMedQA: the title of a paper asks, its conclusion answers; background and methods do not."""
    with open(path, encoding="utf-8") as f:
        papers = json.load(f)
    items, asked = [], []
    for name, p in papers.items():
        start = len(items)
        items += [("", s, name) for s in sentences(p["LONG_ANSWER"])]
        said = list(range(start, len(items)))
        for label, text in zip(p["LABELS"], p["CONTEXTS"]):
            if not re.search("RESULT|CONCLUSION|FINDING", label):
                items += [("", s, name) for s in sentences(text)]
        best = sorted(said, key=lambda i: -len(content(items[i][1]) & content(p["QUESTION"])))
        asked.append((p["QUESTION"], name, best[:1], said))
    return answered("pubmedqa", asked, items)
