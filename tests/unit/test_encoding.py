"""Bytes to text: UTF-8 it must be, and what is not is named."""

import pytest
from readers import syntax

from resume_tailor.encoding import MAX_BYTES, decode, readable

KOREAN = "basics:\n  name: 한지원\n"


@pytest.mark.parametrize("data", [KOREAN.encode(), b"\xef\xbb\xbf" + KOREAN.encode()], ids=["plain", "BOM"])
def test_utf_8_is_read_with_and_without_a_bom(data):
    assert decode("base.yaml", data) == KOREAN


def test_a_korean_windows_file_is_named_and_its_line_shown_as_it_was_meant():
    assert syntax(KOREAN.encode("cp949")) == (
        "resume/base.yaml:2:9: error: the file is not UTF-8; it looks like cp949 [encoding]\n"
        "      name: 한지원\n"
        "            ^\n"
        "  = save it as UTF-8, or run: iconv -f cp949 -t utf-8 resume/base.yaml > new-file"
    )


def test_a_western_windows_file_is_named():
    assert syntax("basics: {name: José Ärzte}".encode("cp1252")) == (
        "resume/base.yaml:1:19: error: the file is not UTF-8; it looks like cp1252 [encoding]\n"
        "    basics: {name: José Ärzte}\n"
        "                      ^\n"
        "  = save it as UTF-8, or run: iconv -f cp1252 -t utf-8 resume/base.yaml > new-file"
    )


def test_the_command_that_mends_it_takes_any_file_name():
    assert "iconv -f cp949 -t utf-8 'resume/my base; rm -rf.yaml' > new-file" in syntax(
        KOREAN.encode("cp949"), "resume/my base; rm -rf.yaml"
    )


@pytest.mark.parametrize("codec", ["utf-16", "utf-16-le", "utf-16-be"])
def test_utf_16_is_refused(codec):
    bom = {"utf-16-le": b"\xff\xfe", "utf-16-be": b"\xfe\xff"}.get(codec, b"")
    assert syntax(bom + KOREAN.encode(codec)) == (
        "resume/base.yaml: error: the file is UTF-16, not UTF-8 [encoding]\n  = save it again as UTF-8"
    )


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (bytes(range(256)), "the file is not text"),
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "the file is not text"),
        (b"PK\x03\x04\x14\x00\x06\x00\x08\x00\xd3\xec", "the file is not text"),
        (b"basics:\x00 {}", "the file is not text: it holds NUL bytes"),
        (KOREAN.encode("utf-16-le"), "the file is not text"),
        (b"no text in any encoding that we know: \x81 \x8d \x9d", "the file is not text"),
    ],
    ids=["all bytes", "picture", "office file", "NUL", "UTF-16 without BOM", "unknown encoding"],
)
def test_what_is_no_text_is_named(data, message):
    assert syntax(data) == f"resume/base.yaml: error: {message} [binary]"


def test_a_file_of_more_than_5_mb_is_refused():
    assert syntax(b"#" * (MAX_BYTES + 1)) == "resume/base.yaml: error: the file is larger than 5 MB [too-large]"


def test_what_nobody_can_read_is_shown_as_nothing():
    assert readable(bytes(range(128, 256)) * 3 + bytes(range(32))) == ""
    assert readable(KOREAN.encode("cp949")) == KOREAN
    assert readable(KOREAN.encode()) == KOREAN
