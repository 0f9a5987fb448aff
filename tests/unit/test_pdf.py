"""The PDF ring: what is read, what is said, and that the same page is the same file."""

import base64
import hashlib
import io
import logging
import os
import subprocess
import sys
import threading
from pathlib import Path

import pypdfium2
import pytest
from PIL import Image

import resume_tailor
from resume_tailor import pdf, textlayer
from resume_tailor.problems import ProblemsError
from resume_tailor.problems import render as shown

SOURCE = Path(resume_tailor.__file__).parents[1]
CSS = "html { font: 10pt/1.6 Pretendard }"


def page(body, css=CSS, lang="ko"):
    head = f'<title>이력서</title><meta name="author" content="한지원"><style>\n{css}</style>'
    return f'<!DOCTYPE html><html lang="{lang}"><head>{head}</head><body>{body}</body></html>'


def png(width=2, height=2):
    file = io.BytesIO()
    Image.new("1", (width, height)).save(file, "PNG")
    return file.getvalue()


@pytest.fixture
def workspace(tmp_path):
    """A workspace with a template in it, and a secret outside."""
    root = tmp_path / "workspace"
    (root / "templates/mine").mkdir(parents=True)
    (root / "photo.png").write_bytes(png())
    (tmp_path / "secret.png").write_bytes(png())
    return root


@pytest.fixture
def said(workspace):
    """Render a page of the workspace's template and give what is said, one line each."""

    def render(body, css=CSS):
        base = workspace / "templates/mine"
        result = pdf.render(page(body, css), roots=[workspace], base=base, source="style.css")
        return [shown(problem, {}) for problem in result.problems]

    return render


def simple(html, tmp_path):
    return pdf.render(html, roots=[tmp_path], base=tmp_path)


# --- One page, one file ---


def test_a_pdf_says_what_it_is(tmp_path):
    result = simple(page("<h1>한지원</h1><p>데이터 분석가 <b>굵게</b></p>"), tmp_path)
    layer = textlayer.read(result.data)
    assert (result.pages, result.fonts, result.problems) == (1, ("Pretendard", "Pretendard-Bold"), ())
    assert (layer.title, layer.lang, layer.outline) == ("이력서", "ko", ("한지원",))
    assert layer.pages == ("한지원\r\n데이터 분석가 굵게",)
    assert pypdfium2.PdfDocument(result.data).get_metadata_value("Author") == "한지원"
    assert pypdfium2.PdfDocument(result.data).is_tagged()


def test_a_layout_is_written_as_often_as_one_likes(tmp_path):
    html = page("<h1>한지원</h1><p>데이터 분석가</p>")
    layout = pdf.layout(html, roots=[tmp_path], base=tmp_path)
    assert layout.write() == layout.write() == simple(html, tmp_path)


DRAW = """
import sys, hashlib
from pathlib import Path
from resume_tailor import pdf
root = Path(sys.argv[1])
result = pdf.render((root / "page.html").read_text(encoding="utf-8"), roots=[root], base=root)
print(hashlib.sha256(result.data).hexdigest(), result.problems)
"""

# A font folder with nothing but another Pretendard in it, as many a Korean desktop has one.
FONTS_CONF = """<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
<fontconfig><dir>{folder}</dir><cachedir>{folder}/cache</cachedir></fontconfig>"""


def another_pretendard():
    """The bold face in the regular one's clothes."""
    from fontTools.ttLib import TTFont

    regular, bold = (TTFont(io.BytesIO(face.data)) for face in pdf.FACES)
    bold["name"], bold["OS/2"].usWeightClass = regular["name"], 400
    bold["OS/2"].fsSelection, bold["head"].macStyle = regular["OS/2"].fsSelection, 0
    file = io.BytesIO()
    bold.save(file, reorderTables=None)
    return file.getvalue()


