"""What several rules ask of a line's words: what is only quoted, is there a figure, is an effect told."""

import re
from functools import cache

_MASK = "\0"  # stands for a letter that is not the author's; it joins and matches nothing


def unquoted(text: str) -> str:
    """Return the text with what stands in quotation marks made unreadable; places stay what they were."""
    return _quoted().sub(lambda quote: _MASK * len(quote[0]), text) if _MARKS.intersection(text) else text


def unlinked(text: str) -> str:
    """Return the text with addresses and file names made unreadable; places stay what they were."""
    return _linked().sub(lambda link: _MASK * len(link[0]), text) if "." in text or "@" in text else text


def has_figure(text: str) -> bool:
    """Tell whether a text holds a figure, in digits or words. A year, a name (GA4), a team's size measure nothing."""
    return _figure().search(_nameless().sub(" ", text)) is not None


def effect(text: str) -> str:
    """Return the word that tells of an effect as reached, or "": not one that is hoped for, nor a part of a name."""
    found = _korean_effect().search(text) or _english_effect().search(text)
    return found["word"] if found else ""


_MARKS = frozenset("'\"‘’“”「」『』《》<>`")


@cache
def _quoted() -> re.Pattern[str]:
    return re.compile(
        "(?<![A-Za-z0-9])'[^'\\n]+'(?![A-Za-z])|\"[^\"\\n]+\"|‘[^‘’\\n]+’(?![A-Za-z])|“[^“”\\n]+”"
        "|「[^「」]+」|『[^『』]+』|《[^《》]+》|<[^<>]+>|`[^`]+`"
    )


@cache
def _linked() -> re.Pattern[str]:
    return re.compile(
        r"""https?://\S+ | www\.\S+ | [\w.+-]{1,64}@[\w.-]+
        | (?<![\w./-])[\w-]+(?:\.[\w-]+)*
          \.(?:com|io|org|net|dev|kr|ai|py|ipynb|md|csv|sql|ya?ml|json|txt|sh|html)\b\S*""",
        re.ASCII | re.VERBOSE,
    )


@cache
def _nameless() -> re.Pattern[str]:
    """Return what finds digits that count nothing: dates, names, versions, the size of a team."""
    return re.compile(
        r"""(?<!\d)(?:19|20)\d\d(?:\s?년(?:\s?\d{1,2}월)?|[-./]\d{1,2}(?!\d)|(?![\d,.]{0,15}[가-힣%]))
        | [1-4]\s?분기 | (?<!\d)[1-4]Q\b | \bH[12]\b | \d차(?!\w) | (?<!\d)[2-5][DG]\b
        | (?<!\d)\d{1,2}\s?(?:인|명)(?:으로\s구성된|의)?\s?(?:팀|조|규모)
        | \b(?:Python|Java|Spark|Airflow|CUDA|Vue|Angular|Llama|GPT|Microsoft|Windows|Ubuntu|Pandas|TensorFlow)
          [\s-]?\d[\d.]*
        | (?<![A-Za-z0-9])(?!KRW|USD)[A-Za-z][A-Za-z+#]{0,20}\d[A-Za-z0-9]*(?:\.\d+)*""",
        re.ASCII | re.VERBOSE,
    )


@cache
def _figure() -> re.Pattern[str]:
    return re.compile(
        r"""\d
        | 절반|반으로|반감|갑절|반나절|하루|이틀|사흘|나흘|일주일|보름|수[십백천만]\s?[가-힣]
        | (?<![가-힣])(?:한|두|세|네|다섯|여섯|일곱|여덟|아홉|열)\s?(?:배|건|명|시간|달|주|분|초)
        | \b(?:hal(?:f|ves?|ved|ving)|doubl(?:ed|ing|es?)|tripl(?:ed|ing|es?)|quadrupl(?:ed|ing)|twice|\w+fold
          |zero|none|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve
          |dozens?|hundreds?|thousands?|millions?)\b""",
        re.IGNORECASE | re.VERBOSE | re.ASCII,
    )


@cache
def _korean_effect() -> re.Pattern[str]:
    """Return what finds an effect that ends its clause: `최적화` is told of, `최적화 모형` and `증가하는` are not."""
    return re.compile(
        r"""(?P<word>개선|향상|절감|증가|단축|최적화|감소|상승|증대|극대화|최소화|제고|축소)
        (?=[\s.]*$ | \s?[,;)]
        | 하(?:고|며|여|였) | 했(?!던) | 함 | 합니다 | 해(?![가-힣]) | 해[서왔]
        | 시(?:켜|켰|킴|키고|키며|킨\s(?:바|점)) | 되(?:고|며|어|었) | 됨 | 됐
        | 에\s?(?:기여|일조|성공|이바지) | [을를]?\s(?:달성|견인|실현|이끎|이끌|이뤄|이룸))""",
        re.VERBOSE,
    )


@cache
def _english_effect() -> re.Pattern[str]:
    """Return what finds an effect told by a verb of the line: `an improved form` and `for reducing` tell of none."""
    return re.compile(
        r"""(?:^|[,;]\s|\b(?:and|that|which|thus|thereby|while|also)\s)(?:\w+ly\s)?
        (?P<word>(?:improv|reduc|increas|optimi[sz]|enhanc|decreas|minimi[sz]|maximi[sz]|streamlin|accelerat|rais)
        (?:ed|ing) | (?:boost|lower|shorten|lift)(?:ed|ing) | cut(?:ting)?)\b(?!-)""",
        re.IGNORECASE | re.VERBOSE | re.ASCII,
    )
