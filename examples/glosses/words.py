"""Words as the lists write them, and the English of dictionaries cut into phrases of one or two words."""

import collections
import functools
import re
import unicodedata

# What the names of a language's letters in Unicode begin with; LATIN where none is given.
SCRIPTS = {
    "ar": ("ARABIC",),
    "bg": ("CYRILLIC",),
    "el": ("GREEK",),
    "fa": ("ARABIC",),
    "he": ("HEBREW",),
    "hi": ("DEVANAGARI",),
    "ja": ("CJK", "HIRAGANA", "KATAKANA"),
    "ko": ("HANGUL",),
    "ru": ("CYRILLIC",),
    "th": ("THAI",),
    "uk": ("CYRILLIC",),
    "zh": ("CJK",),
    "zht": ("CJK",),
}
SIGNS = {"ja": "ー々"}  # within words; of all others "'" and "-"
ONE_CHARACTER = {"ja", "ko", "zh"}  # may be a word; zht has such words from CC-CEDICT, uncounted
ONE_LETTER = set("aàeéiouyyуваисокяö")
LONGEST = 30  # characters
NO_WORD = re.compile(r'[\s\d_/|,;.!?()\[\]+*=~…"·・。、，%&<>]|^-|-$')
SYLLABLES = re.compile(r"[^\W\d_]+( [^\W\d_]+){1,2}")

ACCENTS = dict.fromkeys([0x300, 0x301])
VOWEL_SIGNS = dict.fromkeys([*range(0x64B, 0x653), 0x640, 0x670, 0x200E, 0x200F])
POINTS = dict.fromkeys([*range(0x591, 0x5BE), 0x5BF, 0x5C1, 0x5C2, 0x5C4, 0x5C5, 0x5C7])
EVERYWHERE = str.maketrans({"’": "'", "\u00ad": None})
CHANGES = {
    "ar": VOWEL_SIGNS,
    "bg": ACCENTS,
    "fa": VOWEL_SIGNS | str.maketrans({"ي": "ی", "ك": "ک", "\u200c": None}),
    "he": POINTS,
    "ru": ACCENTS,
    "tr": str.maketrans("İI", "iı"),
    "uk": ACCENTS,
}

# What a dictionary tells of a word instead of what it means: "plural of ...".
ABOUT = """form|forms|plural|singular|participle|gerund|tense|person|imperative|infinitive|spelling
abbreviation|initialism|acronym|diminutive|augmentative|inflection|genitive|dative|accusative|nominative
vocative|locative|instrumental|ablative|supine|comparative|superlative|contraction|misspelling
romanization|transliteration|clipping|ellipsis|case|mutation|subjunctive|indicative|synonym|alternative
hiragana|katakana|kanji|rōmaji|noun of|counterpart|equivalent|negative|conjugation|declension|radical
letter|stem|degree|verbal noun|passive|causative|variant"""
ABOUT_A_WORD = re.compile(r"(?i)^(?:[\w\-\s/,()']*\b)?(?:%s)\b.* of\b" % ABOUT.replace("\n", "|"))
RARE = re.compile(
    r"(?i)\b(archaic|obsolete|dated|rare|dialectal|regional|historical|vulgar|slang|uncommon|poetic|literary"
    r"|surname|given name|offensive|derogatory|colloquial)\b"
)
PHRASE = re.compile(r"[a-z][a-z']*( [a-z][a-z']*)?")


def read(path, encoding="utf-8"):
    """The lines of a file."""
    return path.read_bytes().decode(encoding, "replace").splitlines()


@functools.lru_cache(maxsize=None)
def belongs(character, code):
    """Whether a character may be in a word of a list."""
    return (
        unicodedata.name(character, "").startswith(SCRIPTS.get(code, ("LATIN",)))
        or character in SIGNS.get(code, "'-")
        or not character.isalpha() and unicodedata.category(character)[0] == "M"
    )


def normal(word, code):
    """A word as a list writes it; None where it is no word of that list."""
    word = unicodedata.normalize("NFC", word.strip())
    if code == "vi.phrases":
        word = word.lower()
        return word if SYLLABLES.fullmatch(word) else None
    word = word.translate(EVERYWHERE | CHANGES.get(code, {}))
    word = unicodedata.normalize("NFC", word).lower()
    if not word or len(word) > LONGEST or NO_WORD.search(word):
        return None
    if len(word) == 1 and code not in ONE_CHARACTER and word not in ONE_LETTER:
        return None
    return word if all(belongs(character, code) for character in word) else None


def phrase(text, known):
    """One or two English words, without article or "to"; None where it is something else, or not known."""
    text = text.strip().lower().replace("’", "'")
    text = re.sub(r"[\[\(\{][^\)\]\}]*[\)\]\}]", "", text).strip()
    if text != "to be":
        text = re.sub(r"^(to be|to|a|an|the)\s+", "", text)
    text = re.sub(r"\b(something|someone|somebody|sth|sb|oneself)\b\.?", "", text)
    text = text.strip(" .!?\"“”:;…'").replace("-", " ")
    text = re.sub(r"\s+", " ", text).strip()
    if not PHRASE.fullmatch(text) or len(text) == 1 and text not in "ai":
        return None
    return text if all(len(word) == 1 or word in known for word in text.split()) else None


def phrases(gloss, known):
    """The English phrases that a dictionary's explanation lists."""
    gloss = re.sub(r"<[^>]+>|&[a-z]+;|&#\d+;", " ", gloss)
    for brackets in (r"\([^()]*\)", r"\([^()]*\)", r"\[[^\]]*\]"):
        gloss = re.sub(brackets, "", gloss)
    found = (phrase(part, known) for part in re.split(r"[,;/:]| or ", gloss))
    return [part for part in found if part]


def load_english(raw):
    """The ranks of English words, the vocabulary of WordNet, the words of both, and its synsets."""
    lines = read(raw / "FrequencyWords/content/2018/en/en_50k.txt")
    ranks = {line.split()[0]: rank for rank, line in enumerate(lines)}
    parts = {"1": "n", "2": "v", "3": "a", "4": "r", "5": "a"}
    tagged = collections.Counter()
    for line in read(raw / "wordnet/cntlist.rev", "latin-1"):
        key, _, count = line.split()[:3]
        lemma, rest = key.split("%")
        part, file, number = rest.split(":")[:3]
        tagged[lemma, parts[part], file, int(number)] += int(count)
    synsets, vocabulary = {}, set()
    for name, part in ("noun", "n"), ("verb", "v"), ("adj", "a"), ("adv", "r"):
        for line in read(raw / f"wordnet/data.{name}", "latin-1"):
            if line.startswith(" "):
                continue
            fields = line.split("|")[0].split()
            offset, file, size = fields[0], fields[1], int(fields[3], 16)
            members = []
            for word, number in zip(fields[4 : 4 + 2 * size : 2], fields[5 : 5 + 2 * size : 2]):
                word = re.sub(r"\(.*\)", "", word).lower()
                members.append((re.sub("[_-]", " ", word), tagged[word, part, file, int(number, 16)]))
                vocabulary.update(re.split(r"[ \-_]", word))
            synsets[f"{offset}-{part}"] = members
    known = vocabulary | ranks.keys()
    for key, members in synsets.items():
        ranked = ((phrase(word, known), count, place) for place, (word, count) in enumerate(members))
        synsets[key] = [member for member in ranked if member[0]]
    return dict(ranks=ranks, vocabulary=vocabulary, known=known, synsets=synsets)