def test_no_other_process_day_folder_or_installed_font_changes_a_byte(tmp_path):
    html = page("<h1>한지원</h1><p>분석가 <b>굵게</b> <img src='photo.png' alt='사진'></p>")
    results = []
    for name in ("here", "there"):
        folder = tmp_path / name
        folder.mkdir()
        (folder / "page.html").write_text(html, encoding="utf-8")
        (folder / "photo.png").write_bytes(png())
    results.append(hashlib.sha256(simple(html, tmp_path / "here").data).hexdigest() + " ()\n")
    (tmp_path / "another.ttf").write_bytes(another_pretendard())
    (tmp_path / "fonts.conf").write_text(FONTS_CONF.format(folder=tmp_path), encoding="utf-8")
    other = {"PYTHONHASHSEED": "7", "TZ": "Asia/Seoul", "FONTCONFIG_FILE": str(tmp_path / "fonts.conf")}
    other["TMPDIR"] = str(tmp_path)
    command = [sys.executable, "-W", "error", "-c", DRAW, str(tmp_path / "there")]
    env = os.environ | other | {"PYTHONPATH": str(SOURCE)}
    run = subprocess.run(command, env=env, cwd=tmp_path, capture_output=True, text=True, check=True)
    results.append(run.stdout)
    assert results[0] == results[1]
    assert run.stderr == ""
    assert list(tmp_path.glob("weasyprint-*")) == []


def test_a_page_is_as_full_as_its_lowest_line(tmp_path):
    css = "@page { size: 100mm 100mm; margin: 10mm } body { margin: 0 } p { margin: 0; height: 20mm }"
    footer = '<footer style="position: absolute; bottom: 0">꼬리말</footer>'

    def layout(body):
        return pdf.layout(page(body, css), roots=[tmp_path], base=tmp_path)

    measured = [layout(body) for body in ("", "<p></p>" * 2 + footer, "<p></p>" * 4, "<p></p>" * 5)]
    assert [(one.pages, round(one.fill, 6)) for one in measured] == [(1, 0), (1, 0.5), (1, 1), (2, 0.25)]


# --- Korean ---


def test_no_korean_word_is_broken_not_even_where_bold_begins(tmp_path):
    html = page('<p style="width: 60px">가나 <b>다라마</b>바사 아자차<a href="https://a.kr">카타</a>파하</p>')
    text = textlayer.read(simple(html, tmp_path).data).pages[0]
    assert text.split() == ["가나", "다라마바사", "아자차카타파하"]


@pytest.mark.parametrize("arrow", ["->", "<-", "=>", "-->", "<--", "<=="])
def test_an_arrow_beside_a_korean_word_is_not_lost(arrow, tmp_path):
    html = page(f"<p style='width: 40px'>개선{arrow.replace('<', '&lt;').replace('>', '&gt;')}완료 x</p>")
    result = simple(html, tmp_path)
    assert (textlayer.check(result, html), len(textlayer.read(result.data).pages[0].split())) == ([], 2)


def test_joiners_stay_out_of_outline_attributes_scripts_and_text(tmp_path):
    body = "<h1>가나 <b>다라</b>마</h1><!-- 주석 --><svg><text y='9'>그림</text></svg>"
    result = simple(page(f"{body}<h2 title='제목'>\n 둘째\n줄 </h2>"), tmp_path)
    layer = textlayer.read(result.data)
    assert layer.outline == ("가나 다라마", "둘째 줄")
    assert sorted("".join(layer.pages).split()) == ["가나", "그림", "다라마", "둘째", "줄"]


def test_a_templates_own_outline_wins(tmp_path):
    css = CSS + "h2 { bookmark-level: none } h1 { bookmark-label: attr(data-label) }"
    result = simple(page('<h1 data-label="이력서">한지원</h1><h2>경력</h2>', css), tmp_path)
    assert textlayer.read(result.data).outline == ("이력서",)


# --- Only files of the given folders ---

NOT_READ = "is not read: only data: addresses and files of the workspace and the template are [refused-url]"


