"""The figures of a text, Korean and English, in digits and in words."""

import re
from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction

from resume_tailor.claims import numerals
from resume_tailor.claims.figure import Figure, bounded
from resume_tailor.claims.units import CURRENCIES, HANGUL_UNIT, LONG_UNIT, PARTICLE, singular_unit, unit_at

_CURRENCY = r"US\$|[₩$€£¥]|(?<![A-Za-z])(?:KRW|USD|EUR|JPY|GBP)"
_FRACTIONS = {"third": Fraction(100, 3), "quarter": Fraction(25)}
_TIMES = {"doubl": 2, "twofold": 2, "tripl": 3, "threefold": 3, "quadrupl": 4, "twice": 2, "thrice": 3, "once": 1}
# Units that a numeral in words may be written together with: 세대 is no count of machines, 만기 no ordinal.
_JOINED_SINO = r"(?:명|개월|개|건|원|배|곳|년|시간|퍼센트|달러|회)"
_JOINED_NATIVE = r"(?:명|개|배|번|곳|달|가지|건|시간|사람|군데|차례)"
_NUMERAL = re.compile(
    rf"""
      (?P<part>(?P<whole>[0-9]{{1,4}}|[이삼사오육칠팔구십백])\s?분의\s?(?P<of>[0-9]{{1,4}}|[일이삼사오육칠팔구]))
    | (?P<ratio>(?<![\w/.,])(?P<a>[1-9])/(?P<b>[2-9])(?![0-9A-Za-z/%]|[.,][0-9]))
    | (?P<clock>(?:(?P<noon>오전|오후)\s?)?(?<![0-9:])(?P<hour>[01]?[0-9]|2[0-4])
        (?:\s?시(?!간|리즈|즌|드)(?:\s?(?P<minute>[0-5]?[0-9])\s?분|\s?(?P<half_past>반))?
          |:(?P<minute2>[0-5][0-9])(?![0-9:])(?:\s?(?P<noon2>[ap]\.?m)(?![A-Za-z]))?
          |\s?(?P<noon3>(?-i:[ap]\.?m))(?![A-Za-z])))
    | (?:(?P<currency>{_CURRENCY})[ ]?|(?<![0-9A-Za-z_])(?<![0-9]\.))(?P<sign>(?<![\w)\]%.-])[-+±~])?
        (?P<digits>{numerals.NUMBER})
    | (?<![가-힣])(?P<vague>수(?P<size>[십백천만억]{{1,2}}))(?=\s?(?:{HANGUL_UNIT}|[가-힣]{{2}}|여))
    | (?<![가-힣0-9])(?P<sino>(?:{numerals.SINO_NUMERAL})(?=여?(?:{_JOINED_SINO}|\s{HANGUL_UNIT}){PARTICLE})
        |[삼사오육칠팔구](?=\s?{LONG_UNIT}{PARTICLE}))
    | (?<![가-힣])(?P<days>{"|".join(numerals.DAYS)}|반년)
    | (?<![가-힣])(?P<some>{"|".join(numerals.SOME)})(?=\s?[가-힣])
    | (?<![가-힣])(?P<native>{numerals.NATIVE_NUMERAL})(?={_JOINED_NATIVE}{PARTICLE}|\s[가-힣])
    | (?P<half>절반|과반|(?<![가-힣])반(?=으로|만\s))
    | \b(?P<share>(?:(?:by|in|to|than|nearly|almost|about)\s)?half(?=\s(?:of|the|an?|its|their|our|as)\b|[,.;)]|$)
        |hal(?:ved|ves|ving)\b|(?:a|one|two)[ -]thirds?(?=\sof\b|[,.;)]|$)|(?:a|one|three)[ -]quarters?(?=\sof\b))
    | \b(?P<times>(?:doubl|tripl|quadrupl)(?:ed|es|e|ing)\b(?!-)|(?:two|three)fold|twice|thrice|once\b)
    | \b(?P<many>(?:dozen|hundred|thousand|million|billion|ten)s\sof(?:\s(?:thousand|million)s)?|dozens)\b
    | \b(?P<english>{numerals.ENGLISH_NUMERAL})(?![A-Za-z])
    | \b(?P<nth>{"|".join(numerals.ORDINALS)})\b
    | \b(?P<per>per\s(?=[a-z]))
    | \b(?P<none>[Nn]o(?=\s[a-z]))|(?P<without>없이|없음|무(?=장애|중단|사고))
    """,
    re.VERBOSE | re.IGNORECASE,
)
_LATIN_SCALE = re.compile(rf"\s?(?:a\s)?({'|'.join(numerals.SCALES)})s?(?![A-Za-z])", re.IGNORECASE)
_LETTER_SCALES = {"k": 10**3, "m": 10**6, "mn": 10**6, "mm": 10**6, "b": 10**9, "bn": 10**9, "t": 10**12}
_LETTER_SCALE = re.compile(r"\s?(K|k|M|mn|bn|Bn|B)(?![A-Za-z])")
_MONEY_SCALE = re.compile(r"\s?(mm?|b|t|T)(?![A-Za-z])")
_KOREAN_SCALE = re.compile(rf"({numerals.KOREAN_SCALE})(?!큼)")
_HALF = 50  # percent
_ONE = re.compile(r"\san?\s")
_NEXT_PART = re.compile(rf"\s?({numerals.NUMBER})\s?({numerals.KOREAN_SCALE})?")
_AND_A_HALF = re.compile(r"\s?반(?=\s|만|간|[^가-힣]|$)")
_NAMED = re.compile(r"(?:^|[^A-Za-z0-9])(?=[A-Za-z0-9]*[A-Z])(?!KRW|USD|EUR|JPY|GBP)[A-Za-z0-9]{1,20}-$")
_ORDINAL = re.compile(r"(?:st|nd|rd|th)(?![A-Za-z])")

