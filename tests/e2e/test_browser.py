"""The built page in a real browser, wide and on a phone."""

import re

import pytest
from browser import CHROMIUM
from disk import write
from samples import draw, source

from resume_tailor import fonts
from resume_tailor.textlayer import visible_text

pytest.importorskip("playwright.sync_api")
pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="there is no Chromium")
WIDE, PHONE, NARROW = 1100, 390, 320

# Every word with Hangul that stands on more than one line, with a bar where it is broken.
BROKEN_WORDS = """() => {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  const lineOf = (node, at) => {
    range.setStart(node, at);
    range.setEnd(node, at + 1);
    return Math.round(range.getClientRects()[0].bottom);
  };
  const broken = [];
  for (let node; (node = walker.nextNode());) {
    for (const word of node.data.matchAll(/\\S+/g)) {
      if (!/[가-힣]/.test(word[0])) continue;
      const lines = [...word[0]].map((_, i) => lineOf(node, word.index + i));
      const shown = [...word[0]].map((letter, i) => (i && lines[i] > lines[i - 1] + 3 ? '|' : '') + letter).join('');
      if (shown !== word[0]) broken.push(shown);
    }
  }
  return broken;
}"""
WIDER = "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"
OUTSIDE = """() => [...document.querySelectorAll('body *')].filter((element) => {
  const box = element.getBoundingClientRect();
  return box.width && (box.left < -0.5 || box.right > innerWidth + 0.5);
}).map((element) => element.tagName + ' ' + element.textContent.slice(0, 40))"""
LOADED = """async () => {
  await document.fonts.ready;
  return [...document.fonts].map((face) => `${face.family.replaceAll('"', '')} ${face.weight} ${face.status}`).sort();
}"""


@pytest.fixture
def visit(chromium):
    """Open a file at a width; give the page, and what it asked of the network and said on the console."""
    contexts = []

    def go(path, width):
        context = chromium.new_context(viewport={"width": width, "height": 900}, java_script_enabled=True)
        contexts.append(context)
        page = context.new_page()
        asked, said = [], []
        page.on("request", lambda request: asked.append(request.url))
        page.on("console", lambda message: said.append(message.text))
        page.on("pageerror", lambda error: said.append(str(error)))
        page.goto(path.as_uri())
        page.evaluate(LOADED)
        return page, [url for url in asked if not url.startswith("data:")], said

    yield go
    for context in contexts:
        context.close()


SEVERAL = pytest.mark.parametrize(("company", "lang"), [("socar", "ko"), ("paynest", "en")])
WIDTHS = pytest.mark.parametrize("width", [WIDE, PHONE, NARROW])


@SEVERAL
@WIDTHS
def test_a_page_fits_its_window_and_asks_for_nothing(example, visit, company, lang, width):
    html = example.build(company, lang).html
    page, asked, said = visit(html, width)
    assert (asked, said) == ([html.as_uri()], [])
    assert page.evaluate(WIDER) == 0
    assert page.evaluate(OUTSIDE) == []


@SEVERAL
def test_a_page_brings_its_font_along(example, visit, company, lang):
    page, _, _ = visit(example.build(company, lang).html, WIDE)
    assert page.evaluate(LOADED) == ["Pretendard 400 loaded", "Pretendard 700 loaded"]
    drawn = fonts_of(page)
    assert {(font["familyName"], font["isCustomFont"]) for font in drawn} == {("Pretendard", True)}


def fonts_of(page) -> list[dict]:
    """What the letters of the whole page are drawn with, as the browser's own inspector tells it."""
    session = page.context.new_cdp_session(page)
    session.send("DOM.enable")
    session.send("CSS.enable")
    nodes = session.send("DOM.getFlattenedDocument", {"depth": -1})["nodes"]
    found = []
    for node in (node for node in nodes if node["nodeName"] in {"H1", "H2", "H3", "P", "LI", "SPAN", "STRONG", "TIME"}):
        found += session.send("CSS.getPlatformFontsForNode", {"nodeId": node["nodeId"]})["fonts"]
    return found


def test_no_korean_word_is_broken(example, visit):
    for company in ("socar", "base"):
        page, _, _ = visit(example.build(company, "ko").html, WIDE)
        assert page.evaluate(BROKEN_WORDS) == []


@pytest.mark.parametrize("width", [PHONE, NARROW])
def test_in_a_narrow_window_a_word_is_broken_at_its_signs_and_never_between_letters(example, visit, width):
    for company in ("socar", "base"):
        page, _, _ = visit(example.build(company, "ko").html, width)
        assert [word for word in page.evaluate(BROKEN_WORDS) if re.search(r"\w\|\w", word)] == []


@SEVERAL
def test_the_page_reads_like_its_text(example, visit, company, lang):
    html = example.build(company, lang).html
    page, _, _ = visit(html, WIDE)
    expected = visible_text(html.read_text(encoding="utf-8"))
    assert "".join(page.inner_text("body").split()) == "".join(expected.split())


@pytest.mark.parametrize("using", ["classic", "compact"])
def test_a_hostile_page_runs_nothing(visit, tmp_path, using):
    html = draw(source("hostile"), using=using).html
    write(tmp_path, {"hostile.html": fonts.embed(html, visible_text(html))})
    page, asked, said = visit(tmp_path / "hostile.html", PHONE)
    assert (asked, said) == ([(tmp_path / "hostile.html").as_uri()], [])
    assert page.evaluate(WIDER) == 0
    assert page.title().startswith("<script>alert")


def test_a_page_prints_on_white_in_its_own_letters(example, visit):
    page, _, _ = visit(example.build("socar", "ko").html, WIDE)
    page.emulate_media(media="print")
    assert page.evaluate("getComputedStyle(document.documentElement).backgroundColor") in {
        "rgba(0, 0, 0, 0)",
        "rgb(255, 255, 255)",
    }
    assert page.evaluate("getComputedStyle(document.body).fontFamily").split(",")[0].strip('"') == "Pretendard"