@pytest.mark.parametrize(
    ("url", "name"),
    [
        ("file:///etc/passwd", "file:///etc/passwd"),
        ("FILE://localhost/etc/passwd", "FILE://localhost/etc/passwd"),
        ("//host/share.png", "file://host/share.png"),
        ("http://example.com/x.png", "http://example.com/x.png"),
        ("https://example.com/x.png", "https://example.com/x.png"),
        ("ftp://example.com/x.png", "ftp://example.com/x.png"),
        ("face:400", "face:400"),
        ("%2e%2e/%2e%2e/%2e%2e/secret.png", "templates/mine/../../../secret.png"),
        ("../../link.png", "link.png"),
        ("../../out/secret.png", "out/secret.png"),
        ("../../loop.png", "loop.png"),
        ("a%00.png", "templates/mine/a .png"),
    ],
)
def test_no_file_outside_and_no_network(url, name, said, workspace):
    (workspace / "link.png").symlink_to(workspace.parent / "secret.png")
    (workspace / "loop.png").symlink_to("loop.png")
    (workspace / "out").symlink_to(workspace.parent)
    expected = [f"style.css: warning: {name} {NOT_READ}"]
    assert said(f'<img src="{url}" alt="그림">')[-1:] == expected
    assert said("<p>x</p>", f'p {{ background: url("{url}") }}')[-1:] == expected
    assert said("<p>x</p>", f'@import "{url}";')[-1:] == expected
    assert said(f'<link rel="stylesheet" href="{url}">')[-1:] == expected


def test_an_svg_may_not_either(said):
    svg = "<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'><image href='{}' width='9' height='9'/></svg>"
    told = said(f'<img alt="그림" src="data:image/svg+xml,{svg.format("file:///etc/passwd")}">')
    assert told == [f"style.css: warning: file:///etc/passwd {NOT_READ}"]


def test_dots_cannot_climb_out_of_the_workspace(said):
    told = said('<img alt="그림" src="../../../../../../etc/passwd">')
    assert told == ["style.css: warning: etc/passwd does not exist [missing-file]"]


def test_files_of_the_workspace_are_read(said, workspace):
    absolute = (workspace / "photo.png").as_uri()
    assert said(f'<img alt="그림" src="../../photo.png"><img alt="그림" src="{absolute}">') == []


def test_a_style_sheets_addresses_start_from_its_own_folder(said, workspace):
    (workspace / "shared").mkdir()
    (workspace / "shared/more.css").write_text('p { background: url("no.png") }', encoding="utf-8")
    told = said("<p>x</p>", '@import "../../shared/more.css";')
    assert told == ["style.css: warning: shared/no.png does not exist [missing-file]"]


def test_what_is_no_image_or_too_large_is_said(said, workspace):
    (workspace / "note.png").write_text("not an image", encoding="utf-8")
    (workspace / "huge.png").write_bytes(png(9000, 9000))
    names = ["../../none.png", "../../note.png", "../../huge.png", "data:image/png;base64,x", "data:x"]
    assert said("".join(f'<img alt="그림" src="{name}">' for name in names)) == [
        "style.css: warning: note.png is no image that can be read [broken-image]",
        "style.css: warning: none.png does not exist [missing-file]",
        "style.css: warning: data:image/png;base64,x is no data: address that can be read [refused-url]",
        "style.css: warning: data:x is no data: address that can be read [refused-url]",
        "style.css: warning: huge.png is an image of more than 50 million pixels [refused-url]",
    ]


def test_a_font_that_cannot_be_had_is_an_error(said, workspace):
    (workspace / "note.ttf").write_text("not a font", encoding="utf-8")
    rules = '@font-face {{ font-family: Foo; src: url("{}") }} p {{ font-family: Foo }}'
    tries = ["http://example.com/a.woff2", "none.ttf", "../../note.ttf"]
    assert [said("<p></p>", rules.format(url)) for url in tries] == [
        [f"style.css: error: http://example.com/a.woff2 {NOT_READ}"],
        ["style.css: error: templates/mine/none.ttf does not exist [missing-file]"],
        ["style.css: error: @font-face 'Foo' holds no font that can be read [broken-font]"],
    ]


