"""What a reader sees of a page, what a program reads from its PDF, and what is told of the difference."""

import base64
import io
import shutil
import subprocess

import pytest
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen

from resume_tailor import pdf, textlayer
from resume_tailor.problems import render as shown
from resume_tailor.typography import korean_words, missing_words

# Bullets as people write them.
BULLETS = (
    "이탈 예측 모델을 개발하고 쿠폰 대상 선정에 적용하여 재구매율을 8%→11%로 개선하고 <strong>마케팅비</strong>를 절감",
    "BigQuery·Airflow 기반 데이터마트를 재설계하여 일배치(약 4시간 20분)를 35분으로 단축, 지표 정의서 작성",
    "‘왜 주말에만 취소가 느는가?’라는 질문에서 <b>취소율</b>이 24시간에 몰린다는 가설을 A/B 테스트로 검증했습니다.",
    "재현 코드: <a href='https://github.com/han-jiwon/forecasts'>github.com/han-jiwon/demand-forecasting</a>",
    "2022.03 – 현재 · 4년 9개월, 고객경험·운영전략·마케팅본부/데이터팀/사업전략팀 협업, MAU/DAU를 25% -&gt; 31%",
)


def page(body, css=""):
    style = f"html {{ font: 9.6pt/1.6 Pretendard; overflow-wrap: break-word }} {css}"
    head = f"<head><title>이력서</title><style>{style}</style></head>"
    return f'<!DOCTYPE html><html lang="ko">{head}<body>{body}</body></html>'


def write(html, tmp_path):
    return pdf.render(html, roots=[tmp_path], base=tmp_path)


@pytest.fixture
def told(tmp_path):
    """Draw a page and give what is told of its PDF."""

    def check(body, css="", families=("Pretendard",)):
        html = page(body, css)
        return [shown(problem, {}) for problem in textlayer.check(write(html, tmp_path), html, families=families)]

    return check


# --- What a reader sees ---


def test_visible_text_is_what_a_reader_sees_line_by_line():
    html = """<!DOCTYPE html><html><head><title>제목</title><style>p { }</style></head><body>
    <!-- 주석 --><script>alert("가")</script><template><p>틀</p></template>
    <h1>한지원 <small>데이터&nbsp;분석가</small></h1>
    <p>재구매율 <b>11%</b>로
       개선 &lt;b&gt; &amp; R&amp;D<br>둘째 줄<img alt="사진" src="x">셋째</p>
    <ul><li>하나<li>둘 <ul><li>안쪽</ul></ul><p hidden>숨은 <p hidden>글</p></p> 끝<input hidden>
    <table><tr><td>왼쪽</td><td>오른쪽</td></tr></table></body></html>"""
    assert textlayer.visible_text(html).split("\n") == [
        "한지원 데이터 분석가",
        "재구매율 11%로 개선 <b> & R&D",
        "둘째 줄",
        "셋째",
        "하나",
        "둘",
        "안쪽",
        "끝",
        "왼쪽",
        "오른쪽",
    ]


@pytest.mark.parametrize("html", ["", "<", "<p", "</p>", "<p hidden>", "a\0b", "<script>", "<!--", "&#0;", "<p/>" * 9])
def test_broken_html_is_no_reason_to_fail(html):
    assert textlayer.visible_text(html) in {"", "<", "ab", "<p", "<!--", "\ufffd"}
    assert "".join(textlayer.visible_texts(html).values()) == textlayer.visible_text(html)


def test_the_text_of_each_item_is_told_apart_by_the_innermost_id_in_the_order_of_the_page():
    html = """<html><head><title>제목</title></head><body data-id=""><h1>한지원</h1>
    <section><h2>경력</h2>
    <article data-id="moa"><h3>모아 <b>드라이브</b></h3>
    <ul><li data-id="moa.a">요금을 <em data-id>나눠</em><br>매출 증가<img data-id="x" alt="">
    <li data-id="moa.b"><p>둘째</ul> 끝 <p hidden data-id="moa.c">숨은 글</p><p data-id="moa.d"> </p></article>
    <h2>수상</h2><p data-id="prize">상</p><p>바닥글</p><p data-id="moa">다시</p></section>"""
    assert textlayer.visible_texts(html) == {
        "": "한지원\n경력\n수상\n바닥글",
        "moa": "모아 드라이브\n끝\n다시",
        "moa.a": "요금을 나눠\n매출 증가",
        "moa.b": "둘째",
        "prize": "상",
    }
    assert list(textlayer.visible_texts(html)) == ["", "moa", "moa.a", "moa.b", "prize"]


