"""Laws of the guard for every text, and what it sees of changes made to each line of the example workspace."""

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from resume_tailor.claims import Known, new_claims
from resume_tailor.guard import known_of
from resume_tailor.pipeline import load_base
from resume_tailor.rewording import held, own_text
from resume_tailor.yamlmarks import read

BASE = load_base(
    [read(path.name, path.read_bytes()) for path in sorted((Path(__file__).parents[2] / "resume").glob("*.yaml"))]
).resume
assert BASE
KNOWN = known_of(BASE)
LINES = [
    (item.id, version, held(item, home))
    for home in BASE.entries()
    for item in home.items()
    for text in (own_text(item), *item.alt.values())
    if text
    for version in text.versions
]

PIECES = st.lists(
    st.sampled_from(
        [
            *(
                "8%",
                "8",
                "11%p",
                "1.2억 원",
                "3만 5천",
                "KRW 58M",
                "5명",
                "세 명",
                "5",
                "five",
                "half of",
                "twice",
                "180ms",
            ),
            *(
                "3개월",
                "2023년 3월",
                "2023-03",
                "March",
                "오후 3시",
                "9:40",
                "3분의 1",
                "수십 명",
                "1,200",
                "-0.4",
                "3D",
            ),
            *(
                "→",
                "에서",
                "로",
                " to ",
                " from ",
                "~",
                "-",
                ", ",
                ". ",
                " and ",
                "증가",
                "줄여",
                "cut",
                "raising",
                "이상",
            ),
            *(
                "최대 ",
                "up to ",
                "over ",
                "SQL",
                "파이썬",
                "machine learning",
                "dbt",
                "BERT4Rec",
                "GPT-4",
                "A/B",
                "Line",
            ),
            *(
                "모아드라이브",
                "팀장",
                "Head of",
                "서림대학교",
                "PhD",
                "네이버",
                "책임",
                "는",
                "을",
                " ",
                "\n",
                "**",
                "[",
                "](https://a.kr)",
            ),
            *("<b>", "&#49;", "\u2060", "e\u0301", "\u1112\u1161\u11ab", "％", "４", "²", "½", "\ud800", "9" * 40),
        ]
    ),
    max_size=14,
).map("".join)
TEXTS = st.text(max_size=60) | PIECES
CLAUSES = st.lists(
    st.sampled_from(
        [
            *(
                "재구매율 8%→11% 개선",
                "비용 12% 절감",
                "분석가 5명 팀 리드",
                "2023년 3월부터 운영",
                "SQL과 dbt로 구축",
                "월 3.5만 원",
            ),
            *(
                "cut costs by 12%",
                "raised sales from 8% to 11%",
                "led five analysts",
                "since March 2023",
                "used Kafka and SQL",
            ),
        ]
    ),
    min_size=1,
    unique=True,
)


@given(TEXTS)
def test_a_text_claims_nothing_against_itself(text):
    assert new_claims(text, [text], KNOWN) == []


@given(TEXTS, st.lists(TEXTS, max_size=3), TEXTS)
def test_more_to_draw_on_never_makes_more_claims(new, texts, more):
    """A figure that is held now may still be one with another direction: 8% 증가, where 8% 감소 is held."""
    before = {at for claim in new_claims(new, texts, KNOWN) for at in range(claim.start, claim.start + len(claim.text))}
    for claim in new_claims(new, [*texts, more], KNOWN):
        assert not before.isdisjoint(range(claim.start, claim.start + len(claim.text)))


@given(TEXTS, st.lists(TEXTS, max_size=2))
def test_claims_stand_in_the_text_in_order_and_apart(new, texts):
    end = 0
    for claim in new_claims(new, texts, KNOWN):
        assert claim.start >= end
        end = claim.start + len(claim.text)
        assert new[claim.start : end] == claim.text != ""


@given(CLAUSES, st.data())
def test_leaving_out_and_reordering_clauses_claims_nothing(clauses, data):
    kept = data.draw(st.permutations(clauses))[: data.draw(st.integers(0, len(clauses)))]
    assert new_claims(", ".join(kept), [", ".join(clauses)], KNOWN) == []


@given(PIECES, PIECES)
def test_how_a_text_is_spelt_and_marked_does_not_matter(new, text):
    def kinds(written):
        return [claim.kind for claim in new_claims(written, [text], Known())]

    plain = (
        new.replace("*", "").replace("[", "").replace("<b>", "").replace("](https://a.kr)", "").replace("\u2060", "")
    )
    assert kinds(plain) == kinds("\u2060".join(plain)) if "&" not in plain and "\n" not in plain else True


# --- each line of the example, with one thing changed ---

