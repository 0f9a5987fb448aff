"""The finished files as other programs read them: poppler's tools, a search for what was hidden, the raw bytes."""

import ctypes
import re
import shutil
import subprocess
import sys
import unicodedata
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from tempfile import gettempdir

import pypdfium2
import pytest
from command import DAY, run
from disk import png, write
from pypdfium2 import raw
from samples import source

from resume_tailor import textlayer
from resume_tailor.textlayer import visible_text

poppler = pytest.mark.skipif(not shutil.which("pdftotext"), reason="poppler-utils is not installed")

BUILDS = pytest.mark.parametrize(
    ("company", "lang"), [("socar", "ko"), ("dangol", "ko"), ("paynest", "en"), ("base", "ko")]
)


def poppler_says(*command) -> str:
    done = subprocess.run(command, capture_output=True, check=True)
    assert done.stderr == b""
    return done.stdout.decode()


def words(text: str) -> Counter[str]:
    """The words that hold Hangul, as often as they stand there; arrows in one spelling."""
    plain = unicodedata.normalize("NFC", text).replace("→", "->").replace("•", " ")
    return Counter(word for word in plain.split() if re.search("[가-힣]", word))


@poppler
@BUILDS
@pytest.mark.parametrize("mode", [(), ("-raw",), ("-layout",)], ids=["plain", "raw", "layout"])
def test_every_korean_word_is_whole(example, company, lang, mode):
    built = example.build(company, lang)
    wanted = words(visible_text(built.html.read_text(encoding="utf-8")))
    found = words(poppler_says("pdftotext", *mode, "-enc", "UTF-8", built.pdf, "-"))
    assert wanted - found == Counter()
    assert sum(wanted.values()) > (200 if lang == "ko" else -1)


@poppler
@BUILDS
def test_every_font_is_pretendard_and_embedded(example, company, lang):
    rows = poppler_says("pdffonts", example.build(company, lang).pdf).splitlines()[2:]
    names = {row.split()[0] for row in rows}
    assert {name.partition("+")[2] for name in names} == {"Pretendard", "Pretendard-Bold"}
    assert [row.split()[-5:-2] for row in rows] == [["yes", "yes", "yes"]] * len(rows)  # embedded, subset, with letters


@poppler
@BUILDS
def test_a_pdf_says_what_it_is(example, company, lang):
    built = example.build(company, lang)
    info = dict(re.findall(r"^([^:]+):\s*(.*)$", poppler_says("pdfinfo", built.pdf), re.MULTILINE))
    name, company_name = {"ko": ("한지원", "이력서"), "en": ("Jiwon Han", "Resume")}[lang]
    assert info["Title"].startswith(f"{name} · {company_name}")
    assert (info["Author"], info["Tagged"], info["Encrypted"], info["JavaScript"]) == (name, "yes", "no", "no")
    assert info["Page size"] == "595.276 x 841.89 pts (A4)"
    assert "CreationDate" not in info
    assert 'pdfuaid:part="1"' in poppler_says("pdfinfo", "-meta", built.pdf)
    assert textlayer.read(built.pdf.read_bytes()).lang == lang


@BUILDS
def test_the_outline_follows_the_headings(example, company, lang):
    built = example.build(company, lang)
    html = built.html.read_text(encoding="utf-8")
    headings = [
        (int(level), re.sub("<[^>]*>", "", text)) for level, text in re.findall(r"<h([1-3])[^>]*>(.*?)</h\1>", html)
    ]
    with pypdfium2.PdfDocument(built.pdf) as document:
        outline = [(entry.level + 1, entry.get_title()) for entry in document.get_toc()]
    assert outline == [
        (level, text.replace("&#39;", "'").replace("&amp;", "&").replace("&#34;", '"')) for level, text in headings
    ]


@BUILDS
def test_links_lead_where_the_page_says(example, company, lang):
    built = example.build(company, lang)
    wanted = set(re.findall(r'<a href="([^"]*)"', built.html.read_text(encoding="utf-8")))
    assert set(links(built.pdf)) == wanted


def links(path) -> Iterator[str]:
    """Where the links of a PDF lead."""
    with pypdfium2.PdfDocument(path) as document:
        for page in document:
            place, link = ctypes.c_int(0), raw.FPDF_LINK()
            while raw.FPDFLink_Enumerate(page, place, link):
                action = raw.FPDFLink_GetAction(link)
                size = raw.FPDFAction_GetURIPath(document, action, None, 0)
                buffer = ctypes.create_string_buffer(size)
                raw.FPDFAction_GetURIPath(document, action, buffer, size)
                yield buffer.value.decode()


def test_no_file_tells_of_this_machine(example):
    for company, lang in [("socar", "ko"), ("paynest", "en")]:
        built = example.build(company, lang)
        for path in built.folder.iterdir():
            data = path.read_bytes()
            for secret in (str(example.root), gettempdir(), sys.prefix, str(Path.home())):
                assert secret.encode() not in data


# --- What is hidden ---

SECRETS = {
    "phone": ["010-1234-5678", "01012345678", "1234-5678"],
    "email": ["jiwon@example.com"],
    "address": ["나루길", "Naru-gil"],
    "birth": ["1993-04-05", "1993"],
    "location": ["성동구", "Seongdong"],
    "photo": ["data:image/png", "me.png"],
}


@pytest.mark.parametrize("lang", ["ko", "en"])
def test_what_is_hidden_is_in_no_file(tmp_path, lang):
    hide = ", ".join(f"{part}: hide" for part in SECRETS)
    base = source("most").replace("  email:", "  image: me.png\n  email:", 1)
    write(tmp_path, {"resume/base.yaml": base, "me.png": png(), "companies/open.yaml": "lang: ko"})
    write(tmp_path, {"companies/shut.yaml": f"privacy: {{{hide}}}"})
    for company in ("open", "shut"):
        ran = run("build", "-c", company, "--lang", lang, "--date", DAY, cwd=tmp_path)
        assert (ran.code, ran.err) == (0, "")
    shown, hidden = (_everything(tmp_path / "dist" / company) for company in ("open", "shut"))
    for part, secrets in SECRETS.items():
        assert [secret for secret in secrets if secret in hidden] == []
        assert part in {"address", "birth"} or any(secret in shown for secret in secrets)
    assert ("/Subtype /Image" in shown, "/Subtype /Image" in hidden) == (True, False)


def _everything(folder) -> str:
    """All that the files of a build hold: their bytes, the PDF's metadata and its text layer."""
    found = []
    for path in (path for path in folder.rglob("*") if path.is_file()):
        found.append(path.read_bytes().decode("utf-8", "replace"))
        if path.suffix == ".pdf":
            with pypdfium2.PdfDocument(path) as document:
                found += [
                    str(document.get_metadata_dict()),
                    *(page.get_textpage().get_text_range() for page in document),
                ]
    return "\n".join(found)