def test_no_word_of_an_item_reaches_over_another_inside_it():
    html = '<p data-id="e">수요 <i data-id="b">안의 말</i> 예측</p></p></i>뒤'
    assert textlayer.visible_texts(html) == {"e": "수요\n예측", "b": "안의 말", "": "뒤"}


@pytest.mark.parametrize("company", ["base", "socar", "paynest"])
def test_the_items_of_a_page_together_say_what_the_page_says(example, company):
    html = example.build(company, "ko").html.read_text(encoding="utf-8")
    texts = textlayer.visible_texts(html)
    lines = [line for text in texts.values() for line in text.split("\n")]
    assert sorted(lines) == sorted(textlayer.visible_text(html).split("\n"))
    assert texts[""].split("\n")[0] == "한지원"


# --- What a program reads ---


def test_the_file_is_read_back_with_its_fonts_and_what_is_drawn_with_each(tmp_path):
    css = "@page { size: 60mm 40mm } h1 { font-size: 10pt; font-weight: 700 } section { break-before: page }"
    html = page("<h1>가나 A</h1><section><h2 style='font-weight: 400'>다라</h2></section>", css)
    layer = textlayer.read(write(html, tmp_path).data)
    assert layer == textlayer.TextLayer(
        pages=("가나 A", "다라"),
        title="이력서",
        lang="ko",
        outline=("가나 A", "다라"),
        drawn={"Pretendard-Bold": "가나 A", "Pretendard": "다라"},
    )
    assert layer.fonts == ("Pretendard", "Pretendard-Bold")


def test_a_file_without_text_title_or_language_is_read_too(tmp_path):
    layer = textlayer.read(write("<html></html>", tmp_path).data)
    assert (layer.pages, layer.title, layer.lang, layer.outline, layer.fonts) == (("",), "", "", (), ())


# --- No false alarm ---


@pytest.mark.parametrize("width", [90, 110, 160, 330])
@pytest.mark.parametrize("css", ["", "p { text-align: justify }", "p { hyphens: auto; letter-spacing: -0.02em }"])
def test_real_sentences_in_narrow_columns_are_whole_for_every_reader(width, css, tmp_path):
    html = page("".join(f"<p>{bullet}</p>" for bullet in BULLETS), f"body {{ width: {width}px }} {css}")
    made = write(html, tmp_path)
    assert textlayer.check(made, html) == []
    if shutil.which("pdftotext"):
        (tmp_path / "page.pdf").write_bytes(made.data)
        for options in ([], ["-raw"]):
            command = ["pdftotext", *options, str(tmp_path / "page.pdf"), "-"]
            text = subprocess.run(command, capture_output=True, encoding="utf-8", check=True).stdout
            assert missing_words(korean_words(textlayer.visible_text(html)), text) == []


@pytest.mark.parametrize(
    ("body", "css"),
    [
        ("<p><span>쏘카데이터</span><span>2022.03</span></p>", "p { display: flex; justify-content: space-between }"),
        ("<p><span>파이썬</span><span>스칼라</span></p>", "p { display: flex; gap: 1px }"),
        ("<p><span>파이썬</span><span>스칼라</span></p>", "p { display: flex; flex-direction: column }"),
        ("<p><span>파이썬</span><span>Scala</span></p>", "span { float: right; margin-left: 9px }"),
        ("<p>경력사항 Experience</p>", "p { letter-spacing: 0.05em }"),
        ("<p>경력사항 Experience</p>", "p { letter-spacing: -0.03em }"),
        ("<p>SQL을 experience</p>", "p { text-transform: uppercase }"),
        ("<p>데이\u2060터를 extra\u00adordi\u00adnary experi\u200bence</p>", "p { width: 60px }"),
        ("<p>오후 2:30에 10x20으로, 3--&gt;4로 =&gt;결과 &lt;--뒤 &lt;==앞</p>", ""),
        ("<p>1 → 2</p><p>개선-&gt;완료 8%-&gt;9%로 &lt;-뒤로</p>", ""),
        ("<p>개선-&gt;완료 8%-&gt;9%로</p><p>1→2로</p>", ""),
        ("<p>state-of-the-art well-known data-platform.example.com/han-jiwon</p>", "p { width: 50px }"),
        ("<p>internationalization</p>", "p { width: 50px; hyphens: auto } html { -weasy-lang: en }"),
        ("<ul><li>하나</li><li>둘</li></ul>", "li { list-style: '◦ ' } li::before { content: '데이터: ' }"),
        ("<p>한글 \u1112\u1161\u11ab\u1100\u1173\u11af</p>", ""),
        ("<p hidden>숨긴말 hidden</p>", ""),
    ],
)
def test_no_false_alarm(body, css, told):
    assert [line for line in told(body, css) if "fallback-font" not in line] == []


