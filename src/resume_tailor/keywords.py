"""Whether a word of a posting stands in a text: Korean with its particles, any spacing and case, by any of its names.

What counts, a word's other names aside (`Aliases`; they and the words that only look alike are in aliases.yaml):

- Spaces, hyphens, slashes, dots and middle dots between words may be there or not, and so may the particle between two
  (`수요를 예측` for `수요 예측`). A Korean word of four syllables or more may be written apart.
- A Latin word stands alone (`SQL` is in `SQL을`, not in `MySQL`; `C` is not in `C++`); an English plural and a version
  (`Python3`) are still the word, other endings are not: `market` is not `marketing`. A single letter also keeps clear
  of `R&D`, `C-level` and `C사`.
- A Korean word may be part of a compound (`예측` is in `수요예측으로`). One of two syllables meets by accident where a
  single syllable stands before it (`프로그램`: `로그`, `작성과`: `성과`), so that one must be a prefix (`재구매`) or a
  word (`앱로그`). One of one syllable stands alone but for its particles.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from pkgutil import get_data

_APART = "\\s\\-_/·*`‐‑–•‧∙・\u119e"  # what stands between words; U+119E is what NFKC makes of ㆍ, Korean's middle dot
_JOIN = rf"(?:을\s+|를\s+|이\s+|가\s+|의\s+|\s+|\.|[{_APART}]*)"
_BETWEEN = re.compile(rf"[{_APART}]+|(?<=[a-z])\.(?=[a-z])")
_SCRIPT = re.compile("[가-힣]+|[^가-힣]+")
_LETTER = "a-z0-9à-ɏ"
# The same in two: a class of more than two ranges beyond Latin-1 takes ten times as long to compile, one that spans
# Hangul forty times, and a profile has a hundred patterns.
_LETTERS = ("[a-z0-9]", "[à-ɏ]")
_LATIN_START, _LATIN_END = re.compile(f"[{_LETTER}]"), re.compile(f"[{_LETTER}]$")
_PREFIXES = "각고곡구글길꽃대동매맞몰무미방본봇비샵선소순술숍신실암앱연오옷월웹일재저전존주준중집차책첫총콜팀폰현후"
_PARTICLE = "은|는|이|가|을|를|의|에|서|로|으로|와|과|도|만|까지|부터|별|용|내|들|상"
_NO_PLURAL = ("ss", "us", "is", "as", "tics", "mics", "sics")  # process, status, analysis, pandas, logistics
_SHORTEST_PLURAL = 5  # below it are news, aws, ios
_INVISIBLE = re.compile("[\0\u00ad\u200b-\u200d\u2060\ufeff]")
_SPACE = r"[\s\-]*"  # in a false friend
_ALIKE = "not in"


@dataclass(frozen=True)
class Aliases:
    """Groups of words that mean the same. The first of a group is its name; groups that share a word are one."""

    groups: tuple[tuple[str, ...], ...] = ()

    def __hash__(self) -> int:
        return self._hash

    def canonical(self, word: str) -> str:
        """Return the name of the word's group; a word of no group is its own name."""
        return next(iter(self._group(word)), word)

    def forms(self, word: str) -> tuple[str, ...]:
        """Return the word as it is written and then all of its group."""
        return tuple(dict.fromkeys((word, *self._group(word))))

    def _group(self, word: str) -> Iterable[str]:
        return self._by_key.get(key(word), {}).values()

    @cached_property
    def _hash(self) -> int:
        return hash(self.groups)  # of 1500 words: too slow to be done for each text

    @cached_property
    def _by_key(self) -> dict[str, dict[str, str]]:
        """Return the words of a group by their keys, by each of its keys."""
        found: dict[str, dict[str, str]] = {}
        for group in self.groups:
            named = [(one, word) for word in group if (one := key(word))]
            united = {known: word for one, _ in named for known, word in found.get(one, {}).items()}
            for one, word in named:
                united.setdefault(one, word)
            found.update(dict.fromkeys(united, united))
        return found


def merged(aliases: Aliases, groups: Iterable[Iterable[str]]) -> Aliases:
    """Return the aliases with more groups; where one holds a word that is already known, the known name stays."""
    return Aliases((*aliases.groups, *(tuple(group) for group in groups)))


@cache
def shipped() -> Aliases:
    """Return the aliases that come with the package."""
    topics = (words for topic, words in _data().items() if topic != _ALIKE)
    return Aliases(tuple((name, *forms.split(", ")) for topic in topics for name, forms in topic.items()))