def test_a_base_outside_of_the_roots_is_a_mistake_of_the_caller(tmp_path):
    (tmp_path / "in").mkdir()
    with pytest.raises(ValueError, match="lies in none of the roots"):
        pdf.layout(page(""), roots=[tmp_path / "in"], base=tmp_path)


def test_a_link_into_this_machine_is_taken_out(tmp_path):
    links = ["https://a.kr/", "mailto:a@a.kr", "tel:+82", "#top", "cv.pdf", "file:///etc", "javascript:x", "//["]
    result = simple(page('<p id="top">' + "".join(f'<a href="{href}">x</a> ' for href in links)), tmp_path)
    assert [problem.message for problem in result.problems] == [
        f"the link to {href} leads nowhere from a PDF; write the full https:// address"
        for href in ("//[", "cv.pdf", "file:///etc", "javascript:x")
    ]
    assert str(tmp_path).encode() not in result.data


# --- What WeasyPrint says ---


def test_remarks_about_css_name_the_line_of_the_style_sheet(said, capfd, caplog):
    assert said("<p>x</p>", "p {\n  color: red;\n  word-break: keep-all;\n}\n@page { @nowhere { top: 0 } }") == [
        "style.css:3:3: warning: Ignored `word-break: keep-all`, invalid value. [template-css]",
        "style.css:5:9: warning: Unknown @page rule <AtRule @nowhere … { … }> [template-css]",
    ]
    assert capfd.readouterr() == ("", "")
    assert caplog.records == []


def test_with_two_style_elements_a_line_means_nothing(tmp_path):
    result = simple(page("<style>p { top: x; }</style>"), tmp_path)
    assert [shown(problem, {}) for problem in result.problems] == [
        "style.css: warning: Ignored `top: x` at 1:5, invalid value. [template-css]"
    ]


@pytest.mark.parametrize("stage", ["render", "write_pdf"])
def test_where_weasyprint_stumbles_it_is_a_problem(stage, said, monkeypatch):
    # Valid CSS can do it: `li::marker { content: "-" }` ends WeasyPrint 70 with a TypeError.
    from weasyprint import HTML, Document

    def stumble(*_, **__):
        logging.getLogger("weasyprint").warning("Ignored `top: x`, invalid value.")
        raise TypeError("TextBox not handled yet")

    monkeypatch.setattr(HTML if stage == "render" else Document, stage, stumble)
    with pytest.raises(ProblemsError) as stopped:
        said("<p>x</p>")
    remark, failure = (shown(problem, {}) for problem in stopped.value.problems)
    assert remark.endswith("warning: Ignored `top: x`, invalid value. [template-css]")
    assert failure.split("\n") == [
        "style.css: error: WeasyPrint cannot draw this page: TypeError('TextBox not handled yet') [layout-failed]",
        "  = most likely a rule of the style sheet is the cause: take back what was changed last",
    ]


def test_others_still_hear_weasyprint(tmp_path, caplog):
    simple(page(""), tmp_path)
    logging.getLogger("weasyprint").warning("not in a layout")
    assert [record.message for record in caplog.records] == ["not in a layout"]


