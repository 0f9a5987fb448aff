"""A web page that a browser saved, to the posting in it: without menus, other jobs and scripts."""

import json
import sys
from functools import partial

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from resume_tailor.posting.webpage import text_of

# As job boards write them: menus, other jobs, a script with the whole state, and the posting in the middle.
BOARD = """<!DOCTYPE html>
<html lang="ko"><head><meta charset="utf-8"><title>[새벽장터] 데이터 분석가 채용 | 일터</title>
<meta property="og:title" content="새벽장터 데이터 분석가"><style>.Nav{color:red}</style></head>
<body><div id="__next"><nav><ul><li><a href="/">채용</a><li>이력서</ul></nav>
<header><h1>일터</h1><form><input placeholder="검색"><button>찾기</button></form></header>
<main><section><header><h1>데이터 분석가</h1><a href="/c/1">새벽장터</a> ∙ 서울 송파구 ∙ 경력 3년 이상</header>
<h2>포지션 상세</h2><p>새벽에 닿는 장보기를 만드는 팀입니다.<br>숫자로 묻고 답할 동료를 찾습니다.</p>
<h3>주요업무</h3><p><span>• 장바구니 이탈의 원인을 로그로 찾고
A/B 테스트로 확인<br>• 배송 권역별 수요 예측 모형 운영</span></p>
<h3><button aria-expanded="true">자격요건</button></h3>
<ul><li>SQL로 원하는 표를 스스로 만드는 분<li><p>Python&nbsp;&amp;&nbsp;통계 <b>가설</b> 검정</p></ul>
<h3>혜택 및 복지</h3><table><tr><th>근무<td>주 1회 재택<tr><th>장비<td>원하는 노트북</table>
<button>지원하기</button><svg><text>로고</text></svg></section></main>
<aside><h2>이런 포지션도 있어요</h2><article><h3>세일즈 매니저</h3></article></aside>
<div hidden>임시 저장됨</div><span aria-hidden="true">★</span><footer>(주)일터 사업자등록번호</footer></div>
<script id="__NEXT_DATA__" type="application/json">{"props":{"title":"백엔드 개발자","html":"<p>Kotlin</p>"}}</script>
<noscript><img src="https://t.example/p.gif">자바스크립트를 켜 주세요</noscript></body></html>"""
BOARD_TEXT = """\
데이터 분석가

새벽장터 ∙ 서울 송파구 ∙ 경력 3년 이상

포지션 상세
새벽에 닿는 장보기를 만드는 팀입니다.
숫자로 묻고 답할 동료를 찾습니다.

주요업무
• 장바구니 이탈의 원인을 로그로 찾고 A/B 테스트로 확인
• 배송 권역별 수요 예측 모형 운영

자격요건
- SQL로 원하는 표를 스스로 만드는 분
- Python & 통계 가설 검정

혜택 및 복지
근무
주 1회 재택
장비
원하는 노트북"""

DUTIES = "<p><strong>What you will do</strong></p><ul><li>Own the pricing dashboards</li><li>Run experiments</li></ul>"
STATED = """\
Product Analyst

Company: Harbour & Sons

What you will do
- Own the pricing dashboards
- Run experiments"""


def job(title="Product Analyst", description=DUTIES, company="Harbour &amp; Sons", **more):
    organization = {"@type": "Organization", "name": company}
    return {
        "@type": "JobPosting",
        "title": title,
        "description": description,
        "hiringOrganization": organization,
    } | more


def page(data, body="<h1>Jobs for you</h1><p>Sign in to see who you know</p>", title="Product Analyst | Network"):
    text = data if isinstance(data, str) else json.dumps(data)
    script = f'<script type="application/ld+json">{text}</script>'
    return f"<!doctype html><html><head><title>{title}</title>{script}</head><body>{body}</body></html>"


# --- what a page shows ---


def test_a_saved_page_gives_its_posting_and_nothing_around_it():
    assert text_of(BOARD) == BOARD_TEXT


def test_without_a_main_part_the_body_is_read_and_the_head_names_it():
    html = "<title>Analyst at Pier</title><body><nav>Menu</nav><p>Ask good questions<p>Answer them"
    assert text_of(html) == "Analyst at Pier\n\nAsk good questions\nAnswer them"
    shared = '<meta property="og:title" content="Pier: Analyst &amp; more"/>'
    assert text_of(shared + html).startswith("Pier: Analyst & more\n\n")


LONG = "<p>" + "Understand how riders choose a bike and tell the city. " * 5


