"""Writes docs/reference from what reads the files; with --check, says what is stale, and exits 1 if anything is.

The keys come from schema.py and settings.py, the commands from click, the template contract from document.py.
"""

import ast
import sys
from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from inspect import cleandoc, getdoc, getsource
from typing import Any, get_args, get_origin

import click

from reference_keys import ROOT, WRITTEN, base_page, profile_page, type_of
from resume_tailor import cli, document, settings, template

FOLDER = ROOT / "docs" / "reference"


# --- settings.md ---

_TOML = """\
out = "dist"
file_name = "{name}_{company}_{date}"
template = "compact"
lang = "ko"

[tags]
growth = ["experiment", "pricing"]

[aliases]
"수요 예측" = ["판매량 예측", "order forecast"]

[lint]
ignore = ["gap"]
fail_level = "warning"

[lint.allow]
overlap = "two half-time jobs for a year, as the dates say"
"""


def settings_page() -> str:
    lines = [
        "# resume.toml: every setting",
        "",
        WRITTEN,
        "Beside `resume/` and `companies/`; all of it is optional.",
        "",
        "| key | default | meaning |",
        "|---|---|---|",
        *(row for part in fields(settings.Settings) for row in setting_rows(part.name, part)),
        "",
        "```toml",
        _TOML + "```",
        "",
    ]
    return "\n".join(lines)


def setting_rows(name: str, part: Any) -> Iterator[str]:  # noqa: ANN401
    default = getattr(settings.Settings() if "." not in name else settings.LintSettings(), part.name)
    if is_dataclass(default):
        for below in fields(default):
            yield from setting_rows(f"{name}.{below.name}", below)
        return
    shown = f'`"{default}"`' if default and isinstance(default, str) else "none"
    yield f"| `{name}` | {shown} | {part.metadata['doc']} |"


# --- commands.md ---

# What exits 1 beside problems in the files; every command has the rest of the codes.
EXITS: Mapping[str, str] = {
    "build": "something has an error, or with `--strict` a warning; of `--all`, one company is enough",
    "lint": "something reaches `--fail-level`",
    "posting": "a posting cannot be read; the others are told all the same",
    "doctor": "something is missing that a build needs",
    "match": "the profile or the base has errors; a gap is no failure",
}


def commands_page() -> str:
    root = click.Context(cli.cli, info_name="resume")
    lines = [
        "# Every command",
        "",
        WRITTEN,
        "What each is for, by example: [the tutorial](../tutorial.md).",
        "",
        "## Exit codes",
        "",
        "| code | means |",
        "|---:|---|",
        "| 0 | fine |",
        f"| {cli.EXIT_PROBLEMS} | problems in your files, or what the command's own part below says |",
        "| 2 | wrong use: an option or a value that there is not |",
        f"| {cli.EXIT_BUG} | a bug of ours; what is printed belongs into a report |",
        "",
        *command_parts(cli.cli, root),
    ]
    return "\n".join(lines)


def command_parts(group: click.Group, context: click.Context) -> Iterator[str]:
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        if command is None:
            continue
        inside = click.Context(command, info_name=name, parent=context)
        yield from command_part(command, inside)
        if isinstance(command, click.Group):
            yield from command_parts(command, inside)


def command_part(command: click.Command, context: click.Context) -> Iterator[str]:
    name = context.command_path.split()
    words = " ".join(name[1:])
    usage = " ".join(command.collect_usage_pieces(context))
    yield from (f"## {words}", "", "```text", f"{context.command_path} {usage}", "```", "")
    yield from (cleandoc(command.help or ""), "")
    options = [option for option in command.params if isinstance(option, click.Option) and option.name != "help"]
    if options:
        yield from ("| option | does |", "|---|---|", *(option_row(option, context) for option in options), "")
    if words in EXITS:
        yield from (f"Exits 1 when {EXITS[words]}.", "")


def option_row(option: click.Option, context: click.Context) -> str:
    record = option.get_help_record(context) or ("", "")
    names, told = (text.replace("|", "\\|") for text in record)
    return f"| `{names}` | {told} |"


# --- templates.md ---


