import time

import pytest

from resume_tailor.richtext import RichText, Run, has_html, link_href, parse


def shown(source):
    return parse(source).__html__()


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("**재구매율** 개선", "<strong>재구매율</strong> 개선"),
        ("**'재구매율'**을 개선", "<strong>&#39;재구매율&#39;</strong>을 개선"),
        ("재구매율 **11%**개선", "재구매율 <strong>11%</strong>개선"),
        ("총**12**건(**신규**)을", "총<strong>12</strong>건(<strong>신규</strong>)을"),
        ("**A**/**B**", "<strong>A</strong>/<strong>B</strong>"),
        ("a ** b ** c", "a ** b ** c"),
        ("**열기만", "**열기만"),
        ("닫기만**", "닫기만**"),
        ("**a **b**", "**a <strong>b</strong>"),
        ("***a***", "***a***"),
        ("010-****-1234", "010-****-1234"),
        ("Jiwon Han*, Kim_*_", "Jiwon Han*, Kim_*_"),
    ],
)
def test_two_stars_make_bold_whatever_stands_beside_them_and_all_other_stars_are_text(source, expected):
    assert shown(source) == expected


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("`SQL`을 씀", "<code>SQL</code>을 씀"),
        (r"`**a** [b](c.com) \* &amp; <b>`", r"<code>**a** [b](c.com) \* &amp;amp; &lt;b&gt;</code>"),
        ("**`a` b**", "<strong><code>a</code> b</strong>"),
        ("`a", "`a"),
        ("`` a`b", "`` a`b"),
        ("` `", "` `"),
        ("`a\n  b`", "<code>a b</code>"),
    ],
)
def test_what_stands_in_code_means_nothing_else(source, expected):
    assert shown(source) == expected


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("[쏘카](https://socar.kr)에서", '<a href="https://socar.kr">쏘카</a>에서'),
        ("[코드](github.com/x)", '<a href="https://github.com/x">코드</a>'),
        ("[**굵게** `x`](a.com)", '<a href="https://a.com"><strong>굵게</strong> <code>x</code></a>'),
        ("**[a](b.com)**", '<a href="https://b.com"><strong>a</strong></a>'),
        ("[위키](https://x.org/A_(b))", '<a href="https://x.org/A_(b)">위키</a>'),
        ("[a](https://b.com/?c=1&amp;d=2)", '<a href="https://b.com/?c=1&amp;d=2">a</a>'),
        ("[a](https://b.com/?c=1&copy=2)", '<a href="https://b.com/?c=1&amp;copy=2">a</a>'),
        ('[a](https://b.com/"onclick=x)', '<a href="https://b.com/&#34;onclick=x">a</a>'),
        ("[[1] a](b.com)", '<a href="https://b.com">[1] a</a>'),
        ("[a [b](c.com)](d.com)", '[a <a href="https://c.com">b</a>](d.com)'),
        ("[메일](han@x.com)", '<a href="mailto:han@x.com">메일</a>'),
        ("<https://a.kr/b>을", '<a href="https://a.kr/b">https://a.kr/b</a>을'),
    ],
)
def test_links_lead_where_they_say(source, expected):
    assert shown(source) == expected


@pytest.mark.parametrize(
    "source",
    [
        "[라벨](javascript:alert(1))",
        "[라벨](JavaScript:alert(1))",
        "[라벨](data:text/html,x)",
        "[라벨](ftp://x.com)",
        "<a href='javascript:alert(1)'>라벨</a>",
        "<a href='&#106;avascript:alert(1)'>라벨</a>",
        "<a>라벨</a>",
    ],
)
def test_a_link_to_another_scheme_is_its_bare_label(source):
    assert shown(source) == "라벨"


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("[Slides]", "[Slides]"),
        ("[네이버](2019)", "[네이버](2019)"),
        ("[팀장](3명, 2년)", "[팀장](3명, 2년)"),
        ("[](https://x.com)", "[](https://x.com)"),
        ("[a](https://x.com", "[a](https://x.com"),
        ("a](https://x.com)", "a](https://x.com)"),
        ("[x](java\tscript:alert(1))", "[x](java script:alert(1))"),
        ("[x](java&#x09;script:alert(1))", "[x](java script:alert(1))"),
    ],
)
def test_brackets_that_make_no_link_are_text(source, expected):
    assert shown(source) == expected


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        (r"\*\*a\*\* \[b\](c.com) \`d\` \\", r"**a** [b](c.com) `d` " + "\\"),
        (r"C:\new \# \<", r"C:\new \# \<"),
    ],
)
def test_a_backslash_makes_text_of_a_mark_and_is_itself_elsewhere(source, expected):
    assert parse(source) == RichText((Run(expected),))


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("<b>a</b> <STRONG class='x'>b</STRONG>", "<strong>a</strong> <strong>b</strong>"),
        ('<a class=x href="https://a.com/?b&amp;c">d</a>', '<a href="https://a.com/?b&amp;c">d</a>'),
        ("<ul>\n<li>가</li><li>나</li></ul>", "가 나"),
        ("가<br>나<br />다</br>라<p>마</p><div>바</div>", "가 나 다 라 마 바"),
        ("<i>a</i><em>b</em><u>c</u><span style='x:y'>d</span><code>e</code>", "abcde"),
        ("<b>a <i>b</b> c</i>", "<strong>a b</strong> c"),
        ("<b>**a** b</b>", "<strong>a b</strong>"),
        ("R&amp;D &lt;b&gt; &#39;a&#39;&nbsp;&nbsp;&hellip;", "R&amp;D &lt;b&gt; &#39;a&#39; …"),
    ],
)
def test_simple_html_is_understood(source, expected):
    assert shown(source) == expected
    assert has_html(source)