@pytest.mark.parametrize("name", ["main", "article"])
def test_the_only_long_part_is_the_posting(name):
    html = f"<h1>Data Analyst</h1><article>Driver</article><{name}>{LONG}</{name}><article>Cook</article>"
    assert text_of(html).splitlines()[0] == "Data Analyst"
    assert "Driver" not in text_of(html)
    assert "Cook" not in text_of(html)


def test_of_several_long_parts_none_is_preferred():
    assert text_of(f"<article>{LONG} one</article><article>{LONG} two</article>").count("riders") == 10


def test_a_page_that_is_a_form_as_a_whole_is_read():
    assert text_of("<form id=aspnetForm><h1>분석가</h1><p>지표 설계</p></form>") == "분석가\n\n지표 설계"


@pytest.mark.parametrize("html", ["", " \n", "<title>일터</title><div id=root></div><script>draw()</script>", "<!--"])
def test_a_page_that_shows_no_word_has_no_text(html):
    assert text_of(html) == ""


def test_a_page_with_a_title_alone_is_its_title():
    assert text_of("<h1>데이터 분석가</h1>") == "데이터 분석가"


LISTS = {
    "marks of its own": ("<ul><li>• SQL<li>- Python<li>-5% 이탈</ul>", "- SQL\n- Python\n- -5% 이탈"),
    "nested": ("<ul><li>분석<ul><li>지표<li>실험</ul>끝</ul>", "- 분석\n- 지표\n- 실험\n끝"),
    "paragraphs": ("<ul><li><p>하나</p><p>더</p></li><li><div>둘</div></li></ul>", "- 하나\n더\n- 둘"),
    "empty": ("<ul><li><li> <li>SQL</ul><p>끝</p>", "- SQL\n끝"),
    "line breaks": ("SQL<br/>Python<br>Spark</br>R", "SQL\nPython\nSpark\nR"),
    "lines kept by CSS": ("업무\n• SQL\n- Python\n\n자격\n이\n 줄 - 끝", "업무\n• SQL\n- Python\n자격 이 줄 - 끝"),
    "preformatted": ("<pre>업무\n SQL\n\nPython</pre>", "업무\nSQL\nPython"),
    "definitions": ("<dl><dt>경력<dd>3년<dt>학력<dd>무관</dl>", "경력\n3년\n학력\n무관"),
    "table": ("<table><tr><td>가<td>나</tr><tr><td>다</table>", "가\n나\n다"),
}


@pytest.mark.parametrize(("html", "text"), LISTS.values(), ids=LISTS)
def test_one_line_a_block_and_a_mark_an_item(html, text):
    assert text_of(html) == text


SLIPS = {
    "unclosed": ("<div><nav>메뉴</div><p>하나<p>둘<div>셋", "하나\n둘\n셋"),
    "crossed": ("<b>가<p>나</b>다</p></i></section>라", "가\n나다\n라"),
    "entities": ("<p>A&amp;B &lt;SQL&gt; 3&nbsp;년 &#8211; R&D &copy", "A&B <SQL> 3 년 – R&D ©"),
    "signs": ("<p>a < b, 1<2, <3", "a < b, 1<2, <3"),
    "NUL and what is not drawn": ("<p>데\0이\u200b터\u00ad", "데이터"),
    "hidden inline": ("<p>가<span hidden>나<span>다</span>라</span>마", "가마"),
    "a tag in a value": ("<p title='a > <b> \"'>가</p>", "가"),
    "remarks": ("<p>가<!-- <p>나 > -->다<!x><?y?></p>", "가다"),
    "an end that never comes": ("<p>가<a href='x", "가"),
    "capitals": ("<P>가<SCRIPT>나</P></Script >다<STYLE>라</STYLE>", "가다"),
    "a script that writes its own end": ("<div><script/>x='</div>';</script>가</div>", "가"),
    "text areas": ("<p>가<textarea><p>나</textarea><template><p>다</template><select><option>라</select>", "가"),
}


@pytest.mark.parametrize(("html", "text"), SLIPS.values(), ids=SLIPS)
def test_slips_of_a_page_do_no_harm(html, text):
    assert text_of(html) == text


# --- what a page states for machines ---


