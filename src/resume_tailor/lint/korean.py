"""How Korean lines end: by a noun (체언), by ~함, or as a sentence (~했습니다, ~했다, ~해요)."""

import re
from enum import StrEnum
from functools import cache


class Ending(StrEnum):
    """A way to end a line. Each value is an example of it."""

    NOUN = "개선"
    HAM = "개선함"
    FORMAL = "개선했습니다"
    PLAIN = "개선했다"
    POLITE = "개선해요"


ENDING_NAMES = {
    Ending.NOUN: ("명사로 끝남", "a noun"),
    Ending.HAM: ("'~함'으로 끝남", "'~함'"),
    Ending.FORMAL: ("'~습니다'로 끝남", "'~습니다'"),
    Ending.PLAIN: ("'~다'로 끝남", "'~다'"),
    Ending.POLITE: ("'~요'로 끝남", "'~요'"),
}

_SS, _N = 20, 4  # final consonants ㅆ and ㄴ by their number in a syllable
_FINALS = 28
_MARKS = " \t.。!?…~'\"‘’“”」』》>;,:"
_BEFORE_EUM = (
    "맡찾얻받낮높많적좋겪넣쌓놓뽑읽막찍닫않없같짚엮섞꺾깎갚덮짧늦작남깊넓"  # stems, not those of 걸음, 믿음, 웃음
)


@cache
def _note() -> re.Pattern[str]:
    return re.compile(r"(?:\s*(?:\([^()]*\)|\[[^][]*\]))+$")


@cache
def _ham_noun() -> re.Pattern[str]:
    return re.compile("(?:^|포|결|명|사물|우편|편지|메일|건의|투표|잠수|배전)함$")


@cache
def _fused() -> re.Pattern[str]:
    """Return what ends in a verb that takes ㅁ into its last syllable; 플랫폼 and 알고리즘 are nouns."""
    return re.compile(
        """(?:만듦|이끎|줄임|높임|늘림|낮춤|바꿈|옮김|갖춤|(?<!새로)고침|밝힘|거둠|세움|채움|키움|다룸|이룸|남김|넘김|맡김
        |줄어듦|없앰|보냄|해냄|알아냄|찾아냄|걸러냄|골라냄|가려냄|만들어냄|밝혀냄|덜어냄|드러냄|끌어냄|보임|뒤집힘|펼침
        |합침|묶임|붙임|앞당김|돌려줌|보여줌|넓힘|좁힘|건넴|(?<!반)올림|내림|들여옴|[아어여라러워려]짐
        |(?:것|중|예정|상태|결과|수준|목표|이유|덕분|때문)임)$""",
        re.VERBOSE,
    )


@cache
def _plain() -> re.Pattern[str]:
    return re.compile("(?:이|없|않|높|낮|많|좋|적|같|크|쉽|렵|하|아니)다$")


@cache
def _polite() -> re.Pattern[str]:
    return re.compile("(?:해|어|아|여|에|예|네|지|죠|세|워|와|봐|돼|까|래|려|러|려고|거든|데|는군|든)요$|죠$")


@cache
def _verb() -> re.Pattern[str]:
    return re.compile(
        "(?P<stem>[가-힣]+?)(?:했|하였|됐|되었|시켰|합|됩|한|된|함|됨|해|돼)(?:습니다|니다|다|었다|음|었음|요|어요|었어요)?"
    )


@cache
def _hangul() -> re.Pattern[str]:
    return re.compile("[가-힣]{2,5}")


def last_word(text: str) -> str:
    """Return the last word of a line, without marks or a note in parentheses behind it: "" for a note alone."""
    bare = _note().sub("", text.rstrip(_MARKS)).rstrip(_MARKS)
    return bare.rsplit(maxsplit=1)[-1].lstrip(_MARKS) if bare else ""


def ending(text: str) -> Ending | None:
    """Return how a Korean line ends, or None for one that says nothing. A figure and a Latin name are nouns."""
    word = last_word(text)
    if not word:
        return None
    if not "가" <= word[-1] <= "힣":
        return Ending.NOUN
    if word.endswith("니다") and len(word) > 2:  # noqa: PLR2004 - the ending and what it closes
        return Ending.FORMAL
    if word[-1] == "다":
        return Ending.PLAIN if _is_plain(word) else Ending.NOUN
    if word[-1] in "요죠":
        return Ending.POLITE if _polite().search(word) or _final(word[-2:-1]) == _SS else Ending.NOUN
    return Ending.HAM if _is_ham(word) else Ending.NOUN


def restyled(word: str, kind: Ending) -> str:
    """Return a word that ends in a form of 하다 with another ending, or "" where that cannot be told."""
    verb = _verb().fullmatch(word.rstrip(_MARKS))
    if not verb or len(verb["stem"]) < 2 or _passive(word, verb):  # noqa: PLR2004 - 함 of one syllable is no verb noun
        return ""
    return verb["stem"] + kind.value.removeprefix(Ending.NOUN.value)


def predicate(text: str) -> str:
    """Return the noun of what a line says was done (구축 of 구축, 구축함, 구축했습니다), or ""."""
    word = last_word(text)
    if ending(text) is Ending.NOUN:
        return word if _hangul().fullmatch(word) else ""
    return restyled(word, Ending.NOUN)


def _passive(word: str, verb: re.Match[str]) -> bool:
    return word[verb.end("stem")] in "됐되됩된됨돼시"


def _final(syllable: str) -> int:
    """Return the number of a syllable's final consonant, 0 for none."""
    return (ord(syllable) - ord("가")) % _FINALS if "가" <= syllable <= "힣" else 0


def _is_plain(word: str) -> bool:
    if word in {"다", "판다"}:
        return False
    return _final(word[-2]) in (_SS, _N) or _plain().search(word) is not None


def _is_ham(word: str) -> bool:
    if word[-1] == "됨":
        return True
    if word[-1] == "함":
        return not _ham_noun().search(word)
    if word[-1] == "음":
        return len(word) > 1 and (_final(word[-2]) == _SS or word[-2] in _BEFORE_EUM)
    return _fused().search(word) is not None
