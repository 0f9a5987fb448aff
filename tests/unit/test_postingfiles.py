"""Job postings from disk: text, saved pages, PDFs; what is none of these is named."""

import io
import sys
from pathlib import Path

import pytest
from disk import png, write
from hypothesis import given
from hypothesis import strategies as st

from resume_tailor import pdf, pdftext, postingfiles
from resume_tailor.postingfiles import PostingText, read_all, read_one
from resume_tailor.problems import render

KOREAN = "데이터 분석가\n\n주요업무\n- 배송 권역별 수요 예측\n"
PAGE = "<!doctype html><title>일터</title><h1>데이터 분석가</h1><ul><li>수요 예측</ul>"
PAGE_TEXT = "데이터 분석가\n\n- 수요 예측"


@pytest.fixture
def read(tmp_path):
    """Write a file's bytes and read them as a posting."""

    def of(data, name="job.txt"):
        write(tmp_path, {name: data})
        return read_one(tmp_path / name, name)

    return of


@pytest.fixture
def told(read):
    """The same, and what is told of it, which is all there is."""

    def of(data, name="job.txt"):
        found = read(data, name)
        assert (found.path, found.text) == (name, "")
        return "\n".join(render(problem, {}) for problem in found.problems)

    return of


def drawn(body, css=""):
    """A PDF of a page."""
    style = f"@page {{ size: A5; margin: 15mm }} html {{ font: 10pt/1.5 Pretendard }} {css}"
    html = f'<!DOCTYPE html><html lang="ko"><title>채용</title><style>{style}</style><body>{body}</html>'
    return pdf.render(html, roots=[Path()], base=Path()).data


# --- which files ---


def test_files_folders_and_standard_input_are_read_each_once(tmp_path, monkeypatch):
    files = {"a.txt": "A", "in/b.MD": "B", "in/deep/c.html": PAGE, "in/d.docx": b"PK", "in/.git/e.txt": "E"}
    write(tmp_path, {**files, "in/deep/c_files/frame.html": PAGE, "in/deep/c.files/frame.html": PAGE})
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(PAGE.encode())))
    assert list(read_all(["a.txt", "-", "in", "in/b.MD", "./a.txt", "-"])) == [
        PostingText("a.txt", "A"),
        PostingText("<stdin>", PAGE_TEXT),
        PostingText("in/b.MD", "B"),
        PostingText("in/deep/c.html", PAGE_TEXT),
    ]


def test_a_path_that_means_no_posting_is_told(tmp_path, monkeypatch):
    write(tmp_path, {"in/x.csv": "1"})
    monkeypatch.chdir(tmp_path)
    assert "\n".join(render(*found.problems, {}) for found in read_all(["in", "gone.txt"])) == (
        "in: error: there is no posting in this folder [no-postings]\n"
        "  = a posting is a file ending in .txt, .md, .html, .htm, .pdf\n"
        "gone.txt: error: there is no such file or folder [unreadable]"
    )
    (gone,) = read_one(tmp_path / "gone.txt", "postings/gone.txt").problems
    assert render(gone, {}) == "postings/gone.txt: error: cannot be read: No such file or directory [unreadable]"


# --- text ---


@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "cp949", "euc-kr", "utf-16"])
def test_text_is_read_in_the_encodings_that_korean_postings_have(read, codec):
    assert read(KOREAN.encode(codec)) == PostingText("job.txt", KOREAN)
    assert read(PAGE.encode(codec), "job.html") == PostingText("job.html", PAGE_TEXT)


def test_a_title_alone_is_a_posting(read):
    assert read("데이터 분석가") == PostingText("job.txt", "데이터 분석가")


def test_noise_that_is_text_is_text(read):
    assert read(b"x9 ?" * 250_000).problems == ()


NOT_UTF_8 = (
    "job.txt:1:4: error: the file is not UTF-8; it looks like cp1252 [encoding]\n"
    "  = save it as UTF-8, or run: iconv -f cp1252 -t utf-8 job.txt > new-file"
)
TOO_LONG = (
    "it is longer than {} MB; a posting has a page or two [too-long]\n  = give the part that is one posting, as text"
)
NO_TEXT = {
    "empty": (b"", "there is nothing in this file [empty-file]"),
    "white space": (b" \r\n\t\n", "there is nothing in this file [empty-file]"),
    "noise": (b"\x00\xff\x01\x80" * 250_000, "the file is not text [binary]"),
    "NUL": ("분석가\0".encode(), "the file is not text: it holds NUL bytes [binary]"),
    "UTF-16 cut off": (b"\xff\xfea", "the file is UTF-16, not UTF-8 [encoding]\n  = save it again as UTF-8"),
    "UTF-32": ("분석가".encode("utf-32"), "the file is UTF-16, not UTF-8 [encoding]\n  = save it again as UTF-8"),
    "more than 1 MB": (b"a" * 1_000_001, TOO_LONG.format(1)),
    "a page of more than 5 MB": (b"<html>" + b"a" * 5_000_000, TOO_LONG.format(5)),
}


