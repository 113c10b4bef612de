"""Readers of the dictionaries and wordnets that the lists are made of; the folder RAW is that of build.py.

A meaning is a triple of a word, an English phrase and a weight: less for what stands later in an entry.
"""

import collections
import gzip
import math
import re
import struct
import tarfile

import morfeusz2
import pymorphy3

from words import ABOUT_A_WORD, RARE, normal, phrase, phrases, read

# What each list is made of, by the names of the files:
#   dictionary    entries of the English Wiktionary (2022 and 2023)
#   translations  translations in the English Wiktionary (2015)
#   entries       entries of the English Wiktionary (2015)
#   wordnets      wordnets, numbered as Princeton's
#   linked        words of Wiktionary, numbered as Princeton's
#   counts        how often words are said in films; CODE_50k where it is not given
LISTS = {
    "ar": dict(dictionary="Arabic", translations="arb", linked="arb",
               wordnets=["arb/wn-nodia-arb", "arb/wn-data-arb"]),
    "bg": dict(dictionary="Bulgarian", translations="bg", linked="bul", wordnets=["bul/wn-data-bul"]),
    "cs": dict(dictionary="Czech", translations="cs", linked="ces"),
    "da": dict(dictionary="Danish", translations="da", linked="dan", wordnets=["dan/wn-data-dan"]),
    "de": dict(translations="de", linked="deu"),
    "el": dict(dictionary="Greek", translations="el", linked="ell", wordnets=["ell/wn-data-ell"]),
    "es": dict(translations="es", entries="es", linked="spa", wordnets=["mcr/wn-data-spa"]),
    "fa": dict(dictionary="Persian", translations="fa", linked="fas"),
    "fi": dict(translations="fi", entries="fi", linked="fin"),
    "fr": dict(dictionary="French", translations="fr", entries="fr", linked="fra"),
    "he": dict(dictionary="Hebrew", translations="he", linked="heb", wordnets=["heb/wn-data-heb"]),
    "hi": dict(dictionary="Hindi", translations="hi", linked="hin", counts="hi/hi_full"),
    "hu": dict(translations="hu", linked="hun"),
    "id": dict(dictionary="Indonesian", translations="id", linked="ind", wordnets=["msa/wn-data-ind"]),
    "it": dict(translations="it", entries="it", linked="ita",
               wordnets=["ita/wn-data-ita", "iwn/wn-data-ita"]),
    "ja": dict(translations="ja", linked="jpn", counts="ja/ja_full"),
    "ko": dict(dictionary="Korean", translations="ko", linked="kor"),
    "nb": dict(dictionary="Norwegian Bokmål", translations="no", linked="nob", counts="no/no_50k",
               wordnets=["nor/wn-data-nob"]),
    "nl": dict(translations="nl", linked="nld", wordnets=["nld/wn-data-nld"]),
    "pl": dict(translations="pl", linked="pol", wordnets=["pol/wn-data-pol"]),
    "pt": dict(dictionary="Portuguese", translations="pt", entries="pt", linked="por",
               wordnets=["por/wn-data-por"]),
    "ro": dict(dictionary="Romanian", translations="ro", linked="ron"),
    "ru": dict(translations="ru", linked="rus"),
    "sv": dict(translations="sv", linked="swe", wordnets=["swe/wn-data-swe"]),
    "th": dict(dictionary="Thai", linked="tha"),
    "tr": dict(dictionary="Turkish", translations="tr", linked="tur"),
    "uk": dict(dictionary="Ukrainian", linked="ukr"),
    "vi": dict(dictionary="Vietnamese", translations="vi", linked="vie", counts="vi/vi_full"),
    "vi.phrases": dict(dictionary="Vietnamese", translations="vi", linked="vie", counts="vi/vi_full"),
    "zh": dict(translations="cmn", linked="cmn", counts="zh_cn/zh_cn_50k", wordnets=["cow/wn-data-cmn"]),
    "zht": dict(counts="zh_tw/zh_tw_50k"),
}
# Dictionaries that are read from the text file; the others, from the StarDict archive.
AS_TEXT = [
    "Bulgarian", "Danish", "Hebrew", "Indonesian", "Norwegian Bokmål", "Persian", "Thai", "Vietnamese",
]

# What a source says: meanings, inflected forms with their dictionary words, and words known to be common.
Source = collections.namedtuple("Source", "name meanings forms common", defaults=[(), ()])


def sources(raw, code, english):
    """Everything that is read for a list, in turn."""
    spec, known = LISTS[code], english["known"]
    if "dictionary" in spec:
        yield Source("dictionary", *dictionary(raw, spec["dictionary"], code, known))
    if "translations" in spec:
        yield Source("translations", translations(raw, spec["translations"], code, known))
    if "entries" in spec:
        yield Source("entries", *entries(raw, spec["entries"], code, known))
    for name in spec.get("wordnets", []):
        yield Source("wordnet", wordnet(raw, name, 0.5, code, english["synsets"]))
    if "linked" in spec:
        yield Source("linked", wordnet(raw, f"wikt/wn-wikt-{spec['linked']}", 0.4, code, english["synsets"]))
    if code in ("zh", "zht"):
        meanings = list(cedict(raw, code, known))
        yield Source("cedict", meanings, common={word for word, _, _ in meanings if len(word) == 1})
    if code in ("pl", "ru"):
        forms = analysed(code, counts(raw, code))
        yield Source("analysed", [], [(form, word) for form, word in forms if word and word != form])
    if code == "ja":
        meanings, common = edict(raw, known)
        yield Source("edict", meanings, common=common)


