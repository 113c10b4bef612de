"""Groups from public sets of tables; a row is read as Quoth reads it."""

import csv
import json
import re

from gather import answered, holding, kept, lines
from text import content, sentences, squeezed


def row(header, cells):
    """A row of a table as Quoth reads it: "Header: value; Header: value"."""
    return "; ".join(f"{h}: {c}" if h else c for h, c in zip(header, cells) if c)


def tatqa(paths):
    """TAT-QA: tables and paragraphs of financial reports; answers that stand in one row or sentence."""
    items, asked = [], []
    for path in paths:
        with open(path, encoding="utf-8") as f:
            pages = json.load(f)
        for page in pages:
            name, table = page["table"]["uid"], page["table"]["table"]
            heads = 1
            while heads < min(3, len(table) - 1) and not table[heads][0].strip():
                heads += 1
            header = [
                " ".join(dict.fromkeys(table[h][c].strip() for h in range(heads) if table[h][c].strip()))
                for c in range(len(table[0]))
            ]
            start = len(items)
            items += [
                ("", row(header, [c.strip() for c in cells]), name)
                for cells in table[heads:]
                if any(c.strip() for c in cells[1:])
            ]
            middle = len(items)
            items += [("", s, name) for p in page["paragraphs"] for s in sentences(p["text"])]
            for q in page["questions"]:
                if (
                    q["answer_type"] not in ("span", "multi-span")
                    or q["req_comparison"]
                    or not isinstance(q["answer"], list)
                ):
                    continue
                span = range(middle, len(items)) if q["answer_from"] == "text" else range(start, middle)
                answers = [squeezed(a) for a in q["answer"]]
                right, found = holding(items, span, answers, q["question"])
                if right and (q["answer_from"] == "text" or len(found) <= 2):
                    asked.append((q["question"], name, right, found))
    return answered("tatqa", asked, items)


def fetaqa(paths):
    """FeTaQA: rows of Wikipedia's tables, the cells that answer marked."""
    items, asked = [], []
    for path in paths:
        for line in lines(path):
            r = json.loads(line)
            title, table = r["table_page_title"], r["table_array"]
            start = len(items)
            items += [(title, row(table[0], cells), f"{title}/{r['feta_id']}") for cells in table[1:]]
            marked = sorted({y for y, _ in r["highlighted_cell_ids"] if y > 0})
            if 0 < len(marked) <= 3 and len(table) > 4:
                found = [start + y - 1 for y in marked if start + y - 1 < len(items)]
                asked.append((r["question"], f"{title}/{r['feta_id']}", found[:2], found))
    return answered("fetaqa", asked, items, keep=lambda d: kept(d.split("/")[0]))


def wikitables(folder):
    """WikiTableQuestions: those that one row answers, the one that shares most words with the question."""
    items, asked, tables = [], [], {}
    for line in csv.DictReader(
        open(f"{folder}/data/training.tsv", encoding="utf-8"), delimiter="\t", quoting=csv.QUOTE_NONE
    ):
        path, q, answer = line["context"], line["utterance"], squeezed(line["targetValue"])
        if not kept(path) or re.search(
            r"\b(how many|total|difference|more|most|least|average|last|first|next|previous|after|before)\b",
            q,
        ):
            continue
        if path not in tables:
            with open(f"{folder}/{path}", encoding="utf-8", newline="") as f:
                rows = list(csv.reader(f, escapechar="\\"))
            start = len(items)
            header = [h.replace("\n", " ") for h in rows[0]]
            items += [("", row(header, [c.replace("\n", " ") for c in cells]), path) for cells in rows[1:]]
            tables[path] = range(start, len(items))
        found = [i for i in tables[path] if re.search(rf": {re.escape(answer)}(;|$)", squeezed(items[i][1]))]
        shared = {i: len(content(items[i][1]) & content(q)) for i in tables[path]}
        top = max(shared.values(), default=0)
        if len(found) == 1 and top > 0 and [i for i in shared if shared[i] == top] == found:
            asked.append((q, path, found, found))
    return answered("wikitables", asked, items)