@pytest.mark.parametrize(("data", "message"), NO_TEXT.values(), ids=NO_TEXT)
def test_what_is_no_text_is_told(told, data, message):
    assert told(data) == f"job.txt: error: {message}"


def test_an_encoding_that_can_only_be_guessed_is_named(told):
    assert told("café: data analyst".encode("cp1252")) == NOT_UTF_8


@pytest.mark.parametrize("start", ["", "\n<!-- saved from url=(0022)https://x.example/ -->\n", '<?xml version="1.0"?>'])
def test_a_page_is_known_by_how_it_begins(read, start):
    assert read(start + PAGE, "job.txt").text == PAGE_TEXT
    assert read(start + "<HTML><h1>분석가", "job").text == "분석가"


def test_a_text_about_html_is_text_and_a_part_of_a_page_is_known_by_its_name(read):
    text = "메일의 <html> 을 다루는 분"
    assert read(text).text == text
    assert read("<h1>분석가</h1><p>지표", "job.HTM").text == "분석가\n\n지표"


def test_a_page_saved_before_its_scripts_ran_is_told(told):
    assert told("<!doctype html><title>일터</title><div id=root></div><script>go()</script>", "job.html") == (
        "job.html: error: the web page was saved without its text [no-text]\n"
        "  = save it again when it shows the posting, or copy the posting's text into a .txt file"
    )


# --- PDF ---

SENTENCE = "서비스 이용 로그로 예약에서 반납까지의 흐름을 분석하고 가격 정책의 효과를 실험으로 검증하여 운영팀에 전달"
ENGLISH = "Design experiments across the booking funnel and write up what they mean for data-driven decisions"
BODY = f"""<h1>데이터 분석가</h1><h3>주요업무</h3><ul><li>{SENTENCE}<li>짧은 줄<li>{ENGLISH}</ul>
<p>- 지표 정의</p><p>- 대시보드 운영</p><h3>자격요건</h3><p>{SENTENCE}</p><p>SQL 능숙자</p>"""


@pytest.mark.parametrize("name", ["job.pdf", "job.txt"])
def test_a_pdf_gives_its_lines_joined_where_the_page_was_too_narrow(read, name):
    assert read(drawn(BODY), name) == PostingText(
        name,
        f"데이터 분석가\n주요업무\n• {SENTENCE}\n• 짧은 줄\n• {ENGLISH}\n- 지표 정의\n- 대시보드 운영\n자격요건\n"
        f"{SENTENCE}\nSQL 능숙자",
    )


def test_columns_and_pages_are_not_joined(read):
    body = f"<div style='columns: 2'><p>{SENTENCE}<p>끝</div><p style='break-before: page'>둘째 쪽"
    text = read(drawn(body)).text
    assert text.endswith("끝\n\n둘째 쪽")
    assert "".join(text.split()) == "".join(f"{SENTENCE}끝둘째쪽".split())


def test_a_scan_is_told_with_what_to_do(told, tmp_path):
    write(tmp_path, {"scan.png": png()})
    style = "<style>img { width: 5cm }</style>"
    data = pdf.render(f"{style}<img alt='' src='scan.png'>", roots=[tmp_path], base=tmp_path).data
    assert told(data, "job.pdf") == (
        "job.pdf: error: the PDF holds pictures of text and no text [no-text]\n"
        "  = it may be a scan: open it, copy its text and save that as a .txt file, if your viewer can read it, "
        "or type what matters"
    )


def test_letters_without_a_meaning_are_told(told):
    assert told(drawn("<p>\ue000\ue001\ue002")).startswith(
        "job.txt: error: the PDF does not say which letters it draws [no-text]\n"
    )


BROKEN_PDF = "job.pdf: error: the PDF is broken [broken-pdf]\n  = save or download it again"


