import pytest
from makers import HERE, bullet, entry, profile, resume, text

from resume_tailor.model import Basics
from resume_tailor.privacy import leaks
from resume_tailor.problems import Place
from resume_tailor.select import select

BASICS = Basics(
    Place("resume/base.yaml", 2, 3),
    text("한지원"),
    text("분석가"),
    email="jiwon@example.com",
    phone="010-1234-5678",
    birth="1993-04",
    image="me.png",
    location={"region": text("서울"), "city": text("성동구"), "address": text("나루길 12, 301호")},
)
NOTHING = select(resume(entry("a")), profile())


def told(html, hidden, selection=NOTHING):
    return [(p.rule, p.message, str(p.place)) for p in leaks(BASICS, frozenset(hidden), selection, html)]


@pytest.mark.parametrize(
    ("part", "html"),
    [
        ("phone", "<p>010-1234-5678</p>"),
        ("phone", '<a href="tel:01012345678">전화</a>'),
        ("phone", "<p>010 1234 5678</p>"),
        ("phone", "<p>(010) 1234.5678</p>"),
        ("email", '<a href="mailto:jiwon@example.com">메일</a>'),
        ("birth", "<p>1993-04</p>"),
        ("photo", '<img src="me.png">'),
        ("address", "<p>나루길  12, 301호</p>"),
        ("location", "<p>서울 성동구</p>"),
        ("location", "<p>성동구, 서울</p>"),
    ],
)
def test_a_hidden_part_that_still_stands_on_the_page_is_an_error(part, html):
    message = f"the {part} is hidden, but the page still says it"
    assert told(html, [part]) == [("hidden-but-shown", message, "resume/base.yaml:2:3")]


@pytest.mark.parametrize("part", ["phone", "email", "birth", "photo", "address", "location"])
def test_what_is_not_there_or_not_hidden_is_no_error(part):
    assert told("<p>한지원, 서울의 회사</p>", [part]) == []
    assert told("<p>010-1234-5678 jiwon@example.com 1993-04 me.png 나루길 12, 301호 서울 성동구</p>", []) == []


def test_hiding_the_location_hides_the_address_too():
    assert told("<p>나루길 12, 301호</p>", ["location"])[0][1] == "the address is hidden, but the page still says it"


def test_the_item_that_says_it_is_named():
    saying = bullet("job.a", "연락은 010-1234-5678")
    selection = select(resume(entry("job", "work", [saying])), profile())
    assert told("<li>연락은 010-1234-5678</li>", ["phone"], selection)[0][2] == str(HERE)