def carried(keywords: Iterable[str], texts: Iterable[str], aliases: Aliases | None = None) -> tuple[str, ...]:
    """Return the keywords that stand in any of the texts under any of their names, in the keywords' order, each once.

    Without `aliases` the shipped ones hold.
    """
    wanted = tuple(dict.fromkeys(keywords))
    if not wanted:
        return ()
    text = "\0".join(map(fold, texts))  # no word reaches from one text into the next
    solid = "".join(text.split())
    sought = _sought(wanted, shipped() if aliases is None else aliases)
    return tuple(word for word, forms in sought if any(form.stands_in(text, solid) for form in forms))


def spans(keywords: Iterable[str], text: str, aliases: Aliases | None = None) -> dict[str, tuple[tuple[int, int], ...]]:
    """Return where each of the keywords stands in a text as `fold` gives it, under any of its names; none is left out.

    A form's ending is not in its span: of `수요를 예측하는` it is `수요를 예측`, of `dashboards` all.
    """
    folded = fold(text)
    solid = "".join(folded.split())
    sought = _sought(tuple(dict.fromkeys(keywords)), shipped() if aliases is None else aliases)
    found = {word: sorted({span for form in forms for span in form.spans(folded, solid)}) for word, forms in sought}
    return {word: tuple(where) for word, where in found.items() if where}


def fold(text: str) -> str:
    """Return the text in one spelling: NFKC, case folded, nothing invisible."""
    return _INVISIBLE.sub("", unicodedata.normalize("NFKC", text).casefold())


def key(word: str) -> str:
    """Return what is the same for all spellings of a word: no case, no spaces, no English plural."""
    return _singular(_BETWEEN.sub("", fold(word)))


@lru_cache(maxsize=256)
def _sought(keywords: tuple[str, ...], aliases: Aliases) -> tuple[tuple[str, tuple["_Form", ...]], ...]:
    """Return the keywords with all their forms; one that no text can hold has none."""
    return tuple((word, tuple(_form(form) for form in aliases.forms(word) if _tokens(form))) for word in keywords)


@dataclass(frozen=True)
class _Form:
    """A way to write a word."""

    tokens: tuple[str, ...]
    needle: str  # a text without it cannot hold the form: looked for first, it saves nearly all patterns

    def stands_in(self, text: str, solid: str) -> bool:
        """Tell whether the form stands in a folded text; `solid` is the same without its spaces."""
        return next(self.spans(text, solid), None) is not None

    def spans(self, text: str, solid: str) -> Iterator[tuple[int, int]]:
        """Yield where the form stands in a folded text."""
        at = 0
        while self.needle in solid and (found := self._pattern.search(text, at)):
            if _may_begin(self.tokens[0], text, found.start()):
                yield found.span()
                at = found.end()
            else:
                at = found.start() + 1

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        """What finds the form in folded text. It starts with a literal, so what stands before is looked at after it."""
        if re.fullmatch("[a-z]", "".join(self.tokens)):
            return re.compile(_one_letter(self.tokens[0]))
        solid = "".join(self.tokens)
        bodies = [_body(token, solid) for token in self.tokens]
        bodies[0] = bodies[0].replace("\0", _not_after(self.tokens[0]))
        return re.compile(_JOIN.join(bodies).replace("\0", "") + _not_before(self.tokens[-1]))


@lru_cache(maxsize=4096)
def _form(word: str) -> _Form:
    tokens = _tokens(word)
    return _Form(tokens, max((_stem(token)[0] for token in tokens), key=len))


@lru_cache(maxsize=4096)
def _tokens(word: str) -> tuple[str, ...]:
    """Return a word's parts, folded: A/B테스트 has a, b and 테스트."""
    return tuple(token for part in _BETWEEN.split(fold(word)) for token in _SCRIPT.findall(part))


def _is_korean(token: str) -> bool:
    return "가" <= token[0] <= "힣"


def _singular(token: str) -> str:
    """Return an English plural's singular, anything else as it is."""
    if len(token) < _SHORTEST_PLURAL or not (token.isascii() and token.isalpha()) or token == "series":
        return token
    if token.endswith(("yses", "eses")):
        return token[:-2] + "is"
    if re.search("[^aeiou]ies$", token):
        return token[:-3] + "y"
    if token.endswith(("sses", "xes", "ches", "shes")):
        return token[:-2]
    return token[:-1] if token.endswith("s") and not token.endswith(_NO_PLURAL) else token


def _stem(token: str) -> tuple[str, str]:
    """Return the part of a token that is always there, and the pattern of what may follow: a plural, a version."""
    if not re.fullmatch("[a-z]{3,}", token):
        return token, ""
    word, version = _singular(token), r"(?:v?\d[\d.]*)?"
    if re.search("[^aeiou]y$", word):
        return word[:-1], f"(?:ys?|ies){version}"
    if word.endswith("sis"):
        return word[:-2], f"[ie]s{version}"
    return word, f"(?:e?s)?{version}" if word.endswith(("s", "x", "z", "ch", "sh")) else f"s?{version}"


