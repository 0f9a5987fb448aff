"""The company in a posting's title: taken for one only where the posting speaks of it as one."""

import pytest

from resume_tailor.posting.naming import parted
from resume_tailor.posting.reading import read_posting

HARBOR = "Harborlight runs weekend boat trips in 30 cities."


@pytest.mark.parametrize(
    ("title", "line", "rest", "company"),
    [
        ("Senior Data Scientist, Growth — Harborlight", HARBOR, "Senior Data Scientist, Growth", "Harborlight"),
        ("Harborlight | Data Analyst", "Harborlight's crews sail at dawn.", "Data Analyst", "Harborlight"),
        ("Data Analyst at Tidewater Ferries", "## About Tidewater Ferries", "Data Analyst", "Tidewater Ferries"),
        ("[달빛배송] 데이터 분석가", "달빛배송은 새벽에 문 앞까지 갑니다.", "데이터 분석가", "달빛배송"),
        ("데이터 분석가 - 달빛배송", "달빛배송(Dalbit)의 데이터 팀", "데이터 분석가", "달빛배송"),
        ("데이터 분석가 · 달빛배송", "달빛배송 소개", "데이터 분석가", "달빛배송"),
    ],
)
def test_a_company_that_the_posting_speaks_of_is_taken_out_of_the_title(title, line, rest, company):
    assert parted(title, ["", line]) == (rest, company)


@pytest.mark.parametrize(
    ("title", "line"),
    [
        ("Senior Data Scientist, Growth — Harborlight", "We run weekend boat trips."),
        ("Data Scientist - Growth", "Growth is what we are about."),
        ("[데이터플랫폼팀] 데이터 엔지니어", "데이터플랫폼팀은 전사 데이터를 책임집니다."),
        ("데이터 분석가(신입) - 마케팅", "마케팅은 데이터로 정합니다."),
        ("데이터 엔지니어 | 데이터 분석가", "데이터 분석가는 지표를 정의합니다."),
        ("데이터 분석가", "달빛배송은 새벽에 문 앞까지 갑니다."),
        (f"Data Analyst - {'Harbor' * 9}", f"{'Harbor' * 9} is long."),
    ],
)
def test_a_team_a_word_of_the_trade_or_what_nothing_speaks_of_stays_in_the_title(title, line):
    assert parted(title, [line]) == (title, "")


def test_a_line_that_names_the_company_is_believed_before_the_title():
    posting = read_posting("[달빛배송] 데이터 분석가\n회사: 달빛배송(Dalbit)\n\n달빛배송은 새벽에 갑니다.\n")
    assert (posting.title, posting.company) == ("[달빛배송] 데이터 분석가", "달빛배송(Dalbit)")