@pytest.mark.parametrize(
    "data",
    [
        job(),
        [{"@type": "Organization"}, job()],
        {"@context": "https://schema.org", "@graph": [{"@type": "WebSite"}, [job()]]},
        job() | {"@type": ["Thing", "http://schema.org/JobPosting"]},
        job(description=DUTIES.replace("<", "&lt;").replace(">", "&gt;")),
        job(hiringOrganization="Harbour &amp; Sons"),
        job(description="What you will do\n\n- Own the pricing dashboards\n• Run experiments").copy(),
    ],
    ids=["plain", "list", "graph", "types", "escaped", "company as text", "text"],
)
def test_what_is_stated_is_taken_before_what_is_shown(data):
    assert text_of(page(data)).replace("•", "-") == STATED


def test_raw_line_breaks_and_remarks_around_the_data_do_not_break_it():
    text = json.dumps(job(description="One\nTwo")).replace("\\n", "\n")
    assert text_of(page(f"<!-- {text} -->")) == "Product Analyst\n\nCompany: Harbour & Sons\n\nOne\nTwo"


def test_a_korean_posting_names_its_company_in_korean():
    assert text_of(page(job("분석가", "<p>지표 설계</p>", "새벽장터"))) == "분석가\n\n회사: 새벽장터\n\n지표 설계"


def test_of_several_the_one_that_the_page_is_called_after_is_taken():
    assert text_of(page([job("Cook", "<p>Soup"), job(), job("Driver", "<p>Bus")])) == STATED
    assert text_of(page([job("Cook", "<p>Soup"), job()], title="Jobs")).startswith("Cook\n")


BROKEN = {
    "cut off": json.dumps(job())[:-9],
    "no posting": '{"@type": "Product", "name": "x"}',
    "no description": json.dumps(job(description=None)),
    "empty description": json.dumps(job(description="<p> </p>")),
    "too deep": "[" * 100_000,
    "a number too long": '{"a": ' + "9" * 5000 + "}",
    "empty": "",
}


@pytest.mark.parametrize("data", BROKEN.values(), ids=BROKEN)
def test_broken_data_is_passed_over(data):
    assert text_of(page(data)) == "Jobs for you\n\nSign in to see who you know"


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.text(),
        lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from([*job(), "name"]), inner),
    )
)
def test_data_of_any_shape_is_read_or_passed_over(value):
    for data in (value, {"@type": "JobPosting", "title": value, "description": "x", "hiringOrganization": value}):
        assert isinstance(text_of(page(data)), str)


# --- whatever it holds ---

_NAMES = ("div", "p", "ul", "li", "b", "nav", "main", "article", "h1", "pre", "svg", "td", "template")
_TAGS = st.sampled_from([f"<{name}>" for name in _NAMES] + [f"</{name}>" for name in _NAMES])
_PIECES = st.sampled_from(
    ["<", ">", "</", "<!--", "-->", '"', "'", "=", "<a ", "hidden", "/>", "\0", "&#x", "\n", "글 "]
)
_SCRIPTS = st.sampled_from(
    [
        "<script>SECRET</script>",
        "<style>SECRET</style >",
        "<SCRIPT src='>'>'</div>SECRET'</SCRIPT>",
        "<noscript><p>SECRET</noscript>",
    ]
)


@given(st.text())
@example("<script")
@example("</script>")
def test_any_text_is_read(html):
    assert "\0" not in text_of(html)


@given(st.lists(_TAGS | _PIECES))
def test_any_tags_are_read(pieces):
    text = text_of("".join(pieces))
    assert text == text.strip()


@given(st.lists(_TAGS | _SCRIPTS | st.sampled_from(["글 ", "- ", "&amp;", "<!-- <b> -->", "<br>"])))
def test_what_a_script_says_is_never_text(pieces):
    assert "SECRET" not in text_of("".join(pieces))


# fmt: off
HOSTILE = ["<div>", "<li>", "<p hidden", "<a ", '<a x="<', "<!--", "<script>", "</", "<b><li></b>", "<span hidden>",
           "<article>", "&#", "\n ", "<pre>\n", "<script type=ld+json>{"]
# fmt: on


def calls(work) -> int:
    """How many calls a piece of work takes: the same on any machine, however busy."""
    count = 0

    def tally(_frame, event, _argument):
        nonlocal count
        count += event in {"call", "c_call"}

    sys.setprofile(tally)
    try:
        work()
    finally:
        sys.setprofile(None)
    return count


@pytest.mark.parametrize("piece", HOSTILE)
def test_what_is_deep_or_never_ends_takes_work_that_grows_with_its_length(piece):
    few, many = (calls(partial(text_of, piece * times)) for times in (1_000, 4_000))
    assert many < 5 * few + 1_000  # by the square it were sixteen times