def analysed(code, said):
    """Inflected forms of Russian or Polish with their dictionary words, by a program that knows them."""
    if code == "ru":
        analyser = pymorphy3.MorphAnalyzer()
        for form in said:
            best = next((way for way in analyser.parse(form) if way.is_known), None)
            yield form, normal(best.normal_form, code) if best else None
    else:
        analyser = morfeusz2.Morfeusz()
        for form in said:
            for _, _, (_, word, kind, *_) in analyser.analyse(form):
                yield form, normal(word.split(":")[0], code) if kind != "ign" else None


def counts(raw, code):
    """How often the words of a list are said in films."""
    name = LISTS[code].get("counts", f"{code}/{code}_50k")
    said = {}
    for line in read(raw / f"FrequencyWords/content/2018/{name}.txt"):
        word, count = line.rsplit(" ", 1)
        word = normal(word, code)
        if word:
            said[word] = said.get(word, 0) + int(count)
    return said


def read_text(raw, name):
    """The entries of a dictionary, and other spellings of their words, each with the place of the entry."""
    found, others = [], []
    path = raw / f"Wiktionary-Dictionaries/{name}-English Wiktionary dictionary.tsv"
    for line in path.read_bytes().decode().split("\n"):
        if "\t" in line:
            heads, text = line.split("\t", 1)
            head, *rest = heads.split("|")
            others += [(other, len(found)) for other in rest]
            found.append((head, text))
    return found, others


def read_stardict(raw, name):
    """The same from a StarDict archive."""
    path = raw / f"Wiktionary-Dictionaries/{name}-English Wiktionary dictionary stardict.tar.gz"
    with tarfile.open(path) as archive:
        parts = [file for file in archive if file.isfile()]
        files = {file.name.rsplit(".", 1)[-1]: archive.extractfile(file).read() for file in parts}
    texts, index, synonyms = gzip.decompress(files["dz"]), files["idx"], files["syn"]
    found = []
    for head, at in re.findall(rb"([^\0]*)\0(.{8})", index, re.S):
        start, size = struct.unpack(">II", at)
        text = texts[start : start + size].decode("utf-8", "replace")
        found.append((head.decode("utf-8", "replace"), text))
    others = re.findall(rb"([^\0]*)\0(.{4})", synonyms, re.S)
    return found, [(other.decode("utf-8", "replace"), struct.unpack(">I", at)[0]) for other, at in others]


def senses(text):
    """The senses in an entry: the items of its lists, or the whole of a part of speech that has none."""
    for part in text.split("<i>"):
        yield from re.findall(r"<li>(.*?)</li>", part, re.S) or [part.split("</i>", 1)[-1]]


def dictionary(raw, name, code, known):
    """Meanings and inflected forms of a dictionary of the English Wiktionary."""
    found, others = (read_text if name in AS_TEXT else read_stardict)(raw, name)
    meanings, words, times = [], [], collections.Counter()
    for head, text in found:
        word, weights, place = normal(head, code), {}, 0
        for sense in senses(text) if word else []:
            plain = re.sub(r"<[^>]+>", " ", sense).strip()
            if not plain or ABOUT_A_WORD.match(plain):
                continue
            listed = phrases(sense, known)
            for number, english in enumerate(listed[:5]):
                weight = 0.3 if RARE.search(plain) else 1
                weight = weight / (1 + 0.4 * place) / (1 + 0.25 * number) / (1 + 0.4 * times[word])
                weights[english] = max(weights.get(english, 0), weight)
            place += bool(listed)
        times[word] += 1
        words.append(word if weights else None)
        meanings += [(word, english, 1.2 * weight) for english, weight in weights.items()]
    forms = ((normal(other, code), words[place]) for other, place in others if words[place])
    return meanings, [(form, word) for form, word in forms if form and form != word]


def read_dsl(raw, name):
    """Lines of a dictionary in the DSL format: a word, or after a tab what is told of it."""
    path = raw / f"wiktionary-dict/dsl/oneway/{name}-enwiktionary.dsl.dz"
    lines = gzip.decompress(path.read_bytes()).decode("utf-16-le", "replace").splitlines()
    return [line for line in lines if line.strip() and not line.startswith("#")]


def unmarked(text):
    """A line of a DSL dictionary without its marks, and without notes on grammar, sound and use."""
    marks = [r"\[c gray\].*?\[/c\]", r"\\\[.*?\\\]", r"\[p\].*?\[/p\]", r"\[/?[a-z]+\d?( \w+)?\]"]
    for mark in marks:
        text = re.sub(mark, "", text)
    return text