def test_threads_do_not_hear_each_other(tmp_path):
    found = {}

    def work(name):
        found[name] = simple(page("<p>x</p>", f"p {{ {name}: 1; }}"), tmp_path).problems

    threads = [threading.Thread(target=work, args=(f"x-{i}",)) for i in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert {name: [p.message for p in problems] for name, problems in found.items()} == {
        f"x-{i}": [f"Ignored `x-{i}: 1`, unknown property."] for i in range(6)
    }


def test_a_character_that_no_font_has_is_an_error(said):
    told = said("<p>가\U00013000나\U00013000 \U00012000</p>")
    message = "no font on this machine has a glyph for \U00013000 (U+13000), \U00012000 (U+12000)"
    hint = "write it in other letters, or install a font that has it"
    assert told == [f"PDF: error: {message} [missing-glyph]\n  = {hint}"]


def test_an_emoji_that_no_font_has_is_only_a_warning(said):
    told = said("<p>배포 \U0001fa84 \U0001fa85</p>")
    message = "no font on this machine has a glyph for \U0001fa84 (U+1FA84), \U0001fa85 (U+1FA85)"
    hint = "write it in other letters, or install a font that has it"
    assert told == [f"PDF: warning: {message} [missing-glyph]\n  = {hint}"]


def test_of_many_characters_without_a_glyph_the_first_five_are_named(said):
    assert "(U+13004) and 3 more" in said("<p>" + "".join(map(chr, range(0x13000, 0x13008))) + "</p>")[0]


# --- The machine ---


def test_libraries_name_their_versions():
    found = pdf.libraries()
    assert list(found) == ["weasyprint", "pango", "harfbuzz-subset"]
    assert found["weasyprint"].split(".")[0] >= "70"
    assert found["pango"].startswith("1.")
    assert found["harfbuzz-subset"] in {"present", "missing"}


def test_without_harfbuzz_subset_it_works_and_nothing_is_said(tmp_path, monkeypatch):
    from weasyprint.pdf import fonts as theirs

    monkeypatch.setattr(theirs, "harfbuzz_subset", None)
    html = page("<p>가나다</p>")
    result = simple(html, tmp_path)
    assert (result.problems, textlayer.check(result, html)) == ((), [])


NO_PANGO = """
import cffi
from resume_tailor import pdf
real = cffi.FFI.dlopen
def dlopen(self, name, flags=0):
    if "pango" in name:
        raise OSError("cannot load library 'libpango-1.0-0'")
    return real(self, name, flags)
cffi.FFI.dlopen = dlopen
for ask in (pdf.libraries, lambda: pdf.layout("", roots=[], base=pdf.Path())):
    try:
        ask()
    except pdf.PdfUnavailable as error:
        print(error)
    except ValueError:
        print("ValueError")
"""


def test_without_pango_it_says_what_to_install():
    env = os.environ | {"PYTHONPATH": str(SOURCE)}
    command = [sys.executable, "-W", "error", "-c", NO_PANGO]
    run = subprocess.run(command, env=env, capture_output=True, text=True, check=True)
    message = "no PDF can be made: a library that sets its text is missing (cannot load library 'libpango-1.0-0'). "
    assert run.stdout.startswith(f"{message}Install: ")
    assert run.stderr == ""


def test_a_data_font_of_a_template_is_drawn_with(tmp_path):
    source = base64.b64encode(pdf.FACES[0].data).decode()
    css = f"@font-face {{ font-family: 'My Own'; src: url(data:font/ttf;base64,{source}) }} p {{ font: 9pt 'My Own' }}"
    html = page("<p>가나</p>", css)
    result = simple(html, tmp_path)
    assert (result.fonts, result.problems) == (("My-Own",), ())
    assert textlayer.check(result, html, families=["Pretendard", "My Own"]) == []


# --- Bounds ---

GROWING = ":root { --a: x x x x x x x x x x;" + "".join(
    f"--{name}: {f'var(--{before}) ' * 10};" for before, name in zip("abcdefg", "bcdefgh", strict=True)
)


def test_a_layout_that_does_not_end_is_ended(said, monkeypatch):
    monkeypatch.setattr("resume_tailor.weasy.bounds.MOST_SECONDS", 1)
    with pytest.raises(ProblemsError) as stopped:
        said("<p>x</p>", f"{GROWING} }} p {{ font-family: var(--h) }}")
    (failure,) = stopped.value.problems
    assert failure.message.startswith("WeasyPrint cannot draw this page: TooLongError('it was not done after 1 seconds")


def test_the_bounds_are_gone_behind_a_layout(said):
    import resource
    import signal

    before = signal.getsignal(signal.SIGALRM), resource.getrlimit(resource.RLIMIT_AS)
    said("<p>x</p>")
    assert (signal.getsignal(signal.SIGALRM), resource.getrlimit(resource.RLIMIT_AS)) == before
    assert signal.getitimer(signal.ITIMER_REAL) == (0, 0)
