"""A rule told to people: its page in the docs, the index of all, and `resume lint --explain`.

All of it comes from the rule itself, so the docs cannot say something else than the linter does.
"""

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from textwrap import dedent
from unicodedata import combining, east_asian_width

from resume_tailor.lint.data import shipped_lexicon
from resume_tailor.lint.engine import AnyRule
from resume_tailor.lint.examples import found_in
from resume_tailor.lint.rule import Context, Finding, Group, Message, Scope
from resume_tailor.problems import ProblemsError, Severity

EXAMPLES_DAY = dt.date(2026, 1, 15)  # "now" in the examples: a rule on dates must say the same every day
WIDTH = 96  # columns of a terminal text

_GROUPS = {
    Group.PROJECT: Message("프로젝트", "Projects"),
    Group.BULLET: Message("문장", "Bullets"),
    Group.KOREAN: Message("우리말", "Korean"),
    Group.SKILLS: Message("기술", "Skills"),
    Group.DATES: Message("기간", "Dates"),
    Group.PRIVACY: Message("개인정보", "Privacy"),
    Group.COMPANY: Message("회사별", "Companies"),
    Group.OUTPUT: Message("결과물", "Output"),
    Group.OWN: Message("내 규칙", "Your own"),
}
_SCOPES = {
    Scope.PROJECT: Message("프로젝트 하나", "a project"),
    Scope.LINE: Message("한 줄씩", "each line"),
    Scope.SECTION: Message("한 구역의 줄들을 함께", "the lines of a section together"),
    Scope.RESUME: Message("베이스 전체", "the whole base"),
    Scope.SENT: Message("회사에 보낼 이력서 (`--company`)", "a resume as a company gets it (`--company`)"),
}
_SEVERITIES = {
    Severity.ERROR: Message("오류", "error"),
    Severity.WARNING: Message("경고", "warning"),
    Severity.INFO: Message("참고", "info"),
}
_PLAIN = Message("프로젝트 설명 글도", "plain project descriptions too")
_WHY = Message("왜", "Why")
_BAD = Message("걸리는 예", "What it finds")
_GOOD = Message("통과하는 예", "What passes")
_PASS = Message("까닭이 있으면", "With a good reason")
_REASON = Message("까닭 한마디", "the reason in a few words")
_ROW = Message("{severity} · 보는 것: {scope} · 갈래: {group}", "{severity} · looks at {scope} · group: {group}")
_ITEM = Message(
    "베이스의 그 항목에(불릿도 함께), 또는 회사 프로필에:",
    "On the item in the base (its bullets too), or in a company's profile:",
)
_SENT = Message("회사 프로필에:", "In the company's profile:")
_ALL = Message("어디서나, `resume.toml`에:", "Everywhere, in `resume.toml`:")
_HERE = Message("프로젝트 설명 글 안에:", "In a plain description:")
_TITLE = Message("검사 규칙", "Lint rules")
_MADE = Message(
    "규칙에서 만든 문서: `scripts/write_rule_pages.py`. 쓰는 법은 [이력서 검사](../../linting.ko.md).",
    "Made from the rules by `scripts/write_rule_pages.py`. How to use them: [Linting](../linting.md).",
)
_COLUMNS = Message(
    "| 규칙 | 심각도 | 보는 것 | 무엇을 |\n| --- | --- | --- | --- |",
    "| rule | severity | looks at | what |\n| --- | --- | --- | --- |",
)
_OTHER = Message("[English]({to}) · [모든 규칙](README.md)", "[한국어]({to}) · [all rules](README.md)")


# --- Markdown ---


def page(rule: AnyRule, lang: str) -> str:
    """Return a rule's page, as Markdown."""
    said: set[str] = set()
    to = f"../{rule.name}.md" if lang == "ko" else f"ko/{rule.name}.md"
    parts = [
        f"# `{rule.name}`: {rule.summary.to(lang)}",
        _OTHER.to(lang).format(to=to),
        _row(rule, lang),
        f"## {_WHY.to(lang)}",
        rule.why.to(lang),
        *_headed(_BAD.to(lang), (_with_findings(rule, text, lang, said) for text in rule.bad)),
        *_headed(_GOOD.to(lang), (fenced(rule.scope, text) for text in rule.good)),
        f"## {_PASS.to(lang)}",
        *(f"{head.to(lang)}\n\n{_block(kind, text)}" for head, kind, text in _ways(rule, lang)),
    ]
    return "\n\n".join(parts) + "\n"