_PLUS = re.compile(r"\+(?=[\s가-힣-])")
_FEW = re.compile(r"여(?=\s|명|개|건|곳|대|년|종|편|회|차|만)")


def figures(text: str) -> list[Figure]:
    """Return the figures of a text, in order."""
    return list(_joined(text, _single(text)))


def _single(text: str) -> Iterator[Figure]:
    """Yield the figures of a text, 1시간 30분 being two."""
    at = 0
    while found := _NUMERAL.search(text, at):
        figure = _figure(text, found)
        at = max(found.end(), figure.end if figure else 0)
        if figure:
            yield bounded(text, figure)


def _figure(text: str, found: re.Match[str]) -> Figure | None:
    """Return the figure that begins with a numeral."""
    if found["digits"]:
        return _of_digits(text, found)
    figure = Figure(*found.span(), Fraction(0), korean=re.match("[가-힣]", found[0]) is not None)
    if found["clock"]:
        return _clock(figure, found)
    if found["none"] or found["without"] or found["per"] or found["nth"]:
        return _quiet(text, figure, found)
    if share := _share(found):
        half_of_one = _half_of_one(text, figure) if share == _HALF else None
        bound = "least" if found["half"] == "과반" else ""
        return half_of_one or replace(figure, number=share, unit="%", bound=bound)
    if word := found["times"]:
        times = next(value for name, value in _TIMES.items() if word.casefold().startswith(name))
        unit = "times" if word.casefold() in {"once", "twice", "thrice"} else "x"
        return replace(figure, number=Fraction(times), unit=unit, quiet=times == 1)
    return _spelled(text, figure, found)


def _quiet(text: str, figure: Figure, found: re.Match[str]) -> Figure:
    """Return the figure that an ordinary word is as good as: no incidents = 장애 0건, per car = 1대당, first = 1차."""
    if found["per"]:
        return replace(figure, number=Fraction(1), unit=singular_unit(text, found.end() - 1), quiet=True)
    if not found["nth"]:
        return replace(figure, unit="noun", quiet=True)
    number = Fraction(numerals.ORDINALS.index(found["nth"].casefold()) + 1)
    unit, factor, _ = unit_at(text, found.end())
    timed = unit in {"second", "month"}  # the fifth year = 5년째
    unit, factor = (unit, factor) if timed else ("nth", Fraction(1))
    return replace(figure, number=number, unit=unit, factor=factor, quiet=True)


