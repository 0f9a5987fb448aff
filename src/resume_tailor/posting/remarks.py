"""What is worth saying about a posting's role beyond its name; most of it is the talk's own advice."""

from collections.abc import Iterator
from dataclasses import dataclass

from resume_tailor.posting.model import Posting, RoleReading
from resume_tailor.posting.roles import OTHER, roles

_CLOSE = 0.8  # of the best score
_NEWCOMER = 2  # years; below it one is new to the trade


@dataclass(frozen=True, slots=True)
class Remark:
    """A remark in both languages; `kind` names it for programs."""

    kind: str
    ko: str
    en: str

    def to(self, lang: str) -> str:
        """Return the remark in a language."""
        return self.ko if lang == "ko" else self.en


def remarks(posting: Posting, reading: RoleReading, own_years: float | None = None) -> Iterator[Remark]:
    """Yield the remarks that fit; `own_years` is the reader's experience where it is known."""
    if not posting.whole:
        yield _NOT_WHOLE
    if not any(True for _ in posting.lines()):
        yield Remark(
            "title-only", "하는 일이 적혀 있지 않아 제목만 보고 판단함", "it tells no duties: judged by its title alone"
        )
        return
    if reading.titled and reading.titled != reading.role:
        yield _another_title(reading)
    elif second := _close(reading):
        yield _close_call(second)
    if reading.role == "mlops-engineer" and _is_new(reading, own_years):
        yield _NO_NEW_MLOPS
    if reading.role == "data-analyst":
        yield _UMBRELLA


def _another_title(reading: RoleReading) -> Remark:
    titled, role = roles()[reading.titled].names, roles()[reading.role].names
    if reading.role == OTHER:
        return Remark(
            "title",
            f"제목은 {titled['ko']}이지만 하는 일은 데이터 직군의 일로 보이지 않음",
            f"the title says {titled['en']}, but the duties are not data work",
        )
    if reading.titled == OTHER:
        return Remark(
            "title",
            f"제목은 데이터 직군이 아니지만 하는 일은 {role['ko']}의 일",
            f"the title names no data job, but the duties are those of {_a(role['en'])}",
        )
    return Remark(
        "title",
        f"제목은 {titled['ko']}이지만 하는 일은 {role['ko']}의 일: 제목의 말에 끌리지 말고 하는 일을 볼 것",
        f"the title says {titled['en']}, the duties are those of {_a(role['en'])}: go by the duties",
    )


def _a(name: str) -> str:
    return f"an {name}" if name[0] in "aeiouM" else f"a {name}"  # an MLOps engineer


def _close(reading: RoleReading) -> str:
    """Return the role that comes nearly as near, "" for none."""
    (_, best), (second, score), *_ = reading.scores.items()
    return second if best and score >= _CLOSE * best and second != reading.role else ""


def _close_call(second: str) -> Remark:
    names = roles()[second].names
    if second == OTHER:
        return Remark("close", "데이터 직군이 아닌 일도 거의 그만큼 있음", "nearly as much of it is no data work")
    return Remark(
        "close", f"{names['ko']}의 일도 거의 그만큼 있음", f"nearly as much of it is the work of {_a(names['en'])}"
    )


def _is_new(reading: RoleReading, own_years: float | None) -> bool:
    if own_years is not None:
        return own_years < _NEWCOMER
    return reading.years is None or reading.years.least < _NEWCOMER


_NOT_WHOLE = Remark(
    "long",
    "공고로는 너무 긴 글이라 앞부분만 읽음: 공고만 남길 것",
    "too long for a posting, so only its beginning was read: keep the posting alone",
)
_NO_NEW_MLOPS = Remark(
    "newcomer",
    "MLOps는 신입을 거의 뽑지 않고 ML 엔지니어나 데이터 엔지니어가 옮겨 가는 자리: 신입이라면 그 둘을 먼저 볼 것",
    "hardly anyone hires a new MLOps engineer: ML and data engineers move into it. If you are new, aim at those first",
)
_UMBRELLA = Remark(
    "umbrella",
    "많은 회사가 프로덕트·비즈니스 분석가도 데이터 분석가로 뽑음: 어느 팀과 무엇을 정하는 자리인지 물어볼 것",
    "many companies call product and business analysts data analysts: ask which team it serves and what it decides",
)
