"""A template folder's files to a `Template`, or to every problem in its `template.yaml`."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from resume_tailor.compound import ListKind, MapKind, Obj, ObjectKind
from resume_tailor.document import CONTRACT
from resume_tailor.encoding import decode
from resume_tailor.fields import ChoiceKind, IntKind, Report, TextKind, WordKind, did_you_mean
from resume_tailor.model import Marked, Text
from resume_tailor.problems import Place, Problem, ProblemsError, has_errors
from resume_tailor.yamlmarks import Reading, read

PAGE, STYLE, MANIFEST = "template.html.j2", "style.css", "template.yaml"

# What an option's value may look like; a choice names its own.
_PATTERNS: Mapping[str, str] = {
    "color": r"#[0-9a-fA-F]{3}|#[0-9a-fA-F]{6}|[a-zA-Z]{3,20}",
    "length": r"[0-9]{1,4}(\.[0-9]{1,3})?(mm|cm|in|pt|px|em|rem)",
    "number": r"[0-9]{1,4}(\.[0-9]{1,3})?",
    "flag": r"true|false",
    "choice": r"[\w-]{1,40}",
}
WANTED: Mapping[str, str] = {
    "color": "a colour such as #0f4c5c",
    "length": "a length such as 16mm",
    "number": "a number such as 0.8",
    "flag": "true or false",
}
_SPACE = "space"

OPTION = ObjectKind(
    {
        "type": ChoiceKind(tuple(_PATTERNS)),
        "default": WordKind(),
        "choices": ListKind(WordKind()),
        "description": TextKind(),
    }
)
_SPACING = ObjectKind({"normal": WordKind(), "tightest": WordKind()})
_TEMPLATE = ObjectKind(
    {"contract": IntKind(), "description": TextKind(), "options": MapKind(OPTION), "spacing": _SPACING}
)


@dataclass(frozen=True, slots=True)
class Option:
    """A setting of a template: its type, its value when nobody sets it, and what else it may be."""

    type: str
    default: str
    choices: tuple[str, ...] = ()
    description: Text | None = None

    def accepts(self, value: str) -> bool:
        """Tell whether a value may be put on the page."""
        return value in self.choices if self.choices else bool(re.fullmatch(_PATTERNS[self.type], value))

    @property
    def wanted(self) -> str:
        """Say what values it takes."""
        return f"one of {', '.join(self.choices)}" if self.choices else WANTED.get(self.type, "a word")


@dataclass(frozen=True, slots=True)
class Template:
    """Everything a template is: its Jinja sources by file name, its CSS, its options.

    `path` is the folder as the user knows it; `space` is the factor for gaps, from `tightest` up to `normal`.
    """

    name: str
    path: str
    sources: Mapping[str, str]
    css: str
    options: Mapping[str, Option]
    description: Text | None
    normal: float = 1.0
    tightest: float = 1.0


def read_template(name: str, path: str, files: Mapping[str, bytes]) -> Template:
    """Return the template that a folder's files (by name) make, or raise `ProblemsError` with all that is wrong."""
    missing = [part for part in (PAGE, STYLE, MANIFEST) if part not in files]
    if missing:
        raise ProblemsError(*(Problem("template-file", f"the template has no {part}", Place(path)) for part in missing))
    report = Report(strict=True)
    texts = _texts(path, files, report)
    found = _manifest(read(f"{path}/{MANIFEST}", files[MANIFEST]), report)
    options = dict(_options(found, report)) if found else {}
    spacing = [_spacing(found, key, report) for key in ("normal", "tightest")] if found else []
    if found is None or has_errors(report.problems):
        raise ProblemsError(*report.problems)
    description = found.values.get("description")
    return Template(
        name,
        path,
        {part: text for part, text in texts.items() if part.endswith(".j2")},
        texts[STYLE],
        options,
        description if isinstance(description, Text) else None,
        *spacing,
    )