@pytest.mark.parametrize("data", [b"%PDF-", b"%PDF-1.7\n" + b"\x00\xff" * 900, drawn("<p>가")[:300]])
def test_a_broken_pdf_is_told(told, data):
    assert told(data, "job.pdf") == BROKEN_PDF


ENCRYPTED = b"""%%PDF-1.4
1 0 obj <</Type /Catalog /Pages 2 0 R>> endobj
2 0 obj <</Type /Pages /Kids [3 0 R] /Count 1>> endobj
3 0 obj <</Type /Page /Parent 2 0 R /MediaBox [0 0 99 99]>> endobj
4 0 obj <</Filter /Standard /V 1 /R 2 /P -4 /O <%s> /U <%s>>> endobj
trailer <</Root 1 0 R /Encrypt 4 0 R /ID [<00> <00>]>>
""" % (b"61" * 32, b"62" * 32)


def test_a_pdf_with_a_password_is_told(told):
    assert told(ENCRYPTED, "job.pdf") == (
        "job.pdf: error: the PDF wants a password [encrypted]\n"
        "  = open it, copy its text and save that as a .txt file"
    )  # fmt: skip


def test_a_book_is_told(told, monkeypatch):
    monkeypatch.setattr(pdftext, "MAX_PAGES", 2)
    assert told(drawn("<p>가<p style='break-before: page'>나<p style='break-before: page'>다"), "job.pdf") == (
        "job.pdf: error: the PDF has more than 2 pages; a posting has a page or two [too-long]\n"
        "  = print the posting's pages to a PDF of their own"
    )


def test_a_pdf_of_more_than_20_mb_is_told(told):
    assert told(b"%PDF-1.7" + b" " * 20_000_000, "job.pdf").startswith("job.pdf: error: it is longer than 20 MB;")


# --- other kinds ---

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
ARCHIVE = (
    b"From: <Saved by Blink>\r\nSnapshot-Content-Location: https://x.example/\r\nMIME-Version: 1.0\r\n"
    b'Content-Type: multipart/related;\r\n\ttype="text/html";\r\n\r\n'
)
KINDS = {
    "docx": (b"PK\x03\x04..[Content_Types].xml..word/document.xml", "a Word document (.docx)"),
    "hwpx": (b"PK\x03\x04..mimetypeapplication/hwp+zip", "a Hangul document (.hwpx)"),
    "zip": (b"PK\x03\x04..job.txt", "a packed file (ZIP)"),
    "hwp": (OLE + b"\0" * 99 + b"HWP Document File\0", "a Hangul document (.hwp)"),
    "doc": (OLE + b"\0" * 99 + "WordDocument".encode("utf-16-le"), "an old Word document (.doc)"),
    "ole": (OLE, "an old Office document"),
    "png": (png(), "a picture (PNG)"),
    "jpeg": (b"\xff\xd8\xff\xe0\0\x10JFIF", "a picture (JPEG)"),
    "webp": (b"RIFF\0\0\0\0WEBPVP8 ", "a picture (WebP)"),
    "heic": (b"\0\0\0\x18ftypheic", "a picture (HEIC)"),
    "mhtml": (ARCHIVE + b"<!DOCTYPE html>", "a web archive (MHTML)"),
    "webarchive": (b"bplist00\xd1\x01", "a web archive of Safari"),
    "rtf": (rb"{\rtf1\ansi Data analyst}", "a rich text document (.rtf)"),
}


@pytest.mark.parametrize(("data", "kind"), KINDS.values(), ids=KINDS)
@pytest.mark.parametrize("name", ["job.txt", "job.html"])
def test_a_file_of_another_kind_is_named_with_what_to_do(told, data, kind, name):
    head, hint = told(data, name).split("\n")
    assert head == f"{name}: error: it is {kind}, which cannot be read here [not-text]"
    assert hint.startswith("  = ")


# --- whatever it holds ---

_STARTS = st.sampled_from(
    [b"", b"%PDF-1.7\n", b"<!doctype html>", b"<html>", b"\xff\xfe", b"PK\x03\x04", OLE, b"\xef\xbb\xbf"]
)


@given(
    _STARTS, st.binary(max_size=400) | st.text().map(str.encode), st.sampled_from(["job.txt", "job.html", "job.pdf"])
)
def test_any_bytes_are_a_text_or_a_problem(start, data, name):
    raw = postingfiles.textfiles.Raw(name, start + data)
    found = postingfiles._read(raw)
    assert bool(found.text.strip()) != bool(found.problems)