@pytest.mark.parametrize(
    "source",
    [
        "List<T>",
        "a < b > c",
        "a<b>c",
        "a <b and c> d",
        "<script>alert(1)</script>",
        "</b>",
        "<!-- x -->",
        "&foo; AT&T &D;",
    ],
)
def test_what_is_not_our_html_stays_visible(source):
    assert parse(source).plain == source
    assert not has_html(source)


@pytest.mark.parametrize("source", ["**a** `b` [c](d.com) <https://e.com>", "`<b>x</b>`", "", "x"])
def test_our_own_markup_is_no_html(source):
    assert not has_html(source)


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("  a\n\n b\t\u00a0c ", "a b c"),
        ("a <b> b </b> c", "a <strong>b </strong>c"),
        ("a <b> </b>", "a"),
        (" \n ", ""),
        ("a\x00\x1bb\x7f", "ab"),
        ("a\ud800b", "a\ufffdb"),
    ],
)
def test_white_space_is_one_space_and_control_characters_go(source, expected):
    assert shown(source) == expected


def test_text_is_read_into_runs():
    assert parse("가 **나 [다](e.com)** `라`").runs == (
        Run("가 "),
        Run("나 ", strong=True),
        Run("다", strong=True, href="https://e.com"),
        Run(" "),
        Run("라", code=True),
    )


def test_rich_text_reads_as_plain_text_and_is_true_when_there_is_any():
    text = parse("**가** [나](b.com) `다`")
    assert (text.plain, str(text), bool(text)) == ("가 나 다", "가 나 다", True)
    assert not RichText()
    assert not RichText((Run(" "),))


def test_html_is_safe_whatever_the_runs_hold():
    hostile = RichText((Run("<script>", href="javascript:x"), Run("&\"'", strong=True, code=True)))
    assert hostile.__html__() == "&lt;script&gt;<strong><code>&amp;&#34;&#39;</code></strong>"


@pytest.mark.parametrize(
    ("url", "href"),
    [
        ("https://github.com/x", "https://github.com/x"),
        ("HTTP://x", "HTTP://x"),
        (" https://x.kr ", "https://x.kr"),
        ("mailto:a@b.kr", "mailto:a@b.kr"),
        ("tel:+82-10-1234-5678", "tel:+82-10-1234-5678"),
        ("github.com/x", "https://github.com/x"),
        ("www.example.co.kr:8080?q=1", "https://www.example.co.kr:8080?q=1"),
        ("//cdn.example.com/x", "https://cdn.example.com/x"),
        ("한글.한국/경로", "https://한글.한국/경로"),
        ("han@example.com", "mailto:han@example.com"),
    ],
)
def test_a_safe_url_has_a_href(url, href):
    assert link_href(url) == href


@pytest.mark.parametrize(
    "url",
    [
        *("", "https://", "https:///x", "https:x.com", "mailto:", "tel:", "javascript:alert(1)", "vbscript:x"),
        *("java\tscript:alert(1)", "java\nscript:x", "\x01javascript:x", "https://a b.com", "https://a\u200b.com"),
        *("https://x.com/\u202egpj", "file:///etc/passwd", "data:text/html,x", "//", "/cv", "./x.png", "not-a-url"),
        *("cv.pdf", "picture.PNG", "index-fr.html", "pub/2025/kim.pdf", "localhost:8080", "1.5", "javascript:x.com"),
    ],
)
def test_what_is_no_safe_url_has_no_href(url):
    assert link_href(url) == ""


@pytest.mark.parametrize(
    "source",
    [
        *("*" * 100_000, "[" * 100_000, "`" * 100_000, "<" * 100_000, "\\" * 100_000, "&" * 100_000, " " * 100_000),
        *("** " * 33_000, "**a" * 33_000, "`a" * 50_000, "`` `" * 25_000, "<b>" * 33_000, "<a " * 33_000),
        *("[x](" * 25_000, "[x](a.com/" * 20_000 + "\u200b" + ")" * 20_000, "<a" + " " * 100_000, '<a x="' * 17_000),
        *("[" * 50_000 + "](a.com)" * 10_000, "<" + "a" * 100_000, "<https://" * 11_000, "&a" * 50_000),
    ],
    ids=lambda source: f"{source[:10]!r}",
)
def test_hostile_text_takes_linear_time(source):
    start = time.process_time()
    parse(source).__html__()
    assert time.process_time() - start < 60  # about 0.3 s, ten times that where lines are counted; quadratic: an hour
