"""Other ways of asking the same: key words, requests, misspellings, synonyms.

A group is {"q", "src", "cands": [[title, sentence, right], ...]}; the functions return a new one, or None where the
rule does not fit.
"""

import random
import re

from text import ASKS, has, right_of, squeezed

STOPPED = ASKS | set(
    "it its this that these those be been with and or as than there what's who's kind type many much long old "
    "tall s t".split()
) - {"before", "after"}


def terse(group):
    """Key words only, as in a search box: "finland russia border length km"."""
    told = {
        "when": ["", "date", "year"],
        "where": ["", "location", "place"],
        "who": ["", "", "name"],
        "why": ["", "reason"],
        "how many": ["number", "number of", "how many", ""],
        "how much": ["amount", "cost", ""],
        "how long": ["length", "duration"],
        "how old": ["age"],
        "how tall": ["height"],
        "how": ["", "how"],
    }
    question = re.sub(r"[?\"“”]", "", squeezed(group["q"])).strip()
    kind = next(
        (
            k
            for k in (
                "how many",
                "how much",
                "how long",
                "how old",
                "how tall",
                "when",
                "where",
                "who",
                "why",
                "how",
            )
            if has(question, k)
        ),
        None,
    )
    kept = [w for w in question.split() if re.sub(r"\W", "", w) not in STOPPED]
    if len(kept) < 2:
        return None
    extra = random.choice(told[kind]) if kind else ""
    if len(kept) > 4 and random.random() < 0.3:
        kept.pop(random.randrange(len(kept)))
    if random.random() < 0.15:
        random.shuffle(kept)
    asked = " ".join([extra] + kept if extra in ("number of", "how many", "how") else kept + [extra]).strip()
    return dict(group, q=asked, src="terse")


def request(group):
    """An order instead of a question."""
    question = squeezed(group["q"]).rstrip("? ")
    what = re.match(r"(?:what|who) (?:is|are|was|were) (.+)", question)
    if what and len(what[1].split()) <= 7:
        asked = random.choice(
            ["tell me about {}", "explain {}", "describe {}", "{}", "what do you know about {}", "find {}"]
        )
        return dict(group, q=asked.format(what[1]), src="request")
    asked = random.choice(
        [
            "tell me {}",
            "i want to know {}",
            "can you tell me {}?",
            "please find out {}",
            "does it say {}?",
            "any idea {}",
        ]
    )
    return dict(group, q=asked.format(question), src="request")


def misspelt(group):
    """One letter of a longer word is lost, doubled, replaced or changes places."""
    parts = group["q"].split()
    long = [i for i, w in enumerate(parts) if w.isalpha() and len(w) > 4]
    if not long:
        return None
    i = random.choice(long)
    w, k = parts[i], random.randrange(1, len(parts[i]) - 1)
    parts[i] = random.choice(
        [
            w[:k] + w[k + 1 :],
            w[:k] + w[k] + w[k:],
            w[:k] + w[k + 1] + w[k] + w[k + 2 :],
            w[:k] + random.choice("aeioustrn") + w[k + 1 :],
        ]
    )
    return dict(group, q=" ".join(parts), src="misspelt")


def paraphrase(group, synonyms):
    """One to three words of the question by synonyms that do not stand in the right sentence."""
    right = right_of(group)
    there = squeezed(f"{right[0]} {right[1]}") if right else ""
    parts, changed = group["q"].split(), 0
    for i in random.sample(range(len(parts)), len(parts)):
        word = parts[i].lower().strip("?,.")
        other = random.choice(synonyms[word]) if word in synonyms and not parts[i][0].isupper() else None
        if other and word not in ASKS and not has(there, other) and changed < 3:
            parts[i] = other + parts[i][len(parts[i].rstrip("?,.")) :]
            changed += 1
    return dict(group, q=" ".join(parts), src="paraphrase") if changed else None