def templates_page() -> str:
    lines = [
        "# The template contract",
        "",
        WRITTEN,
        f"Contract version **{document.CONTRACT}**: `template.yaml` says `contract: {document.CONTRACT}`.",
        f"A template is a folder with `{template.PAGE}`, `{template.STYLE}` and `{template.MANIFEST}`; it sees two",
        "names, `doc` and `option`.",
        "",
        "Nothing is ever missing: what there is not is falsy, so `{% if entry.url %}` is always right. Every",
        'element of an entry or a bullet carries `data-id="{{ entry.id }}"`.',
        "",
        "`doc` is a [Document](#document).",
        "",
        *(line for part in PARTS for line in part_lines(part)),
        "## RichText",
        "",
        "A line of text with bold, code and links. `{{ text }}` is safe HTML, `{{ text.plain }}` bare text; falsy when",
        "there is nothing to read.",
        "",
        "## option",
        "",
        f"Each option of `{template.MANIFEST}` by its name, and `option.space`, the factor for gaps that the page",
        "budget sets.",
        "",
        "| key of an option | value |",
        "|---|---|",
        *(f"| `{key}` | {type_of(kind)} |" for key, kind in template.OPTION.fields.items()),
        "",
        "| type | takes |",
        "|---|---|",
        *(f"| `{name}` | {words} |" for name, words in template.WANTED.items()),
        "| `choice` | one of its `choices` |",
        "",
        "`spacing: {normal: 1.0, tightest: 0.7}` says how far gaps may shrink to fit a page, from 0.3 to 2.",
        "",
    ]
    return "\n".join(lines)


PARTS: tuple[type, ...] = (
    document.Document,
    document.Person,
    document.Contact,
    document.Section,
    document.Entry,
    document.Dates,
    document.StoryPart,
    document.Bullet,
    document.Detail,
)
NEVER = "; never empty"  # how such a comment ends
_FALSY = {"str": '`""`', "RichText": "nothing to read", "Dates": "no `text`", "bool": "`False`"}


def part_lines(part: type) -> Iterator[str]:
    yield from (f"## {part.__name__}", "", getdoc(part) or "", "")
    yield from ("| part | type | falsy when | meaning |", "|---|---|---|---|")
    comments = trailing_comments(part)
    for field in fields(part):
        several = get_origin(field.type) is tuple
        kind = (get_args(field.type)[0] if several else field.type).__name__  # type: ignore[union-attr]
        words = comments[field.name].removesuffix(NEVER)
        falsy = "never" if words != comments[field.name] else "there are none" if several else _FALSY[kind]
        shown = f"[{kind}](#{kind.lower()})" if kind[0].isupper() else f"`{kind}`"
        yield f"| `{field.name}` | {'list of ' if several else ''}{shown} | {falsy} | {words} |"
    yield ""


def trailing_comments(part: type) -> dict[str, str]:
    """Return the comment behind each field of a class."""
    source = getsource(part)
    (tree,) = ast.parse(source).body
    assert isinstance(tree, ast.ClassDef)  # noqa: S101
    lines = source.splitlines()
    return {
        node.target.id: lines[node.end_lineno - 1].partition("  # ")[2]
        for node in tree.body
        if isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name) and node.end_lineno
    }


# --- all ---


def wanted() -> dict[str, str]:
    """Return every page there should be, by name."""
    return {
        "base.md": base_page(),
        "profile.md": profile_page(),
        "settings.md": settings_page(),
        "commands.md": commands_page(),
        "templates.md": templates_page(),
    }


def written(name: str) -> str:
    path = FOLDER / name
    return path.read_text(encoding="utf-8") if path.is_file() else ""


def main() -> int:
    pages = wanted()
    stale = [name for name, text in pages.items() if written(name) != text]
    if "--check" in sys.argv[1:]:
        print(f"docs/reference: stale: {', '.join(stale)}" if stale else "docs/reference: says what the source says")
        return int(bool(stale))
    FOLDER.mkdir(exist_ok=True)
    for name in stale:
        (FOLDER / name).write_text(pages[name], encoding="utf-8", newline="\n")
    print(f"docs/reference: {len(stale)} of {len(pages)} pages written anew")
    return 0


if __name__ == "__main__":
    sys.exit(main())