def _body(token: str, form: str) -> str:
    """Return the pattern of a token; a NUL marks where what stands before it can be looked at."""
    if _is_korean(token) and len(token) >= 4:  # noqa: PLR2004  shorter ones would meet by accident: 평가 격차
        return r"\s?".join(token) + _not_within(token, form)
    stem, ending = _stem(token)
    return re.escape(stem) + "\0" + _not_within(token, form) + ending


def _not_after(token: str) -> str:
    """Return the check of what stands before a form that starts with this Latin token, to be made behind its stem."""
    if _is_korean(token) or not _LATIN_START.match(token):
        return ""
    return "".join(f"(?<!{letter}{re.escape(_stem(token)[0])})" for letter in _LETTERS)


def _may_begin(token: str, text: str, start: int) -> bool:
    """Tell whether a form that starts with this token may start there, by what stands before it.

    A Korean syllable has nothing Korean before it; two are no word behind a lone syllable that is no prefix.
    """
    before, further = text[max(start - 1, 0) : start], text[max(start - 2, 0) : max(start - 1, 0)]
    if not _is_korean(token) or len(token) > 2 or not _is_syllable(before):  # noqa: PLR2004  longer ones meet nothing
        return True
    return len(token) > 1 and (before in _PREFIXES or _is_syllable(further) or further.isdecimal())


def _is_syllable(letter: str) -> bool:
    return "가" <= letter <= "힣"


def _not_before(token: str) -> str:
    """Return the check of what stands behind a form that ends with this token."""
    if _is_korean(token):
        return f"(?:{_PARTICLE})*+(?![가-힣])" if len(token) == 1 else ""
    if token[-1] in "+#":
        return "(?![a-z+#])"
    return rf"(?!{'|'.join(_LETTERS)}|\+\+|#)" if _LATIN_END.search(token) else ""


def _one_letter(letter: str) -> str:
    """Return the pattern of a form of one Latin letter: R and C are many things."""
    before = rf"(?<![{_LETTER}&'’]{letter})(?<!&\s{letter})(?<![{_LETTER}][\-.]{letter})"
    behind = rf"(?![{_LETTER}+#]|\s?&|['’\-.][{_LETTER}])(?:언어|프로그래밍)?(?:{_PARTICLE})*+(?![가-힣])"
    return letter + before + _not_within(letter, letter) + behind


def _not_within(token: str, form: str) -> str:
    """Return the check that a token is not part of a longer word that is something else, unless the form is that."""
    alone = re.escape(token) if _is_korean(token) else f"(?<![a-z]){re.escape(token)}(?![a-z])"
    parts = (re.split(alone, friend, maxsplit=1) for friend in _false_friends().get(token, ()))
    return "".join(
        f"(?!{_behind(before, token)}{_glob(after, _SPACE)}{'(?![a-z])' if re.search('[a-z]$', after) else ''})"
        for before, after in parts
        if not re.search(_glob((before + token + after).replace(".", ""), ""), form)
    )


def _behind(before: str, token: str) -> str:
    """Return a look at what stands before a token; Python wants its width fixed, so each spacing gets its own."""
    if not before:
        return ""
    start = "(?<![a-z])" if "a" <= before[0] <= "z" else ""
    return "(?:" + "|".join(f"(?<={start}{_glob(before, gap)}{token})" for gap in (" ", "-", "")) + ")"


def _glob(text: str, space: str) -> str:
    """Return the pattern of a part of a false friend."""
    signs = {" ": space, "0": r"\d", "*": "[가-힣]"}
    return "".join(signs.get(c, re.escape(c)) for c in text)


def groups() -> dict[str, tuple[str, ...]]:
    """Return the names of the shipped groups by topic: languages, tools, analysis, modeling, engineering, business."""
    return {topic: tuple(names) for topic, names in _data().items() if topic != _ALIKE}


@cache
def _false_friends() -> dict[str, tuple[str, ...]]:
    """Return the longer words that hold a word and are something else, folded, by the word."""
    return {fold(word): tuple(fold(longer).split(", ")) for word, longer in _data()[_ALIKE].items()}


@cache
def _data() -> dict[str, dict[str, str]]:
    """Return what aliases.yaml holds, from its twin in JSON that scripts/write_data.py makes."""
    import json  # not needed by a profile without keywords

    found: dict[str, dict[str, str]] = json.loads(get_data(__name__, "aliases.json") or b"{}")
    return found