def translations(raw, name, code, known):
    """Meanings by a dictionary from English, turned round."""
    english, weight, times = None, 1, collections.Counter()
    for line in read_dsl(raw, f"en-{name}"):
        if not line.startswith("\t"):
            english, weight = phrase(line, known), 1
        elif line.startswith("\t[b]") or "[m0]" in line:
            weight = 0.4 if RARE.search(line) else 1
        elif line.startswith("\t[m") and english:
            text = re.sub(r"(^|\s)/[^/]*/(?=$|[\s,;])", " ", unmarked(line.strip()))
            text = re.sub(r"\([^()]*\)", "", text)
            if code != "de":
                text = re.sub(r"[A-Z][a-z]+:", "", text)  # the name of a script or dialect
            parts = re.split(r"[,;/，、]" if code in ("zh", "ja") else r"[,;]", text)
            for place, part in enumerate(parts[:6]):
                part = re.sub(r"\{.*?\}|<.*?>", "", part).strip()
                if code in ("hi", "ja", "ko", "th", "zh"):
                    part = re.sub(r"^(\S+) [\x00-\u024f]+$", r"\1", part)  # its letters in Latin
                word = normal(part, code)
                if word:
                    yield word, english, 0.7 * weight / (1 + 0.25 * place) / (1 + 0.1 * times[english])
            times[english] += 1


def entries(raw, name, code, known):
    """Meanings and inflected forms by a dictionary into English."""
    meanings, forms, word, weight, times = [], [], None, 1, collections.Counter()
    for line in read_dsl(raw, f"{name}-en"):
        if not line.startswith("\t"):
            word, weight = normal(line, code), 1
        elif line.startswith("\t[b]"):
            weight = 0.3 if RARE.search(line) else 1
            bases = re.findall(r"\\\[[^\]]*? of, ([^\]\\]+)\\\]", line)
            bases = [normal(base, code) for base in bases] if word else []
            forms += [(word, base) for base in bases if base and base != word]
        elif line.startswith("\t[m") and word:
            for place, english in enumerate(phrases(unmarked(line), known)[:5]):
                meanings.append((word, english, weight / (1 + 0.25 * place) / (1 + 0.4 * times[word])))
            times[word] += 1
    return meanings, forms


def wordnet(raw, name, weight, code, synsets):
    """Meanings by a wordnet: what the synset has in English; more for what is tagged in more texts."""
    for line in read(raw / f"omw-data/wns/{name}.tab"):
        fields = line.split("\t")
        if line.startswith("#") or len(fields) < 3 or not re.search("lemma|root", fields[1]):
            continue
        if fields[2] in ("GAP!", "PSEUDOGAP!"):  # MultiWordNet's marks of what has no word
            continue
        lemma = fields[2].rstrip("!")  # the Hebrew wordnet's mark of what does not quite match
        word = normal(lemma.replace("+", "") if code == "zh" else lemma, code)
        for english, count, place in synsets.get(fields[0].replace("-s", "-a"), []) if word else []:
            yield word, english, weight * (0.2 + math.log(1 + count) / 7) / (1 + 0.3 * place)


def cedict(raw, code, known):
    """Meanings by CC-CEDICT, in simplified or traditional characters."""
    other = re.compile(r"(?i)variant of|old variant|see |cl:|also written|abbr|surname|used in|\(bound")
    for line in read(raw / "cedict.txt"):
        match = re.match(r"(\S+) (\S+) \[(.*?)\] /(.*)/", line)
        word = match and normal(match[1 if code == "zht" else 2], "zh")
        if not word:
            continue
        weight = 0.5 if match[3][:1].isupper() else 1.2  # names
        place = 0
        for gloss in match[4].split("/"):
            if other.match(gloss):
                continue
            listed = phrases(gloss, known)
            rare = 0.3 if RARE.search(gloss) else 1
            for number, english in enumerate(listed[:4]):
                yield word, english, weight * rare / (1 + 0.3 * place) / (1 + 0.2 * number)
            place += bool(listed)


def edict(raw, known):
    """Meanings by EDICT, and the words that it marks as common."""
    meanings, common = [], set()
    for line in read(raw / "edict", "euc-jp"):
        match = re.match(r"(\S+)(?: \[(.*?)\])? /(.*)/", line)
        if not match:
            continue
        written, spoken, text = match.groups()
        usual, in_kana = "(P)" in text, "(uk)" in text
        ways = [(written, 1.2, usual)]
        if spoken:
            ways.append((spoken, 0.9 if in_kana and usual else 0.5 if usual else 0.15, usual and in_kana))
        for way, weight, is_common in ways:
            word, place = normal(re.sub(r"\(.*?\)", "", way), "ja"), 0
            if word and is_common:
                common.add(word)
            for gloss in text.split("/") if word else []:
                if re.match(r"\(P\)|EntL", gloss) or re.search(r"\((arch|obs|obsc)\)", gloss):
                    continue
                listed = phrases(gloss, known)
                for number, english in enumerate(listed[:4]):
                    part = weight * (1 if usual else 0.5) / (1 + 0.25 * place) / (1 + 0.2 * number)
                    meanings.append((word, english, part))
                place += bool(listed)
    return meanings, common
