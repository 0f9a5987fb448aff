"""Numerals in digits and in words, Korean and English, to their values."""

import re
from fractions import Fraction

NUMBER = r"(?:[0-9]{1,3}(?:,[0-9]{3})+(?![0-9])|[0-9]+)(?:\.[0-9]+)?"
_LONGEST = 30  # digits that anybody could mean; int() refuses thousands of them

# --- English ---

_ONES = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
_TEENS = (
    *("ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen"),
    "nineteen",
)
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_ENGLISH = {
    "zero": 0,
    **{word: value for value, word in enumerate((*_ONES, *_TEENS), 1)},
    **dict(zip(_TENS, range(20, 100, 10), strict=True)),
}
SCALES = {"dozen": 12, "hundred": 100, "thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12}
ENGLISH_NUMERAL = (
    rf"(?:{'|'.join(_TENS)})(?:[- ](?:{'|'.join(_ONES)}))?|(?:{'|'.join((*_TEENS, *_ONES))})|zero"
    rf"|an?(?=\s(?:{'|'.join(SCALES)})\b)"
)
ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")


def english(words: str) -> Fraction:
    """Return the value of an English numeral under a hundred, `a` and `an` being one."""
    return Fraction(sum(_ENGLISH.get(word, 1) for word in re.split(r"[- ]", words.casefold())))


# --- Korean ---

_DIGITS = {digit: value for value, digit in enumerate("일이삼사오육칠팔구", 1)}
_SMALL = {"십": 10, "백": 100, "천": 1000}
_BIG = {"만": 10**4, "억": 10**8, "조": 10**12}
KOREAN_SCALE = r"[십백천]?[만억조]|[십백천]"
_NATIVE_ONES = {
    "한": 1,
    "두": 2,
    "세": 3,
    "석": 3,
    "네": 4,
    "넉": 4,
    "다섯": 5,
    "여섯": 6,
    "일곱": 7,
    "여덟": 8,
    "아홉": 9,
}
_NATIVE_TENS = dict(
    zip(("열", "스물", "서른", "마흔", "쉰", "예순", "일흔", "여든", "아흔"), range(10, 100, 10), strict=True)
) | {"스무": 20}
NATIVE_NUMERAL = (
    rf"(?:{'|'.join(_NATIVE_TENS)})(?:한|두|세|네|다섯|여섯|일곱|여덟|아홉)?"
    r"|한|두|세|석|네|넉|다섯|여섯|일곱|여덟|아홉"
)
# No 조: 구조 is no number. A digit alone counts only before a long unit (삼 개월), since 사건 is no number either.
SINO_NUMERAL = r"(?:[일이삼사오육칠팔구]*[십백천만억]){1,8}[일이삼사오육칠팔구]?"
SOME = {"두서너": 2, "두세": 2, "서너": 3, "너댓": 4, "대여섯": 5, "예닐곱": 6}
DAYS = {"하루": 1, "이틀": 2, "사흘": 3, "나흘": 4, "닷새": 5, "엿새": 6, "일주일": 7, "열흘": 10, "보름": 15}


def scale(word: str) -> Fraction:
    """Return what a Korean scale multiplies by: 천만, 억."""
    value = 1
    for char in word:
        value *= _SMALL.get(char) or _BIG[char]
    return Fraction(value)


def sino(word: str) -> Fraction:
    """Return the value of a Sino-Korean numeral: 천이백, 삼만오천."""
    total = part = digit = 0
    for char in word:
        if char in _DIGITS:
            digit = _DIGITS[char]
        elif char in _SMALL:
            part, digit = part + (digit or 1) * _SMALL[char], 0
        else:
            total, part, digit = total + (part + digit or 1) * _BIG[char], 0, 0
    return Fraction(total + part + digit)


def native(word: str) -> Fraction:
    """Return the value of a native Korean numeral: 두, 열두, 스무."""
    tens = next((ten for ten in _NATIVE_TENS if word.startswith(ten)), "")
    return Fraction(_NATIVE_TENS.get(tens, 0) + _NATIVE_ONES.get(word.removeprefix(tens), 0))


def decimal(digits: str) -> Fraction:
    """Return the value of a numeral in digits: 1,200 or 0.18."""
    return Fraction(digits.replace(",", "")[:_LONGEST].rstrip("."))