_NUMBER = re.compile(r"(?<![A-Za-z0-9.,])[0-9](?:[0-9,]*[0-9])?(?:\.[0-9]+)?(?![0-9])")
_UNITS = [
    *(
        (r"(?<=\d)%(?!p)", "%p"),
        (r"(?<=\d)%(?!p)", "명"),
        (r"(?<=\d)명", "개월"),
        (r"(?<=\d)명", "건"),
        (r"(?<=\d)건", "명"),
    ),
    *(
        (r"(?<=\d)건", "%"),
        (r"(?<=\d)개(?!월)", "배"),
        (r"(?<=\d)주(?!차)", "개월"),
        (r"(?<=\d)일", "주"),
        (r"(?<=\d)시간", "일"),
    ),
    *(
        (r"(?<=\d)분", "시간"),
        (r"(?<=\d)배", "%"),
        (r"(?<=\d)종", "명"),
        (r"(?<=[만억\d]) ?원", " 달러"),
        (r"만(?= ?원|→)", "억"),
    ),
    *((r"억(?= ?원|→)", "만"), (r"(?<=\d) ?ms", " s"), (r"(?<=\d )hours\b", "days"), (r"(?<=\d )days\b", "weeks")),
    *(
        (r"\bweeks\b", "months"),
        (r"\bmonths\b", "years"),
        (r"\bminutes\b", "hours"),
        (r"(?<=\d)x\b", "%"),
        ("KRW", "USD"),
    ),
    *((r"(?<=\d)M\b", "K"), (r"(?<=\d)K\b", "M"), (r"\bkm\b", "m"), (r"-week\b", "-month"), ("개월", "년")),
]
_ARROW = re.compile(r"(?<![\w.,])([0-9][^\s→,]*)→([0-9][0-9,.]*[0-9]?(?:%|ms|시간|건|일|개|km|배|분|원|만|억)?)")
_FROM_TO = re.compile(r"from ((?:KRW )?[\d.,]+[%KM]?) to ((?:KRW )?[\d.,]+[%KM]?)")
_TURNS = [
    *(
        ("% 증가", "% 감소"),
        ("원 축소", "원 확대"),
        ("% 줄여", "% 늘려"),
        ("% 유지", "% 증가"),
        ("%를 지키며", "%로 늘리며"),
    ),
    *(
        ("raising", "cutting"),
        ("lifting", "cutting"),
        ("cutting", "raising"),
        ("fell from", "rose from"),
        ("fewer", "more"),
    ),
    *(("held at", "raised to"), ("Raised", "Cut"), ("Lifted", "Cut"), ("growing", "cutting")),
]
_TOOL = re.compile(
    r"(?<![A-Za-z])(?:A/B|SQL|Python|BigQuery|Redis|ONNX|Airflow|MLflow|LightGBM|CUPED|dbt|PostgreSQL|Tableau|XGBoost"
    r"|CatBoost|FastAPI|Kubernetes|LangChain|CNN|API|WAPE)(?![A-Za-z])"
)


def changed(pattern, make, text):
    return [text[: m.start()] + make(m) + text[m.end() :] for m in re.finditer(pattern, text)]


def bumped(found):
    """A numeral with its last digit three higher."""
    digits = found[0]
    return f"{digits[:-1]}{(int(digits[-1]) + 3) % 10}"


def put_first(korean, english):
    def put(text):
        words = korean if re.search("[가-힣]", text) else english
        return [word + text for word in words]

    return put


CHANGES = {
    "number": lambda text: changed(_NUMBER, bumped, text),
    "unit": lambda text: [new for old, unit in _UNITS for new in changed(old, lambda _, unit=unit: unit, text)],
    "order": lambda text: (
        changed(_ARROW, lambda m: f"{m[2]}→{m[1]}", text) + changed(_FROM_TO, lambda m: f"from {m[2]} to {m[1]}", text)
    ),
    "direction": lambda text: [new for a, b in _TURNS for new in changed(re.escape(a), lambda _, b=b: b, text)],
    "technology": lambda text: [
        new for tool in ("Kafka", "Snowflake", "dask", "Vertica") for new in changed(_TOOL, lambda _, t=tool: t, text)
    ],
    "more technology": put_first(
        ["스파크로 ", "Kafka와 ", "텐서플로 기반 ", "딥러닝으로 "],
        ["With Spark, ", "Using kafka, ", "With deep learning, "],
    ),
    # Not the employers of the example: a line may name its own.
    "employer": put_first(["네이버와 ", "카카오와 "], ["At Google, ", "With Naver, "]),
    "title": put_first(
        ["팀장으로서 ", "CTO로 ", "책임 연구원으로 "], ["As Head of Data, ", "As senior analyst, ", "As a Director, "]
    ),
    "school": put_first(["서림대학교와 ", "카이스트와 ", "박사 "], ["With Seorim University, ", "PhD: "]),
}
# Changes that are no news: the item says the new figure elsewhere (적자 화주 9곳, 6곳 재협상).
_HELD_ANYWAY = {"number": 3}


@pytest.mark.parametrize("change", CHANGES)
def test_each_change_to_a_line_of_the_example_is_seen(change):
    made = [(id_, new, texts) for id_, text, texts in LINES for new in CHANGES[change](text)]
    missed = [(id_, new) for id_, new, texts in made if not new_claims(new, texts, KNOWN)]
    assert len(made) >= 60
    assert len(missed) == _HELD_ANYWAY.get(change, 0), missed


def test_a_line_of_the_example_says_in_one_language_what_it_says_in_the_other():
    """Not quite: 15 of 314 differ for a reader too (ETA has no Korean, 1.2%p became 1.2 points, weekly is 주 1회)."""
    texts = [
        text
        for item in BASE.items()
        for text in (own_text(item), *item.alt.values(), *_told(item))
        if text and text.ko and text.en
    ]
    pairs = [(text.en, text.ko) for text in texts] + [(text.ko, text.en) for text in texts]
    differ = [(new, claims) for new, other in pairs if (claims := new_claims(new, [other], Known()))]
    assert len(pairs) >= 300
    assert len(differ) <= 15, differ


def _told(item):
    """What a project tells besides its summary."""
    texts = getattr(item, "texts", {})
    return [texts[key] for key in ("why", "problem", "role", "outcome") if key in texts and item.section == "projects"]
