"""The process that sets pages meanwhile: what it gives is what `pdf` gives here, and nothing is left of it."""

import os
import signal
from functools import partial

import pytest

from resume_tailor import pdf
from resume_tailor.press import Press
from resume_tailor.problems import ProblemsError

STYLE = "html { font: 10pt/1.6 Pretendard } @page { size: A4 }"
SOURCE = "style.css"
# The command has one thread when it forks; a test run has more, and Python 3.12 warns of that.
pytestmark = pytest.mark.filterwarnings("ignore:.*use of fork:DeprecationWarning")


def page(body, css=STYLE):
    head = f"<title>이력서</title><style>{css}</style>"
    return f'<!DOCTYPE html><html lang="ko"><head>{head}</head><body>{body}</body></html>'


def started():
    press = Press.start()
    if press is None:
        pytest.skip("no second core, or a system where no process is forked")
    return press


def laid(press, folder, html):
    """Lay a page out by the press; the second value lays it out here."""
    here = partial(pdf.layout, html, roots=(folder,), base=folder, source=SOURCE)
    return press.layout(html, (folder,), SOURCE, here), here


@pytest.fixture
def press():
    press = started()
    yield press
    press.close()


@pytest.fixture
def asked(press, tmp_path):
    return partial(laid, press, tmp_path)


def shown(laid):
    return laid.pages, laid.fill, laid.problems, laid.write()


def test_it_gives_what_is_given_here(asked):
    proof, here = asked(page("<h1>한지원</h1><p>이탈 예측으로 재구매율 8%→11%</p>", STYLE + " p { nonsense: 1 }"))
    assert shown(proof) == shown(here())
    assert [problem.rule for problem in proof.problems] == ["template-css"]


def test_pages_may_be_asked_for_before_the_first_is_there(asked):
    three = [asked(page("<p>쪽</p>" * count)) for count in (1, 80, 200)]
    assert [shown(proof) for proof, _ in reversed(three)] == [shown(here()) for _, here in reversed(three)]


def test_a_page_longer_than_a_pipe_holds_does_not_stop_it(asked):
    proof, here = asked(page("<p>가나다라</p><!-- " + "x" * 2_000_000 + " -->"))
    other, _ = asked(page("<p>마바사</p><!-- " + "y" * 2_000_000 + " -->"))
    assert other.pages == 1
    assert shown(proof) == shown(here())


@pytest.mark.parametrize("stage", ["render", "write_pdf"])
def test_what_cannot_be_drawn_is_told_as_it_is_here(monkeypatch, tmp_path, stage):
    from weasyprint import HTML, Document

    def stumble(*_, **__):
        raise TypeError("TextBox not handled yet")

    monkeypatch.setattr(HTML if stage == "render" else Document, stage, stumble)
    press = started()
    proof, here = laid(press, tmp_path, page("<p>x</p>"))
    with pytest.raises(ProblemsError) as told:
        proof.write()
    with pytest.raises(ProblemsError) as expected:
        here().write()
    assert told.value.problems == expected.value.problems
    press.close()


@pytest.mark.parametrize("when", ["before", "laid out"])
def test_when_it_is_killed_the_page_is_made_here(press, asked, when):
    proof, here = asked(page("<p>가</p>"))
    if when == "laid out":
        assert proof.pages == 1
    os.kill(press._child, signal.SIGKILL)
    assert shown(proof) == shown(here())


def test_closed_it_leaves_no_process_and_no_file(tmp_path, monkeypatch):
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    for busy in (False, True):
        press = started()
        if busy:
            press.layout(page("<p>가</p>" * 3000), (tmp_path,), SOURCE, lambda: None)
        press.close()
        press.close()
        with pytest.raises(ChildProcessError):
            os.waitpid(press._child, 0)
        assert list(tmp_path.iterdir()) == []