def _texts(path: str, files: Mapping[str, bytes], report: Report) -> dict[str, str]:
    """Return the text files by name; one that is no UTF-8 is an error."""
    texts: dict[str, str] = {}
    for part, data in files.items():
        if part.endswith((".j2", ".css")):
            try:
                texts[part] = decode(f"{path}/{part}", data).replace("\r\n", "\n")
            except ProblemsError as error:
                report.problems += error.problems
    return texts


def _manifest(reading: Reading, report: Report) -> Obj | None:
    """Read template.yaml; another contract than ours is an error."""
    report.problems += reading.problems
    found = _TEMPLATE.read(reading.node, MANIFEST, report) if reading.node else None
    if found is None:
        return None
    contract = found.values.get("contract")
    if not isinstance(contract, Marked) or contract.value != CONTRACT:
        place = contract.place if isinstance(contract, Marked) else found.place
        newer = isinstance(contract, Marked)
        hint = "update resume-tailor: the template is made for a newer one" if newer else f"write contract: {CONTRACT}"
        report.error("contract", f"this version draws templates of contract {CONTRACT}", place, hint)
    return found


def _options(found: Obj, report: Report) -> Iterator[tuple[str, Option]]:
    """Yield the options by name; one that could not do without being set is an error."""
    options = found.values.get("options")
    for name, obj in options.items() if isinstance(options, Mapping) else ():
        if not isinstance(obj, Obj):
            continue
        values = {key: mark.value for key, mark in obj.values.items() if isinstance(mark, Marked)}
        choices, description = obj.values.get("choices"), obj.values.get("description")
        words = tuple(w.value for w in choices if isinstance(w, Marked)) if isinstance(choices, tuple) else ()
        text = description if isinstance(description, Text) else None
        option = Option(values.get("type", "choice"), values.get("default", ""), words, text)
        if name == _SPACE:
            report.error("bad-option", f"an option cannot be called '{name}': the tool sets that", obj.place)
        elif "type" not in values and not words:
            if not has_errors(report.problems):  # else its type is there, and wrong
                report.error("bad-option", f"the option '{name}' has no type", obj.place, "write type: color")
        elif option.type == "choice" and not words:
            report.error("bad-option", f"the option '{name}' has no choices", obj.place, "write choices: [..., ...]")
        elif not option.accepts(option.default):
            message = f"the option '{name}' needs a default that is {option.wanted}, not '{option.default}'"
            report.error("bad-option", message, obj.place, "write default: ...")
        else:
            yield name, option


def _spacing(found: Obj, key: str, report: Report) -> float:
    """Return a factor for gaps; 1 when it is not given."""
    spacing = found.values.get("spacing")
    mark = spacing.values.get(key) if isinstance(spacing, Obj) else None
    if not isinstance(mark, Marked):
        return 1.0
    if re.fullmatch(_PATTERNS["number"], mark.value) and 0.3 <= float(mark.value) <= 2:  # noqa: PLR2004 - said below
        return float(mark.value)
    report.error("bad-spacing", f"'{key}' must be a number from 0.3 to 2, not '{mark.value}'", mark.place)
    return 1.0


def option_values(template: Template, wanted: Mapping[str, Marked[str]], report: Report) -> dict[str, str]:
    """Return the value of every option, `space` among them; a value that will not do is an error."""
    values = {name: option.default for name, option in template.options.items()}
    for name, mark in wanted.items():
        option = template.options.get(name)
        if option is None:
            guess = did_you_mean(name, template.options)
            hint = f"its options: {', '.join(template.options) or 'none'}"
            report.error(
                "unknown-option", f"the template '{template.name}' has no option '{name}'{guess}", mark.place, hint
            )
        elif not option.accepts(mark.value):
            report.error("bad-option", f"the option '{name}' must be {option.wanted}, not '{mark.value}'", mark.place)
        else:
            values[name] = mark.value
    return values | {_SPACE: f"{template.normal:g}"}
