"""Files with their manifest: what several commands write into one folder, and what none of them may lose."""

import json

import pytest
from disk import files_in, write

from resume_tailor import outputs
from resume_tailor.outputs import Made, Manifest, sha256

MAP, BRIEF = Manifest("interview.json", "map"), Manifest("interview.json", "brief")
BUILD = Manifest("manifest.json")


@pytest.fixture
def put(tmp_path):
    """Write files of the given texts with a manifest of theirs."""

    def run(manifest, **texts):
        made = Made({name: text.encode() for name, text in texts.items()}, dict.fromkeys(texts, 0))
        return outputs.write(tmp_path, made.files, {"lang": "ko", "outputs": made.outputs()}, manifest)

    return run


def contents(folder, manifest):
    return json.loads((folder / manifest.file).read_text(encoding="utf-8"))


def told(**texts):
    """What a manifest says of files of these texts."""
    return {
        "lang": "ko",
        "outputs": {name: {"sha256": sha256(text.encode()), "pages": 0} for name, text in texts.items()},
        "older": {},
    }


def test_a_manifest_is_all_one_commands_or_holds_a_part_for_each(tmp_path, put):
    assert put(BUILD, page="1") == put(MAP, map="2") == put(BRIEF, brief="3") == ()
    assert contents(tmp_path, BUILD) == told(page="1")
    assert contents(tmp_path, MAP) == {"map": told(map="2"), "brief": told(brief="3")}
    assert files_in(tmp_path) == ["brief", "interview.json", "manifest.json", "map", "page"]


def test_no_command_takes_anothers_files_for_old_ones(tmp_path, put):
    for _ in range(2):
        assert put(BUILD, page="1") == put(MAP, map="2") == put(BRIEF, brief="3") == ()


def test_what_one_left_is_replaced_and_what_one_changed_is_set_aside(tmp_path, put):
    put(MAP, map="1")
    assert put(MAP, map="2") == ()
    write(tmp_path, {"map": "by hand"})
    assert put(BRIEF, brief="3") == ()
    assert put(MAP, map="4") == ("map was not as this tool had left it; it is kept as map (kept 1)",)
    assert [(tmp_path / name).read_text() for name in ("map", "map (kept 1)")] == ["4", "by hand"]


def test_a_file_that_is_not_written_any_more_is_named_for_as_long_as_it_lies_there(tmp_path, put):
    put(MAP, old="1")
    for _ in range(2):
        assert put(MAP, new="2") == ("old is from an earlier build",)
        assert contents(tmp_path, MAP)["map"]["older"] == {"old": sha256(b"1")}
    assert put(MAP, old="3", new="2") == ()  # it is known, so nothing is set aside
    (tmp_path / "old").unlink()
    assert put(MAP, new="2") == ()


@pytest.mark.parametrize("text", ["", "[]", "3", "{", '{"map": 3}', '{"map": {"outputs": []}}', b"\xff"])
def test_a_manifest_that_cannot_be_read_knows_nothing(tmp_path, put, text):
    write(tmp_path, {"interview.json": text, "map": "mine"})
    assert put(MAP, map="1") == ("map was not as this tool had left it; it is kept as map (kept 1)",)
    assert contents(tmp_path, MAP)["map"] == told(map="1")


def test_a_page_is_made_in_the_formats_asked_for():
    made = outputs.Making("<html lang=ko><head></head><p>한지원", "page", ("html",), layout=None).finish()
    assert (list(made.files), made.pages, made.problems, made.versions) == (["page.html"], {"page.html": 0}, [], {})
    assert b"@font-face" in made.files["page.html"]


NARROW = "<html lang=en><head><title>T</title><style>body {{ font: 20pt Pretendard; width: {} }}</style></head><p>{}"


@pytest.mark.parametrize(
    ("width", "text", "torn"),
    [
        ("150mm", "Settlement of claims, Friday-night", False),
        ("20mm", "Settlement of claims", True),
        ("34mm", "Friday-night", False),  # at its hyphen a word may end
        ("20mm", "정산 처리", False),
        ("20mm", "정산과보험처리", True),
    ],
)
def test_a_column_that_is_too_narrow_tears_words(tmp_path, width, text, torn):
    from resume_tailor import pdf

    page = NARROW.format(f"{width}; overflow-wrap: break-word", text)
    made = pdf.render(page, roots=[tmp_path], base=tmp_path)
    assert outputs.tears_words(made, page) is torn
