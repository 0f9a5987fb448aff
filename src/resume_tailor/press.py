"""A process of its own that sets pages, so that WeasyPrint loads while the page is still being drawn.

One cold build spends a quarter of its time on loading WeasyPrint and its fonts, and a tenth on the HTML file, for which
no PDF waits. Forked before anything is read, the other process does the first meanwhile; and while it sets the page,
this one does the second. It gives the values that `pdf` gives here, and what is wrong with a page too. Where it fails
otherwise, or is ended, `pdf` is asked here.
"""

import os
import pickle
import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from functools import cached_property
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any, NoReturn

from resume_tailor.problems import ProblemsError

if TYPE_CHECKING:
    from resume_tailor.pdf import Layout
    from resume_tailor.pdffile import Laid, Pdf
    from resume_tailor.problems import Problem


class Press:
    """The other process: one question at a time, and its answer when that is wanted."""

    def __init__(self, child: int, questions: IO[bytes], answers: IO[bytes]) -> None:
        self._child = child
        self._questions = questions
        self._answers = answers
        self._open: _Answer | None = None

    @classmethod
    def start(cls) -> "Press | None":
        """Start one; None where no process can safely be forked, or where it would have no core to itself."""
        if sys.platform != "linux" or len(os.sched_getaffinity(0)) == 1:
            return None
        theirs, questions = os.pipe()
        answers, ours = os.pipe()
        child = os.fork()
        if not child:
            os.close(questions)
            os.close(answers)
            _serve(theirs, ours)
        os.close(theirs)
        os.close(ours)
        return cls(child, os.fdopen(questions, "wb"), os.fdopen(answers, "rb"))

    def layout(self, html: str, roots: tuple[Path, ...], source: str, here: Callable[[], "Laid"]) -> "Laid":
        """Begin to lay a page out as `pdf.layout` does, from the first of `roots`; `here` does it in this process."""
        return _Proof(self, (html, roots, source), here)

    def ask(self, question: object) -> "_Answer":
        """Put a question, once the one before is answered."""
        if self._open:
            self._open.wait()
        with suppress(OSError, ValueError):  # it has ended, or was closed: the answer will say so
            pickle.dump(question, self._questions)
            self._questions.flush()
        self._open = _Answer(self._answers)
        return self._open

    def close(self) -> None:
        """End the other process, whatever it is doing; what it was asked is done here from then on."""
        if self._answers.closed:
            return
        with suppress(OSError):
            self._questions.close()
        with suppress(ProcessLookupError):
            os.kill(self._child, signal.SIGTERM)
        os.waitpid(self._child, 0)
        self._answers.close()


@contextmanager
def at_work() -> Iterator[Press | None]:
    """Have a press, where there can be one, and end it."""
    press = Press.start()
    try:
        yield press
    finally:
        if press:
            press.close()


class _EndedError(Exception):
    """The other process has failed or was ended."""


class _Answer:
    def __init__(self, answers: IO[bytes]) -> None:
        self._answers = answers

    @cached_property
    def _value(self) -> Any:  # noqa: ANN401  a question's own
        try:
            return pickle.load(self._answers)  # noqa: S301 - from our own fork, through a pipe that nobody else has
        except (OSError, EOFError, ValueError, pickle.UnpicklingError):
            return _EndedError()

    def wait(self) -> None:
        """Wait until it is there."""
        _ = self._value

    def get(self) -> Any:  # noqa: ANN401
        """Return the answer, or raise the `ProblemsError` that it is, or `_EndedError`."""
        if isinstance(self._value, _EndedError):
            raise self._value
        value, problems = self._value
        if problems:
            raise ProblemsError(*problems)
        return value


class _Proof:
    """A page that the press lays out: what `pdf.Layout` is, waited for when it is looked at."""

    def __init__(self, press: Press, page: tuple[str, tuple[Path, ...], str], here: Callable[[], "Laid"]) -> None:
        self._press = press
        self._make_here = here
        self._answer = press.ask(page)
        self._written: _Answer | None = None

    @cached_property
    def _here(self) -> "Laid":
        return self._make_here()

    @cached_property
    def _told(self) -> tuple[int, int, float, tuple["Problem", ...]]:
        """The number by which the press knows it, and what a layout tells."""
        try:
            number, pages, fill, problems = self._answer.get()
        except _EndedError:
            return -1, self._here.pages, self._here.fill, self._here.problems
        return number, pages, fill, problems

    @property
    def pages(self) -> int:
        return self._told[1]

    @property
    def fill(self) -> float:
        return self._told[2]

    @property
    def problems(self) -> tuple["Problem", ...]:
        return self._told[3]

    def begin_write(self) -> None:
        number = self._told[0]
        if number >= 0 and not self._written:
            self._written = self._press.ask(number)

    def write(self) -> "Pdf":
        self.begin_write()
        try:
            pdf: Pdf = self._written.get() if self._written else self._here.write()
        except _EndedError:
            return self._here.write()
        return pdf


def _serve(questions: int, answers: int) -> NoReturn:
    """Answer until nobody asks any more, and end without going back into the program that was forked."""
    with suppress(BaseException):  # the other one sees that this one has ended, and does its work itself
        signal.signal(signal.SIGINT, signal.SIG_IGN)  # the other one hears it, and ends this one
        from resume_tailor import pdf, weasy

        weasy.load()
        signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGTERM})  # not while the faces are laid on the disk
        pdf.preload()
        signal.signal(signal.SIGTERM, _end)
        signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGTERM})
        with os.fdopen(questions, "rb") as reader, os.fdopen(answers, "wb") as writer:
            _answer_all(reader, writer)
    _end()


def _end(*_: object) -> NoReturn:
    """End this process; called once more while it runs, it begins anew, and that is well."""
    with suppress(BaseException):
        from resume_tailor import pdf

        pdf.close()
    os._exit(0)


def _answer_all(reader: IO[bytes], writer: IO[bytes]) -> NoReturn:
    """Answer a page by what its layout tells, and a layout's number by the finished PDF."""
    layouts: list[Layout] = []
    while True:
        question = pickle.load(reader)  # noqa: S301 - from the process that forked this one
        answer: tuple[object, tuple[Problem, ...]]
        try:
            answer = _answered(question, layouts), ()
        except ProblemsError as error:
            answer = None, error.problems
        pickle.dump(answer, writer)
        writer.flush()


def _answered(question: Any, layouts: "list[Layout]") -> object:  # noqa: ANN401
    from resume_tailor import pdf

    if isinstance(question, int):
        return layouts[question].write()
    html, roots, source = question
    laid = pdf.layout(html, roots=roots, base=roots[0], source=source)
    layouts.append(laid)
    return len(layouts) - 1, laid.pages, laid.fill, laid.problems
