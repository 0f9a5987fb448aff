"""What to send us when the tool itself fails. The error's own text may hold the user's words and is left out."""

import sys

from resume_tailor import __version__


def report(error: Exception) -> str:
    """Return a short paragraph: what happened, and the line to report."""
    return (
        f"resume {__version__} met a bug of its own; your files are as they were.\n"
        "Please report it with this line (it holds nothing of your resume):\n"
        f"  {line(error)}"
    )


def line(error: Exception) -> str:
    """Return the kind of error and the last place in this package that it came through."""
    trace, place = error.__traceback__, "an unknown place"
    while trace is not None:
        code = trace.tb_frame.f_code
        if "resume_tailor" in code.co_filename:
            file = code.co_filename.replace("\\", "/").rpartition("/")[2]
            place = f"{file}:{trace.tb_lineno} in {code.co_name}"
        trace = trace.tb_next
    return f"{type(error).__name__} at {place}, Python {sys.version.split()[0]}, {sys.platform}"