def _half_of_one(text: str, figure: Figure) -> Figure | None:
    """Return half of a number or a time: half a million, half an hour."""
    one = _ONE.match(text, figure.end)
    whole = _measured(text, replace(figure, number=Fraction(1, 2), end=one.end() - 1)) if one else None
    return whole if whole and (whole.scale != 1 or whole.unit in {"second", "month"}) else None


def _share(found: re.Match[str]) -> Fraction | None:
    """Return what part of a whole a numeral says, in percent: 절반, a third, 3분의 1, 2/3."""
    if found["half"]:
        return Fraction(_HALF)
    if found["part"]:
        whole, part = (Fraction(w) if w.isdecimal() else numerals.sino(w) for w in (found["whole"], found["of"]))
        return part / whole * 100 if whole else None
    if found["ratio"]:
        return Fraction(int(found["a"]), int(found["b"])) * 100
    if word := (found["share"] or "").casefold():
        share = next((value for name, value in _FRACTIONS.items() if name in word), Fraction(_HALF))
        return share * (2 if word.startswith("two") else 3 if word.startswith("three") else 1)
    return None


def _clock(figure: Figure, found: re.Match[str]) -> Figure | None:
    """Return a time of day in minutes after midnight or noon; `3시` alone may be either."""
    hour, minute = int(found["hour"]), int(found["minute"] or found["minute2"] or (30 if found["half_past"] else 0))
    noon = (found["noon"] or found["noon2"] or found["noon3"] or "").casefold()[:2]
    afternoon = noon.startswith("p") or noon == "오후" or hour > 12  # noqa: PLR2004
    unit = "pm" if afternoon else "am" if noon else "clock"
    return replace(figure, number=Fraction((hour * 60 + minute) % 720), unit=unit)


def _spelled(text: str, figure: Figure, found: re.Match[str]) -> Figure | None:
    """Return the figure that begins with a numeral in words."""
    if word := found["vague"] or found["many"]:
        size = numerals.scale(found["size"]) if found["size"] else _english_size(word)
        return _measured(text, replace(figure, number=size, bound="vague"))
    if word := found["some"]:
        return _measured(text, replace(figure, number=Fraction(numerals.SOME[word]), bound="vague"))
    if word := found["days"]:
        unit, days = ("month", 6) if word == "반년" else ("second", numerals.DAYS[word] * 86400)
        return replace(figure, number=Fraction(days), unit=unit, quiet=word == "하루")
    if word := found["sino"]:
        return _measured(text, replace(figure, number=numerals.sino(word)))
    number = numerals.native(found["native"]) if found["native"] else numerals.english(found["english"])
    figure = _measured(text, replace(figure, number=number))
    # `one` and 한 are as good as an article, but before a time: 한 달.
    if figure.number != 1 or (figure.unit in {"second", "month"} and figure.value not in {60, 86400}):
        return figure
    return replace(figure, quiet=True, unit=figure.unit if figure.korean else "")


def _english_size(words: str) -> Fraction:
    """Return the size of `hundreds of thousands`."""
    size = Fraction(1)
    for word in re.findall(r"[a-z]+", words.casefold()):
        size *= numerals.SCALES.get(word.removesuffix("s"), 10 if word == "tens" else 1)
    return size