def index(rules: Sequence[AnyRule], lang: str) -> str:
    """Return the list of all rules by group, as Markdown."""
    to = "../README.md" if lang == "ko" else "ko/README.md"
    other = "English" if lang == "ko" else "한국어"
    parts = [f"# {_TITLE.to(lang)}", f"[{other}]({to}). {_MADE.to(lang)}"]
    for group in Group:
        rows = [_index_row(rule, lang) for rule in rules if rule.group is group]
        if rows:
            parts += [f"## {_GROUPS[group].to(lang)}", "\n".join((_COLUMNS.to(lang), *rows))]
    return "\n\n".join(parts) + "\n"


def _index_row(rule: AnyRule, lang: str) -> str:
    cells = (
        f"[`{rule.name}`]({rule.name}.md)",
        _SEVERITIES[rule.severity].to(lang),
        _looks_at(rule, lang),
        rule.summary.to(lang),
    )
    return " | ".join(("", *(cell.replace("|", r"\|") for cell in cells), "")).strip()


def fenced(scope: Scope, example: str) -> str:
    """Return an example in a code block, marked with what it is written in."""
    text = _tidy(example)
    if scope in {Scope.RESUME, Scope.SENT} or text.startswith(("projects:", "work:")):
        return _block("yaml", text)
    return _block("markdown" if scope is Scope.PROJECT else "text", text)


def help_of(rule: AnyRule, lang: str) -> tuple[str, str]:
    """Return why there is the rule and its examples, as plain text and as Markdown; nothing is run for it."""
    plain, marked = [rule.why.to(lang)], [rule.why.to(lang)]
    for head, examples in ((_BAD.to(lang), rule.bad), (_GOOD.to(lang), rule.good)):
        if examples:
            plain += [f"{head}:", *map(_tidy, examples)]
            marked += [f"### {head}", *(fenced(rule.scope, text) for text in examples)]
    return "\n\n".join(plain), "\n\n".join(marked)


def _headed(head: str, parts: Iterator[str]) -> Iterator[str]:
    """Yield the parts under their heading; no heading over nothing."""
    for number, part in enumerate(parts):
        if not number:
            yield f"## {head}"
        yield part


def _with_findings(rule: AnyRule, example: str, lang: str, said: set[str]) -> str:
    quotes = ["> " + "  \n> → ".join(told) for told in _findings(rule, example, lang, said)]
    return "\n\n".join((fenced(rule.scope, example), *(["\n>\n".join(quotes)] if quotes else [])))


def _block(kind: str, text: str) -> str:
    """Return a code block whose fence no line of the text can end."""
    longest = max((len(run) for run in re.findall(r"`+", text)), default=0)
    fence = "`" * max(3, longest + 1)
    return f"{fence}{kind}\n{text}\n{fence}"


def _tidy(example: str) -> str:
    return dedent(example).strip("\n").rstrip()


# --- what is said of a rule, in whatever form ---


def _row(rule: AnyRule, lang: str) -> str:
    """Return `warning · looks at each line · group: Bullets`."""
    return (
        _ROW.to(lang)
        .replace("{severity}", _SEVERITIES[rule.severity].to(lang))
        .replace("{scope}", _looks_at(rule, lang))
        .replace("{group}", _GROUPS[rule.group].to(lang))
    )


def _looks_at(rule: AnyRule, lang: str) -> str:
    scope = _SCOPES[rule.scope].to(lang)
    return f"{scope}, {_PLAIN.to(lang)}" if rule.plain else scope


def _findings(rule: AnyRule, example: str, lang: str, said: set[str]) -> Iterator[list[str]]:
    """Yield the message of each finding in an example, with its hint where that was not said yet."""
    for finding in _found(rule, example):
        hint = finding.hint.to(lang)
        yield [_told(rule, finding, lang), *([hint] if hint and hint not in said else [])]
        said.add(hint)


def _found(rule: AnyRule, example: str) -> list[Finding]:
    """Return what a rule finds in an example; nothing where a plugin's example cannot be read."""
    try:
        return [one.finding for one in found_in(rule, example, Context(EXAMPLES_DAY, shipped_lexicon()))]
    except ProblemsError:
        return []


