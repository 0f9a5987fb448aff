"""Whole Korean words: WeasyPrint ignores `word-break: keep-all`, so U+2060 WORD JOINER holds them together.

The same rules say, afterwards, which words of a finished PDF were broken.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import islice

JOINER = "\u2060"
LONGEST = 24  # letters; a longer word may be broken, lest it run out of a narrow column

# Not U+318D: it is a vowel by name, and a middle dot (SQLㆍPython) in everyday use.
_HANGUL = re.compile("[\u1100-\u11ff\u3131-\u3163\u3165-\u318c\u318e\ua960-\ua97f\uac00-\ud7ff\uffa1-\uffdc]")
_VOWELS_AND_TAILS = re.compile("[\u1160-\u11ff\ud7b0-\ud7ff]")  # these continue a syllable
_LEADS = re.compile("[\u1100-\u115f\ua960-\ua97f]")  # these begin one
_WORD = re.compile("[^\\s\u200b]+")
# In a long word: before an opening bracket, and after these, unless just a particle or punctuation follows.
_PLACE = re.compile(
    r"(?<=[/·ㆍ・,;:)\]}〉》」』】→⇒~～\-–—|+&])"
    r"(?![/·ㆍ・,;:)\]}〉》」』】→⇒~～\-–—|+&.!?%'\"’”])(?=.{3})"
    r"|(?<=[^(\[{〈《「『【])(?=[(\[{〈《「『【])"
)
_INVISIBLE = re.compile("[\u00ad\u200b-\u200d\u2060\ufeff]")


def glue_words(text: str) -> str:
    """Return the text with U+2060 wherever a line could break inside a word that holds Hangul.

    The text is plain text, never HTML: an entity would be torn apart. A word of more than 24 letters keeps
    its breaks after `/ · , ) → ~ -` and their like, and all of them in a part that is still longer.
    """
    return glue_pieces([text])[0]


def glue_pieces(pieces: Iterable[str]) -> list[str]:
    """Glue texts that follow each other in a line, as the runs of `**'재구매율'**을` do, as if they were one.

    The joiner between two pieces stands at the start of the later one: a line breaks there too without it.
    """
    texts = list(pieces)
    joints = iter([*_joints("".join(texts)), -1])
    joint, start, glued = next(joints), 0, []
    for text in texts:
        cuts = [0]
        while start <= joint < start + len(text):
            cuts.append(joint - start)
            joint = next(joints)
        glued.append(JOINER.join(text[a:b] for a, b in zip(cuts, [*cuts[1:], len(text)], strict=True)))
        start += len(text)
    return glued


def unglue(text: str) -> str:
    """Return the text without any U+2060."""
    return text.replace(JOINER, "")


def _joints(text: str) -> Iterator[int]:
    """Yield, in order, the offsets before which a joiner belongs."""
    for word in _WORD.finditer(text):
        offset = word.start()
        for part in _parts(word[0]):
            if _HANGUL.search(part) and _is_short(part):
                yield from (offset + joint for joint in _joints_of(part))
            offset += len(part)


def _parts(word: str) -> list[str]:
    """Return the parts of a word between which a line may break: a short word is one part."""
    if _is_short(word):
        return [word]
    letters: list[str] = []  # each with its marks, so that text typed in parts breaks where composed text does
    for char in word:
        if letters and _continues(char):
            letters[-1] += char
        else:
            letters.append(char)
    rest = iter(letters)
    return ["".join(islice(rest, len(part))) for part in _PLACE.split("".join(letter[0] for letter in letters))]


def _is_short(word: str) -> bool:
    """Tell whether a reader sees no more than 24 letters."""
    return len(word) <= LONGEST or sum(not _continues(char) for char in word) <= LONGEST


def _joints_of(part: str) -> Iterator[int]:
    """Yield the offsets between letters where a line could break; none inside a letter of many characters."""
    base = ""
    for offset, char in enumerate(part):
        if _continues(char):
            continue
        if base and not _are_one(part[offset - 1], char) and _may_break(base, char):
            yield offset
        base = char


def _are_one(before: str, after: str) -> bool:
    """Tell whether nothing may come between two neighbours: an emoji, a flag, a syllable, or a joiner is there."""
    syllable = _LEADS.match(before) and _HANGUL.match(after) and not "\u3130" <= after <= "\u318f"
    flag = all("\U0001f1e6" <= char <= "\U0001f1ff" for char in (before, after))
    return before in "\u00ad\u200d\u2060" or bool(syllable) or flag


@lru_cache(maxsize=4096)  # a resume has some hundred different characters
def _continues(char: str) -> bool:
    """Tell whether a character belongs to the letter before it: a mark, a joiner, the rest of a syllable."""
    if "\uac00" <= char <= "\ud7a3" or char.isascii():
        return False
    return bool(
        unicodedata.category(char) in {"Mn", "Mc", "Me", "Cf"}
        or _VOWELS_AND_TAILS.match(char)
        or "\U0001f3fb" <= char <= "\U0001f3ff"  # skin tones
    )


def _may_break(before: str, after: str) -> bool:
    """Tell whether a line could break between two letters: not in a Latin word or a number.

    Not only beside Hangul: `MAU/DAU를` breaks after its slash.
    """
    return not (_is_narrow_letter(before) and _is_narrow_letter(after))


@lru_cache(maxsize=4096)
def _is_narrow_letter(char: str) -> bool:
    """Tell whether a character is a letter or digit of a script that puts spaces between its words."""
    return char.isalnum() and unicodedata.east_asian_width(char) not in {"W", "F", "H"}


def korean_words(text: str) -> list[str]:
    """Return the words, between white space, that hold Hangul, in order and as often as they stand there."""
    return [word for word in text.split() if _HANGUL.search(word)]


def missing_words(wanted: Iterable[str], page_text: str) -> list[str]:
    """Return the wanted words, each once and in order, that do not stand whole in the text of the pages.

    Whole means as often as it is wanted, and not as a part of another word: where one of two `재구매율` is
    broken, it is missing, though `재구매율을` stands elsewhere. Of a word that `glue_words` lets break,
    only the parts must be whole. Joiners, soft hyphens and zero-width characters are ignored, NFD is as NFC.
    """
    page = _visible(page_text)
    words, squeezed = Counter(page.split()), "".join(page.split())
    counts = Counter(filter(None, map(_visible, wanted)))
    unsure = [(word, count) for word, count in counts.items() if words[word] < count]
    return [word for word, count in unsure if _is_missing(word, count, page, squeezed)]


def _is_missing(word: str, count: int, page: str, squeezed: str) -> bool:
    """Tell whether a word stands whole fewer than `count` times; `squeezed`: the page without white space."""
    if _is_short(word):
        return _times_whole(word, page) < count
    firm = [part for part in _parts(word) if _HANGUL.search(part) and _is_short(part)]
    return word not in squeezed or not all(_times_whole(part, page) for part in firm)


def _times_whole(word: str, page: str) -> int:
    """Return how often a word stands in the page with no letter or digit running on before or after it."""
    count, at = 0, page.find(word)
    while at >= 0:
        end = at + len(word)
        runs_on = _both_letters(page[at - 1 : at], word[0]) or _both_letters(word[-1], page[end : end + 1])
        count += not runs_on
        at = page.find(word, end)
    return count


def _both_letters(before: str, after: str) -> bool:
    """Tell whether two neighbours are both letters or digits, so that they are read as one word."""
    return before.isalnum() and after.isalnum()


def _visible(text: str) -> str:
    """Return the text in NFC without the characters that nobody sees."""
    return unicodedata.normalize("NFC", _INVISIBLE.sub("", text))
