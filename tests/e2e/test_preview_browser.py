"""`resume preview` as it is used: in a browser, while files are edited."""

import re
import shutil

import pytest
from browser import CHROMIUM
from serving import preview

from resume_tailor.workspace import shipped_templates

pytest.importorskip("playwright.sync_api")
from playwright.sync_api import expect

pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="there is no Chromium")
expect.set_options(timeout=20_000)

SHEET = "section.sheet"
# Said by Chromium of the frame, whose policy runs nothing (docs/decisions/0012).
KNOWN = "An iframe which has both allow-scripts and allow-same-origin"


@pytest.fixture(scope="module")
def served(tmp_path_factory):
    from example import copy

    with preview(copy(tmp_path_factory.mktemp("preview") / "ws")) as running:
        yield running


@pytest.fixture
def editable(workspace_copy):
    with preview(workspace_copy) as running:
        yield running


@pytest.fixture
def visit(chromium):
    """Open a running preview at an address; nothing may be said on the console, nor asked of another host."""
    contexts, said, asked = [], [], []

    def go(running, path="", width=1280, **settings):
        context = chromium.new_context(viewport={"width": width, "height": 800}, **{"locale": "ko-KR"} | settings)
        contexts.append(context)
        page = context.new_page()
        page.on("console", lambda message: said.append(message.text))
        page.on("pageerror", lambda error: said.append(str(error)))
        page.on("request", lambda request: asked.append(request.url))
        page.goto(running.url + path)
        expect(page.locator(f'{SHEET}:not([data-page=""])').first).to_be_visible()
        return page

    yield go
    for context in contexts:
        context.close()
    assert [text for text in said if not text.startswith(KNOWN)] == []
    assert [url for url in asked if not url.startswith(("http://127.0.0.1:", "data:", "blob:"))] == []


def sheet(page):
    return page.frame_locator(f"{SHEET} iframe").first


def settled(page):
    expect(page.locator(f'{SHEET}[data-settled="true"]').first).to_be_visible()


def edit(running, file, old, new):
    path = running.root / file
    text = path.read_text()
    assert old in text
    path.write_text(text.replace(old, new, 1))


# --- live ---


def test_a_save_changes_the_text_and_leaves_scroll_and_selection_alone(editable, visit):
    page = visit(editable, "socar")
    settled(page)
    frame = next(frame for frame in page.frames if "/-/page" in frame.url)
    frame.evaluate("""() => {
      window.scrollTo(0, 400);
      const name = document.querySelector('h2');
      getSelection().selectAllChildren(name);
      window.untouched = true;
    }""")
    selected = frame.evaluate("String(getSelection())")
    edit(editable, "resume/work.yaml", "실험 준비 9일", "실험 준비 8일")
    expect(sheet(page).locator("body")).to_contain_text("실험 준비 8일")
    assert frame.evaluate("[scrollY, String(getSelection()), window.untouched]") == [400, selected, True]


def test_the_living_page_is_in_the_end_what_a_fresh_one_is(editable, visit):
    page = visit(editable, "socar")
    settled(page)
    edit(editable, "resume/work.yaml", "실험 준비 9일", "실험 준비 8일 뷁")
    expect(sheet(page).locator("body")).to_contain_text("뷁")
    settled(page)
    frame = next(frame for frame in page.frames if "/-/page" in frame.url)
    living = frame.evaluate("document.documentElement.outerHTML")
    fresh = frame.evaluate(
        "text => new DOMParser().parseFromString(text, 'text/html').documentElement.outerHTML",
        editable.ask("/-/page?id=socar")[2].decode(),
    )
    assert living == fresh


def test_a_style_sheet_swaps_in(editable, visit):
    shutil.copytree(shipped_templates() / "classic", editable.root / "templates" / "mine")
    page = visit(editable, "socar?template=mine")
    settled(page)
    style = editable.root / "templates/mine/style.css"
    style.write_text(style.read_text() + "\nh1 { letter-spacing: 7px; }\n")
    expect(sheet(page).locator("h1")).to_have_css("letter-spacing", "7px")


def test_a_broken_file_shows_what_is_wrong_over_the_last_good_page(editable, visit):
    page = visit(editable, "socar")
    settled(page)
    edit(editable, "resume/work.yaml", "highlights:", "highlights: [")
    card = page.get_by_role("alert").filter(has_text="resume/work.yaml")
    expect(card).to_be_visible()
    expect(card).to_contain_text("moadrive.surge")
    expect(sheet(page).locator("h1")).to_be_visible()
    edit(editable, "resume/work.yaml", "highlights: [", "highlights:")
    expect(card).to_be_hidden()