def _of_digits(text: str, found: re.Match[str]) -> Figure | None:
    """Return the figure that begins with digits, or None where they are part of a name (GPT-4, 3D)."""
    start, end = found.span()
    if not found["currency"] and _NAMED.search(text[max(0, start - 24) : start]):
        return None
    sign = {"-": "-", "+": "+"}.get(found["sign"] or "", "")
    figure = Figure(start, end, numerals.decimal(found["digits"]), sign=sign)
    if found["currency"]:
        figure = replace(figure, unit=CURRENCIES[found["currency"].upper()])
    figure = _measured(text, figure)
    if not figure.unit and re.match("[A-Za-z]", text[figure.end : figure.end + 1]):
        nth = _ORDINAL.match(text, end)
        return replace(figure, unit="nth", end=nth.end()) if nth else None
    if sign == "-" and figure.unit in {"", "noun"}:
        return replace(figure, number=-figure.number)
    if text.endswith("제", 0, start):
        return replace(figure, unit="nth", end=end, quiet=figure.number == 1)
    return figure


def _measured(text: str, figure: Figure) -> Figure:
    """Return a figure with the scale and the unit that follow it."""
    figure = _scaled(text, figure)
    few = _FEW.match(text, figure.end)
    figure = replace(figure, end=few.end(), bound=figure.bound or "least") if few else figure
    if figure.unit:
        return figure
    plus = _PLUS.match(text, figure.end)
    if plus and unit_at(text, plus.end())[0]:
        figure = replace(figure, end=plus.end(), bound="least")
    unit, factor, end = unit_at(text, figure.end)
    korean = bool(re.match("[가-힣]", text[end - 1 : end])) and end > figure.end
    figure = replace(figure, unit=unit, factor=factor, end=end, korean=figure.korean or korean)
    half = _AND_A_HALF.match(text, end) if korean and unit in {"second", "month"} else None
    return replace(figure, number=figure.number + Fraction(1, 2), end=half.end()) if half else figure


def _scaled(text: str, figure: Figure) -> Figure:
    """Return a figure with its scale: 1.2억, 3만 5천, 58M, two hundred thousand."""
    if found := _KOREAN_SCALE.match(text, figure.end):
        return _with_parts(text, figure, found)
    while found := _LATIN_SCALE.match(text, figure.end):
        scale = Fraction(numerals.SCALES[found[1].casefold()])
        figure = replace(figure, number=figure.number * scale, scale=figure.scale * scale, end=found.end())
    letter = _LETTER_SCALE.match(text, figure.end) or (figure.unit and _MONEY_SCALE.match(text, figure.end))
    if letter and figure.scale == 1:
        scale = Fraction(_LETTER_SCALES[letter[1].casefold()])
        return replace(figure, number=figure.number * scale, scale=scale, end=letter.end())
    return figure


def _with_parts(text: str, figure: Figure, found: re.Match[str]) -> Figure:
    """Return a figure with its Korean scale, and the smaller parts that follow: 1억 2,000만."""
    scale = last = numerals.scale(found[1])
    total, end = figure.number * scale, found.end()
    while more := _NEXT_PART.match(text, end):
        size = numerals.scale(more[2]) if more[2] else Fraction(1)
        part = numerals.decimal(more[1]) * size
        if part >= last or (not more[2] and part < 100):  # noqa: PLR2004 - `3만 5명` are two
            break
        total, last, end = total + part, size, more.end()
        if not more[2]:
            break
    return replace(figure, number=total, scale=scale, end=end, korean=True)


def _joined(text: str, singles: Iterator[Figure]) -> Iterator[Figure]:
    """Yield the figures with the parts of one length of time made one: 1시간 30분, 3 years 2 months."""
    last: Figure | None = None
    for figure in singles:
        if last and _goes_on(text, last, figure):
            number = last.number + figure.value / last.factor
            last = replace(last, number=number, end=figure.end, bound=figure.bound or last.bound)
            continue
        if last:
            yield last
        last = figure
    if last:
        yield last


def _goes_on(text: str, last: Figure, figure: Figure) -> bool:
    between = text[last.end : figure.start]
    return (
        last.unit == figure.unit
        and last.unit in {"second", "month"}
        and figure.factor < last.factor
        and figure.value < last.factor
        and between in {"", " ", " and ", ", "}
        and last.number.denominator == 1
    )
