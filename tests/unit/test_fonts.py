"""The shipped faces: what they cover, and the subset in a self-contained page."""

import base64
import hashlib
import io
import os
import re
import shutil
import struct
import subprocess
import sys
import unicodedata
import zlib
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

import resume_tailor
from resume_tailor import fonts

PAGE = "<!DOCTYPE html><html><head><title>이력서</title></head><body>한지원</body></html>"


def faces(html):
    """The fonts in a page's data: URIs, as fontTools reads them, every checksum checked."""
    data = re.findall(r'url\("data:font/woff;base64,([^"]+)"\) format\("woff"\)', html)
    return [TTFont(io.BytesIO(base64.b64decode(part, validate=True)), checkChecksums=2, lazy=False) for part in data]


def test_the_shipped_files_are_the_ones_that_were_published():
    assert [(face.weight, face.file, hashlib.sha256(face.data).hexdigest() == face.sha256) for face in fonts.FACES] == [
        (400, "Pretendard-Regular.ttf", True),
        (700, "Pretendard-Bold.ttf", True),
    ]
    for face in fonts.FACES:
        names = TTFont(io.BytesIO(face.data))["name"]
        assert (names.getDebugName(1), names.getDebugName(5)) == (fonts.FAMILY, "Version 1.309")


def test_every_modern_korean_syllable_and_the_signs_of_a_resume_are_covered():
    assert fonts.uncovered("".join(map(chr, range(0xAC00, 0xD7A4)))) == []
    assert fonts.uncovered("AZaz09 · – — → … “” ‘’ • ₩ € % ~ ① ㈜ é ñ ü") == []


def test_uncovered_names_each_character_once_in_order():
    assert fonts.uncovered("☎ 漢字와 ☎ 가나, 👍🏽 字") == ["☎", "漢", "字", "👍", "🏽"]


def test_what_draws_nothing_is_not_missed():
    unseen = "\t\n\r \u00a0\u00ad\u034f\u115f\u200b\u200d\u2060\u3000\u3164\ufe0f\ufeff\x07\x00\U000e0041\U000e0100"
    assert fonts.uncovered(unseen) == []


def test_a_page_carries_both_weights_right_before_the_end_of_its_head():
    before, after = PAGE.split("</head>")
    whole = fonts.embed(PAGE, "한지원")
    assert whole.startswith(f'{before}<style>\n@font-face {{ font-family: "Pretendard"; font-style: normal; ')
    assert whole.endswith(f'format("woff"); }}\n</style>\n</head>{after}')
    assert re.findall(r"font-weight: (\d+); font-display: swap", whole) == ["400", "700"]


def test_the_subset_holds_the_text_ascii_and_usual_signs_and_nothing_else():
    for face in faces(fonts.embed(PAGE, "한지원 ☎")):
        held = set(map(chr, face.getBestCmap()))
        assert {c for c in held if unicodedata.name(c, "").startswith("HANGUL")} == set("한지원")
        assert set(map(chr, range(0x20, 0x7F))) | set("·–—…•→") <= held
        assert "☎" not in held


def test_without_a_text_whatever_stands_in_the_page_counts():
    (face, _) = faces(fonts.embed(PAGE.replace("</body>", "&#44032;</body>")))
    assert set("한지원이력서가") <= set(map(chr, face.getBestCmap()))


def test_kerning_and_figures_in_a_row_stay_what_they_are():
    for face in faces(fonts.embed(PAGE, "AV")):
        records = [record for table in ("GSUB", "GPOS") for record in face[table].table.FeatureList.FeatureRecord]
        assert {"kern", "calt", "tnum", "case"} <= {record.FeatureTag for record in records}


def test_a_table_that_does_not_shrink_is_stored_plain():
    # As the bold face's `head` did once: as long compressed as not, and a browser took it for plain.
    tables = (bytes(range(20)) + b"a" * length for length in range(100))
    table = next(table for table in tables if len(zlib.compress(table, 6)) == len(table))
    font = struct.pack(">4sHHHH4sIII", b"\0\1\0\0", 1, 0, 0, 0, b"head", 0, 28, len(table)) + table
    assert fonts._woff(font)[44 + 20 :].rstrip(b"\0") == table


@pytest.mark.parametrize(
    ("html", "at"),
    [
        ("<html><HEAD></HEAD ><body>x", 12),
        ("<head><style>/* </head> */</style><title></head></title></head>", 56),
        ("<head><!-- </head> --><script>'</head>'</script></head>", 48),
        ("<title>x</title><body>x</body>", 16),
        ("<p>&lt;/head&gt;", 16),
    ],
)
def test_the_end_of_the_head_is_found(html, at):
    whole = fonts.embed(html, "x")
    assert whole.startswith(f"{html[:at]}<style>\n@font-face")
    assert whole.endswith(f"</style>\n{html[at:]}")


def test_the_same_page_gives_the_same_bytes_in_another_process():
    code = "import sys; from resume_tailor import fonts; sys.stdout.write(fonts.embed(sys.argv[1], '나가다'))"
    source = str(Path(resume_tailor.__file__).parents[1])
    env = os.environ | {"PYTHONPATH": source, "PYTHONHASHSEED": "7", "PYTHONUTF8": "1"}
    command = [sys.executable, "-W", "error", "-c", code, PAGE]
    run = subprocess.run(command, env=env, capture_output=True, encoding="utf-8", check=True)
    assert run.stdout == fonts.embed(PAGE, "가나다")


def test_two_faces_of_six_hundred_syllables_are_small():
    text = "".join(map(chr, range(0xAC00, 0xAC00 + 600 * 18, 18)))
    assert len(fonts.embed(PAGE, text)) < 300_000


@pytest.mark.skipif(not shutil.which("chromium"), reason="no browser here")
def test_a_browser_draws_with_the_embedded_faces(tmp_path):
    from playwright.sync_api import sync_playwright

    body = "<body style='font-family: Pretendard'>한지원 <b>굵게</b></body>"
    (tmp_path / "page.html").write_text(fonts.embed(f"<head><meta charset=utf-8></head>{body}"), encoding="utf-8")
    ask = "document.fonts.ready.then(fonts => [...fonts].map(face => `${face.family} ${face.weight} ${face.status}`))"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        page = browser.new_page()
        page.goto((tmp_path / "page.html").as_uri())
        assert page.evaluate(ask) == ["Pretendard 400 loaded", "Pretendard 700 loaded"]
        browser.close()