def test_whatever_happens_to_the_files_the_page_shows_the_right_thing(editable, visit):
    root = editable.root
    shutil.copytree(shipped_templates() / "classic", root / "templates" / "mine")
    page = visit(editable, "socar?template=mine")
    settled(page)
    card, name = page.get_by_role("alert").filter(has_text=re.compile("error|오류")), sheet(page).locator("h1")
    profile, template = root / "companies/socar.yaml", root / "templates/mine/template.html.j2"
    for file, broken, said in (
        (profile, profile.read_text() + "\nfocsu: [a]\n", "focsu"),
        (template, template.read_text().replace("{% endmacro %}", "{% endmacr %}", 1), "template.html.j2"),
        (profile, None, "socar"),
    ):
        good = file.read_text()
        file.unlink() if broken is None else file.write_text(broken)
        expect(card).to_contain_text(said)
        expect(name).to_contain_text("한지원")
        file.write_text(good)
        expect(card).to_be_hidden()
    (root / "resume/basics.yaml").rename(root / "resume/me.yaml")
    edit(editable, "resume/me.yaml", "한지원", "한지온")
    expect(name).to_contain_text("한지온")
    expect(card).to_be_hidden()
    shutil.copytree(shipped_templates() / "compact", root / "templates" / "brandnew")
    expect(page.locator("#template option", has_text="brandnew")).to_have_count(1)


def test_the_last_of_many_saves_shows(editable, visit):
    page = visit(editable, "socar")
    settled(page)
    path = editable.root / "resume/work.yaml"
    text = path.read_text()
    for number in range(50):
        path.write_text(text.replace("실험 준비 9일", f"실험 준비 {number}일"))
        page.wait_for_timeout(100)  # as somebody types
    expect(sheet(page).locator("body")).to_contain_text("실험 준비 49일")


# --- looking around ---


def test_all_is_done_with_the_keyboard(served, visit):
    page = visit(served, "")
    settled(page)
    page.keyboard.press("]")
    expect(page).to_have_url(re.compile("/dangol"))
    page.keyboard.press("[")
    expect(page).to_have_url(re.compile(r":\d+/(\?.*)?$"))
    for _ in range(3):
        page.keyboard.press("]")
    expect(page).to_have_url(re.compile("/socar"))
    settled(page)
    page.keyboard.press("w")
    expect(page.locator("#panel")).to_be_visible()
    expect(page.get_by_role("tab").first).to_be_visible()
    page.keyboard.press("w")
    expect(page.locator("#panel")).to_be_hidden()
    page.keyboard.press("p")
    expect(page.get_by_alt_text(re.compile("1")).first).to_be_visible()
    page.keyboard.press("p")
    page.keyboard.press("l")
    expect(page).to_have_url(re.compile("lang="))
    page.keyboard.press("c")
    expect(page.locator(SHEET)).to_have_count(2)
    page.keyboard.press("c")
    page.keyboard.press("Shift+?")
    expect(page.locator("#keys")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator("#keys")).to_be_hidden()


def test_every_control_is_reached_with_tab(served, visit):
    page = visit(served, "socar?panel=1")
    settled(page)
    expect(page.get_by_role("tab").first).to_be_visible()
    reached = set()
    for _ in range(30):
        page.keyboard.press("Tab")
        reached |= set(page.evaluate("[document.activeElement.id, document.activeElement.getAttribute('role')]"))
    assert {"skip", "company", "lang", "template", "beside", "screen", "pages", "why", "help", "tab"} <= reached


def test_a_click_on_an_item_shows_where_it_is_written(served, visit):
    page = visit(served, "socar")
    settled(page)
    sheet(page).locator('li[data-id="moadrive.surge"]').click()
    source = page.locator("#source")
    expect(source).to_contain_text("moadrive.surge")
    expect(source).to_contain_text(re.compile(r"resume/work\.yaml:\d+"))
    page.keyboard.press("Escape")
    expect(source).to_be_hidden()


def test_the_page_count_is_always_there(served, visit):
    for path in ("socar", "socar?pages=1", "socar?panel=1"):
        page = visit(served, path)
        settled(page)
        expect(page.locator("#count")).to_contain_text(re.compile(r"2 */ *2"))


@pytest.mark.parametrize("width", [1280, 390, 320])
@pytest.mark.parametrize("path", ["socar", "socar?panel=1", "socar?with=dangol", "socar?pages=1"])
def test_nothing_runs_out_of_the_window(served, visit, width, path):
    page = visit(served, path, width)
    settled(page)
    assert page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth") <= 0


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("path", ["socar", "socar?panel=1", "socar?with=dangol", "socar?pages=1"])
def test_axe_finds_nothing_serious(served, visit, path, scheme):
    axe = pytest.importorskip("axe_playwright_python.sync_playwright")
    page = visit(served, path, color_scheme=scheme)
    settled(page)
    found = axe.Axe().run(page).response["violations"]
    bad = [one for one in found if one["impact"] in {"serious", "critical"}]
    assert [f"{one['id']}: {one['nodes'][0]['html'][:120]}" for one in bad] == []
