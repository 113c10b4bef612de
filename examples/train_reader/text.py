"""Words, sentences and a small BM25: what the other files share."""

import math
import re
from collections import Counter, defaultdict

CANDIDATES = 6  # sentences in a group

STOP = set(
    "a an the of in on at to for is are was were be been do does did has have had and or by with from that this it "
    "its as what which who whom whose when where why how many much".split()
)


def words(text):
    """Lower-case words, a plural's "s" cut off."""
    return [w[:-1] if len(w) > 4 and w.endswith("s") else w for w in re.findall(r"[a-z0-9]+", text.lower())]


def content(text):
    """The words that carry meaning."""
    return set(words(text)) - STOP


def sentences(paragraph):
    """Cut after ., ! or ? where a capital letter or a digit follows."""
    cut = re.split(r"(?<=[.!?])[\"'”)]*\s+(?=[\"'“(]?[A-Z0-9])", paragraph.strip())
    return [s for s in cut if s]


def untokenised(text):
    """Undo the spaces of tokenised text."""
    text = text.strip().replace("-lrb-", "(").replace("-rrb-", ")").replace("``", '"').replace("''", '"')
    text = re.sub(r" ([.,;:?!%)])", r"\1", text)
    text = re.sub(r"\( ", "(", text)
    text = re.sub(r" '(s|re|ve|ll|t|d|m)\b", r"'\1", text)
    return re.sub(r" n't", "n't", text)


def squeezed(text):
    """White space folded, case ignored."""
    return re.sub(r"\s+", " ", text).lower()


class Pool:
    """BM25 over sentences; an item is (title, sentence, document)."""

    def __init__(self, items):
        self.items = items
        self.counts = [Counter(words(f"{title} {sentence}")) for title, sentence, _ in items]
        self.lengths = [sum(c.values()) for c in self.counts]
        self.mean = sum(self.lengths) / max(1, len(items))
        self.postings = defaultdict(list)
        for i, counts in enumerate(self.counts):
            for word in counts:
                self.postings[word].append(i)

    def scores(self, question, document=None, without=None):
        found = defaultdict(float)
        total = len(self.items)
        for word in sorted(set(words(question)) - STOP):
            posting = self.postings.get(word, ())
            if not posting or len(posting) > max(total / 4, 20):
                continue
            rarity = math.log(1 + (total - len(posting) + 0.5) / (len(posting) + 0.5))
            for i in posting:
                of = self.items[i][2]
                if (document is not None and of != document) or of == without:
                    continue
                f = self.counts[i][word]
                found[i] += rarity * f * 1.6 / (f + 0.6 * (0.6 + 0.4 * self.lengths[i] / self.mean))
        return found

    def top(self, question, n, document=None, without=None):
        found = self.scores(question, document, without)
        return sorted(found, key=lambda i: (-found[i], i))[:n]


def group(question, source, right, wrong, random):
    """One question and its sentences, shuffled; None where there are too few."""
    right = right[:2]
    taken = {(i[0], i[1]) for i in right}
    rest = [i for i in dict.fromkeys((i[0], i[1]) for i in wrong) if i not in taken]
    rows = [[i[0], i[1], 1] for i in right] + [[t, s, 0] for t, s in rest[: CANDIDATES - len(right)]]
    if len(rows) < CANDIDATES:
        return None
    random.shuffle(rows)
    return {"q": question, "src": source, "cands": rows}


# Words that ask.
ASKS = set(
    "what which who whom whose when where why how in is are was were did does do can could has have had if on at "
    "for the a an name during after before according by from of to i my should will would am".split()
)


def text_of(group):
    return squeezed(" ".join(f"{t} {s}" for t, s, _ in group["cands"]))


def right_of(group):
    return next((c for c in group["cands"] if c[2]), None)


def swap(text, old, new):
    return re.sub(rf"\b{re.escape(old)}(?!\w)", lambda _: new, text, flags=re.I)


def has(text, phrase):
    return re.search(rf"\b{re.escape(phrase)}(?!\w)", text, re.I) is not None
