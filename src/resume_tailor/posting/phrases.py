"""Phrases that no list holds: `차량 재배치`, `세차 정책`, `customer acquisition cost`, taken out of a posting's lines.

Korean: a word's particle is cut off, verbs and what stands between commas end a phrase, and nouns that say nothing are
taken off both ends. There is no morphological analyser: whether a syllable is a particle is told by the letter before
it, as Korean itself tells it (을 behind a final consonant, 를 behind a vowel). English: one or two words before a noun
that such phrases end in. Latin words in a row are names of tools.
"""

import re
from collections.abc import Iterator
from functools import cache

from resume_tailor.keywords import key
from resume_tailor.posting.vocabulary import keys

_MOST_WORDS = 3
_NEAR = 60  # letters before a name, in which the one before it in its row ends
_LEAST_NOUN = 2  # letters: a Korean noun of one is rare
_LONG_NOUN = 4  # one that long and ending in a head is a compound written as one: 수요예측
_CUTS = re.compile(r"[,()\[\]{}<>/·•‧∙ㆍ:;|\"“”‘’'「」『』《》〈〉…!?~→↔+*]|\s[-–—&]\s|\.(?:\s|$)|\s\d+[.)]\s")
_EN_CUTS = re.compile(r"[,()\[\]/:;|\"“”‘’•–—]|\s-\s|\.(?:\s|$)")
_PARTICLES = re.compile(
    "(?:으로부터|에서의|으로의|에서|에게|까지|부터|보다|마다|처럼|이나|이라는|라는|들을|들의|들이|들과|들에|으로|들|에)$"
)
_WITH_FINAL = "을은이과"  # these follow a final consonant
_WITH_VOWEL = "를는가와로"  # these a vowel
_RIEUL = 8
_PAST = "한된킨"  # 정밀한, 개발된, 시킨
_AND_THEN = re.compile("[가-힣]{2,}(?<![이재손침피저공])해")  # 예측해, 정의해; but 고객이해, 산업재해
_MEASURE = re.compile("[가-힣]{2,}(?:율|률|량|액|단가|지수)")  # 폐기율, 물동량, 거래액
_LATIN = re.compile(r"[A-Za-z][A-Za-z0-9.+#&-]*[A-Za-z0-9+#]|[A-Z]")
_WORD = re.compile(r"[A-Za-z][A-Za-z'’-]*[A-Za-z]|[A-Za-z]")
_IN_A_ROW = re.compile(
    r"[A-Z0-9][\w.+#]*\s*[,/]\s*(?:and\s+|or\s+)?$|(?:such as|like|e\.g\.,?|including|ex\)?\.?|예:)\s*$"
)
_ROW_GOES_ON = re.compile(r"\s*[,/]\s*[A-Z][\w.+#]*|\s*등(?:의|을|과|\s|\))")


# --- Korean ---


def korean(line: str) -> Iterator[str]:
    """Yield the Korean phrases of a line, as they stand there but for particles."""
    for piece in _CUTS.split(line):
        run: list[str] = []
        for token in piece.split():
            stem, closed = _stem(token)
            run += [stem] if stem else []
            if closed:
                yield from _phrase(run)
                run = []
        yield from _phrase(run)


def tells(phrase: str) -> bool:
    """Tell whether a Korean phrase is worth a place by how it ends: `배차 최적화`, `수요예측`, `폐기율`."""
    words = phrase.split()
    if len(words) > 1:
        return words[-1].endswith(_heads()) and all(len(word) > 1 for word in words)
    return (len(phrase) >= _LONG_NOUN and phrase.endswith(_heads())) or bool(_MEASURE.fullmatch(phrase))


def _stem(token: str) -> tuple[str, bool]:
    """Return a word without its particle ("" for what is no noun), and whether a phrase ends behind it."""
    token = token.strip("-–—_%&·.")
    if not re.search("[가-힣A-Za-z]", token) or re.search(r"\d", token) or key(token) in keys("ends_phrase"):
        return "", True
    if not "가" <= token[-1] <= "힣" or key(token) in keys("whole_nouns") | keys("heads"):
        return token, False
    is_past = token[-1] in _PAST and len(token) > _LEAST_NOUN
    if is_past or token.endswith(_verb_endings()) or _AND_THEN.fullmatch(token):
        return "", True
    return _without_particle(token)


def _without_particle(token: str) -> tuple[str, bool]:
    """Return a noun without its particle, and whether there was one."""
    found = _PARTICLES.search(token)
    if found and found.start() >= _LEAST_NOUN:
        return token[: found.start()], True
    last, rest = token[-1], token[:-1]
    final = _final(rest)
    fits = last == "의" or (last in _WITH_FINAL and final) or (last in _WITH_VOWEL and not final)
    fits = fits or (last == "로" and final == _RIEUL)  # 모델로, but 모형으로
    return (rest, True) if fits and len(rest) >= _LEAST_NOUN else (token, False)


def _final(word: str) -> int:
    """Return the final consonant of a word's last syllable, by its place among them; 0 for none."""
    return (ord(word[-1]) - ord("가")) % 28 if word and "가" <= word[-1] <= "힣" else 0


def _phrase(run: list[str]) -> Iterator[str]:
    """Yield what is left of a run of nouns without the empty ones at its ends, if that says anything."""
    empty, heads = keys("empty"), keys("heads")
    words = list(run)
    while words and key(words[0]) in empty and not (len(words) > 1 and key(words[0]) in heads):
        words.pop(0)
    while words and key(words[-1]) in empty and key(words[-1]) not in heads:
        words.pop()
    if len(words) > _MOST_WORDS:
        words = words[-_MOST_WORDS:] if key(words[-1]) in heads else words[:_MOST_WORDS]
    if any(key(word) not in empty for word in words) and re.search("[가-힣]", " ".join(words)):
        yield " ".join(words)


@cache
def _heads() -> tuple[str, ...]:
    return tuple(head for head in keys("heads") if len(head) > 1)


@cache
def _verb_endings() -> tuple[str, ...]:
    return tuple(keys("verb_endings"))


# --- Latin ---


def names(line: str) -> Iterator[str]:
    """Yield the Latin words of a line that look like names of tools: with a capital, in a row, no everyday word.

    One alone is mostly the company's own product, or in English the beginning of a sentence.
    """
    for found in _LATIN.finditer(line):
        word = found[0].strip(".-&")
        named = len(word) > 1 and re.search("[A-Z]", word) and key(word) not in keys("no_tools")
        before = line[max(0, found.start() - _NEAR) : found.start()]
        if named and (_IN_A_ROW.search(before) or _ROW_GOES_ON.match(line, found.end())):
            yield word


def english(line: str) -> Iterator[str]:
    """Yield the English phrases of a line: one or two words before a noun that such phrases end in."""
    heads = keys("en_heads")
    for piece in _EN_CUTS.split(line):
        words = _WORD.findall(piece)
        for at, word in enumerate(words):
            last = at + 1 == len(words) or key(words[at + 1]) not in heads
            if last and key(word) in heads:
                yield from _before(words, at)


def _before(words: list[str], at: int) -> Iterator[str]:
    first = at
    while first > 0 and at - first < _MOST_WORDS - 1 and key(words[first - 1]) not in keys("en_empty"):
        first -= 1
    if first < at:
        yield " ".join(words[first : at + 1])
