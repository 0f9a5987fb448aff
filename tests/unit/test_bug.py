"""A report of our own bug names a place in our code, and nothing of the user's."""

import sys

from resume_tailor import bug, dates


def caught(work) -> Exception:
    try:
        work()
    except Exception as error:  # noqa: BLE001
        return error
    raise AssertionError("it worked")


def test_it_holds_the_kind_the_place_and_the_machine_and_not_the_words():
    error = caught(lambda: dates.parse(None))
    line = bug.line(error)
    assert (
        line == f"AttributeError at dates.py:{place(error)} in parse, Python {sys.version.split()[0]}, {sys.platform}"
    )
    assert bug.report(error).splitlines()[1:] == [
        "Please report it with this line (it holds nothing of your resume):",
        f"  {line}",
    ]


def place(error: Exception) -> int:
    trace = error.__traceback__
    while trace.tb_next:
        trace = trace.tb_next
    return trace.tb_lineno


def test_an_error_of_another_package_has_no_place():
    assert " at an unknown place, " in bug.line(caught(lambda: int("주민번호")))
    assert "주민번호" not in bug.report(caught(lambda: int("주민번호")))