def _told(rule: AnyRule, finding: Finding, lang: str) -> str:
    """Return a finding's message, with its severity where that is not the rule's own."""
    message = finding.message.to(lang)
    if finding.severity in {None, rule.severity}:
        return message
    return f"{_SEVERITIES[finding.severity].to(lang)}: {message}"


def _ways(rule: AnyRule, lang: str) -> Iterator[tuple[Message, str, str]]:
    """Yield the ways to let a rule pass: for what, in which language it is written, and the lines themselves."""
    reason = _REASON.to(lang)
    head = _SENT if rule.scope is Scope.SENT else _ITEM
    yield head, "yaml", f"lint: {{allow: {{{rule.name}: {reason}}}}}"
    yield _ALL, "toml", f'[lint.allow]\n{rule.name} = "{reason}"'
    if rule.plain:
        yield _HERE, "markdown", f"<!-- resume-lint: allow {rule.name}: {reason} -->"


# --- a terminal ---


def explain(rule: AnyRule, lang: str, width: int = WIDTH) -> str:
    """Return the same as a text for a terminal of so many columns."""
    said: set[str] = set()
    lines = [*wrapped(f"{rule.name}: {rule.summary.to(lang)}", width), *wrapped(_bare(_row(rule, lang)), width), ""]
    lines += wrapped(rule.why.to(lang), width)
    bad = ([*_example(text, width), *_remarks(_findings(rule, text, lang, said), width)] for text in rule.bad)
    lines += _titled(_BAD.to(lang), bad)
    lines += _titled(_GOOD.to(lang), (_example(text, width) for text in rule.good))
    ways = ([*wrapped(_bare(head.to(lang)), width, "  "), *_inset(text)] for head, _, text in _ways(rule, lang))
    lines += _titled(_PASS.to(lang), ways)
    return "\n".join(lines)


def listing(rules: Sequence[AnyRule], lang: str, width: int = WIDTH) -> str:
    """Return all rules by group, a name, a severity and a summary each."""
    names = max((columns(rule.name) for rule in rules), default=0) + 4
    kinds = max(columns(kind.to(lang)) for kind in _SEVERITIES.values()) + 2
    blocks = []
    for group in Group:
        rows = [_listed(rule, lang, (names, kinds, width)) for rule in rules if rule.group is group]
        blocks += ["\n".join((_GROUPS[group].to(lang), *rows))] if rows else []
    return "\n\n".join(blocks)


def _listed(rule: AnyRule, lang: str, widths: tuple[int, int, int]) -> str:
    names, kinds, width = widths
    kind = _SEVERITIES[rule.severity].to(lang)
    head = f"  {rule.name}{' ' * (names - 2 - columns(rule.name))}{kind}{' ' * (kinds - columns(kind))}"
    first, *rest = wrapped(rule.summary.to(lang), width, " " * columns(head)) or [""]
    return "\n".join((f"{head}{first.lstrip()}".rstrip(), *rest))


def _titled(head: str, blocks: Iterator[list[str]]) -> Iterator[str]:
    """Yield blocks of lines with their heading before the first."""
    for number, block in enumerate(blocks):
        yield ""
        if not number:
            yield head
        yield from block


def _example(text: str, width: int) -> list[str]:
    """Return an example: a single line wrapped, YAML and several lines as they stand."""
    tidy = _tidy(text)
    return _inset(tidy) if "\n" in tidy else wrapped(tidy, width, "    ")


def _remarks(findings: Iterator[list[str]], width: int) -> Iterator[str]:
    for told in findings:
        for mark, text in zip("!=", told, strict=False):
            first, *rest = wrapped(text, width, "    ") or [""]
            yield from (f"  {mark} {first[4:]}", *rest)


def _inset(text: str) -> list[str]:
    return [f"    {line}".rstrip() for line in text.splitlines()]


def _bare(text: str) -> str:
    return text.replace("`", "")


def wrapped(text: str, width: int, indent: str = "") -> list[str]:
    """Break a text between words into lines of at most so many columns; a word longer than that stands alone."""
    lines: list[str] = []
    for word in text.split():
        longer = f"{lines[-1]} {word}" if lines else f"{indent}{word}"
        if lines and columns(longer) > width:
            longer = f"{indent}{word}"
            lines.append(longer)
        else:
            lines[-1:] = [longer]
    return lines


def columns(text: str) -> int:
    """Return how many columns of a terminal a text takes: Hangul takes two a letter."""
    return sum(0 if combining(char) else 2 if east_asian_width(char) in "WF" else 1 for char in text)