# --- What is told ---


def test_broken_korean_words_are_named(told, monkeypatch):
    monkeypatch.setattr(pdf, "glue_pieces", list)
    words = ("가나다라마", "바사아자차", "SQL카타파하", "거너더러머", "버서어저처", "커터퍼허고")
    body, named = "".join(f"<p>{word}</p>" for word in words), ", ".join(words[:5])
    assert "\n".join(told(body, "p { width: 20px }")).split("\n") == [
        f"PDF: error: not whole in the PDF's text: {named} and 1 more [broken-word]",
        "  = its column may be too narrow, or letter-spacing too wide: more than 0.05em reads as spaces",
    ]


def test_letters_set_wide_apart_are_broken_words(told):
    assert told("<h2>경력사항</h2>", "h2 { letter-spacing: 0.3em }")[0].startswith(
        "PDF: error: not whole in the PDF's text: 경력사항 [broken-word]"
    )


def test_a_word_broken_beside_a_whole_one_is_told(told, monkeypatch):
    monkeypatch.setattr(pdf, "glue_pieces", list)
    body = "<p>재구매율을</p><p style='width: 40px'>재구매율을</p>"
    assert told(body)[0].startswith("PDF: error: not whole in the PDF's text: 재구매율을 [broken-word]")


def test_text_that_vanished_is_named_as_it_was_written(told):
    body = "<p>BigQuery SQL <span>Airflow 2.10</span> 서울시</p>"
    hidden = told(body, "span { display: none }")
    assert hidden == ["PDF: error: not in the PDF's text: Airflow [lost-text]"]


def test_a_korean_word_that_vanished_is_told_too(told):
    assert told("<p>가나 <span>다라</span></p>", "span { display: none }")[0].startswith(
        "PDF: error: not whole in the PDF's text: 다라 [broken-word]"
    )


def signs(*characters):
    """A font with a square for each character, as CSS."""
    pen = TTGlyphPen(None)
    pen.moveTo((0, 0)), pen.lineTo((0, 500)), pen.lineTo((500, 500)), pen.lineTo((500, 0)), pen.closePath()
    names = [".notdef", *(f"u{ord(character):04X}" for character in characters)]
    font = FontBuilder(1000, isTTF=True)
    font.setupGlyphOrder(names)
    font.setupCharacterMap(dict(zip(map(ord, characters), names[1:], strict=True)))
    font.setupGlyf(dict.fromkeys(names, pen.glyph()))
    font.setupHorizontalMetrics(dict.fromkeys(names, (600, 0)))
    font.setupHorizontalHeader(ascent=800, descent=-200)
    font.setupNameTable({"familyName": "Signs", "styleName": "Regular"})
    font.setupOS2()
    font.setupPost()
    font.font.recalcTimestamp = False
    file = io.BytesIO()
    font.save(file)
    data = base64.b64encode(file.getvalue()).decode()
    return f"@font-face {{ font-family: 'My Signs'; src: url(data:font/ttf;base64,{data}) }}"


def test_a_fallback_font_is_named_with_the_characters_it_came_in_for(told):
    css = signs("☎", "가") + "p { font-family: Pretendard, 'My Signs' }"
    assert told("<p>가나 ☎ 010</p>", css) == [
        "PDF: warning: My Signs is in the PDF, for ☎ [fallback-font]\n  = Pretendard has no glyph for it"
    ]


def test_a_font_that_the_template_asks_for_is_named_unless_it_may_be_there(told):
    css = signs("A", "B") + "p { font-family: 'My Signs' }"
    message = "My Signs is in the PDF, for A, B [fallback-font]"
    hint = "the template asks for it, or for one that is not here"
    assert told("<p>ABAB</p>", css) == [f"PDF: warning: {message}\n  = {hint}"]
    assert told("<p>ABAB</p>", css, families=["Pretendard", "My Signs"]) == []
