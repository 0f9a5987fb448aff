"""A document and a template to HTML text. Jinja in a sandbox: a template sees `doc` and `option`, nothing else."""

import re
from collections.abc import Mapping
from functools import lru_cache
from types import SimpleNamespace, TracebackType

from jinja2 import FunctionLoader, StrictUndefined, TemplateError, TemplateSyntaxError, UndefinedError

from resume_tailor import document
from resume_tailor.fields import did_you_mean
from resume_tailor.problems import Place, Problem, ProblemsError, source_lines
from resume_tailor.sandbox import BoundedEnvironment, one_page
from resume_tailor.template import PAGE, Template


def render(doc: object, template: Template, options: Mapping[str, str]) -> str:
    """Return the page with the template's CSS in its head, or raise `ProblemsError` with the place in the template.

    `doc` is a `Document`, or what a sheet of the tool's own shows.
    """
    environment = _environment(tuple(template.sources.items()))
    try:
        with one_page():
            page = environment.get_template(PAGE).render(doc=doc, option=SimpleNamespace(**options)).lstrip()
    except TemplateSyntaxError as error:
        place = _place(template, error.name or PAGE, error.lineno, "")
        raise ProblemsError(Problem("template-syntax", str(error.message), place)) from None
    except UndefinedError as error:
        raise _undefined(template, error) from None
    except (
        TemplateError,
        ArithmeticError,
        AttributeError,
        LookupError,
        RecursionError,
        SyntaxError,  # Python's own, of the code that Jinja makes: too many loops in each other
        TypeError,
        ValueError,
    ) as error:
        name, line = _last_template_line(template, error.__traceback__)
        message = f"cannot be drawn: {str(error) or type(error).__name__}"
        raise ProblemsError(Problem("template-error", message, _place(template, name, line, ""))) from None
    return with_style(page, template.css)


def with_style(page: str, css: str) -> str:
    """Put CSS into a page's head, behind all that stands there; `</` cannot end the element early."""
    style = "<style>\n{}</style>\n".format(css.replace("</", "<\\/"))
    found = _HEAD_END.search(page) or _BEGINNING.match(page)
    at = found.end() if found else 0
    return page[:at] + style + page[at:]


# HTML lets an author leave </head> out, and <head> and <body> too; nothing may come before the doctype.
_HEAD_END = re.compile(r"(?=</head\s*>|<body\b)", re.IGNORECASE)
_BEGINNING = re.compile(r"\s*<!doctype\b[^>]*>\s*(?:<html\b[^>]*>)?", re.IGNORECASE)


@lru_cache(maxsize=16)
def _environment(sources: tuple[tuple[str, str], ...]) -> BoundedEnvironment:
    """Return the environment of one template; compiled once, since a preview draws it many times."""
    by_name = dict(sources)
    environment = BoundedEnvironment(
        loader=FunctionLoader(lambda name: (by_name[name], name, lambda: True) if name in by_name else None),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.globals.clear()  # no range, no lipsum: the contract is two names
    return environment


_OBJECT = re.compile(r"'resume_tailor\.(?:document|richtext)\.(\w+) object' has no attribute '(\w+)'")
_OPTION = re.compile(r"'types\.SimpleNamespace object' has no attribute '(\w+)'")


def _undefined(template: Template, error: UndefinedError) -> ProblemsError:
    """Say which name does not exist, on which line, and which one may be meant."""
    file, line = _last_template_line(template, error.__traceback__)
    message = str(error.message or error)
    if found := _OBJECT.search(message):
        owner, name = found.groups()
        known = [part for part in dir(getattr(document, owner, None)) if not part.startswith("_")]
        message = f"{owner} has no part '{name}'{did_you_mean(name, known)}"
    elif found := _OPTION.search(message):
        name = found[1]
        message = f"the template has no option '{name}'{did_you_mean(name, template.options)}"
    else:
        name = (re.findall(r"'(\w+)'", message) or [""])[0]
        message = f"{message}{did_you_mean(name, ('doc', 'option'))}"
    return ProblemsError(Problem("template-name", message, _place(template, file, line, name)))


def _last_template_line(template: Template, trace: TracebackType | None) -> tuple[str, int]:
    """Return the template file and line where a rendering stopped: Jinja puts them into the traceback."""
    found = (PAGE, 0)
    while trace is not None:
        if trace.tb_frame.f_code.co_filename in template.sources:
            found = (trace.tb_frame.f_code.co_filename, trace.tb_lineno)
        trace = trace.tb_next
    return found


def _place(template: Template, file: str, line: int, name: str) -> Place:
    """Return the place of a name on a template's line, or the line's start."""
    lines = source_lines(template.sources.get(file, ""))
    text = lines[line - 1] if 0 < line <= len(lines) else ""
    found = re.search(rf"\b{re.escape(name)}\b", text) if name else re.search(r"\S", text)
    return Place(f"{template.path}/{file}", line, found.start() + 1 if found else 1)
