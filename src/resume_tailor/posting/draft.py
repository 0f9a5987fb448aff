"""A profile drafted from a posting: everything in it stands in the posting or in the base, each line with its reason.

The text is YAML with comments, in the posting's language. What only the applicant can say is left as a question.
"""

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from resume_tailor.keywords import Aliases
from resume_tailor.labels import SECTION_TITLES
from resume_tailor.model import SECTIONS, Resume
from resume_tailor.posting import focus
from resume_tailor.posting.model import Keyword, Posting, RoleReading
from resume_tailor.posting.remarks import remarks
from resume_tailor.posting.report import strongest, years
from resume_tailor.posting.roles import roles

_MOST_DROPS = 8
_LONGEST = 90  # letters of a posting's line in a comment
_WIDTH = 110


@dataclass(frozen=True, slots=True)
class Draft:
    """What a profile is drafted from; `flagged` are the base's generic items, id -> lint rule."""

    id: str
    posting: Posting
    reading: RoleReading
    keywords: tuple[Keyword, ...]
    resume: Resume
    aliases: Aliases
    file: str = ""  # the posting's path in the workspace
    extends: str = ""
    flagged: Mapping[str, str] = field(default_factory=dict)
    years: float | None = None  # the applicant's own experience
    schema: bool = False  # whether the editor's schema is in the workspace

    @property
    def lang(self) -> str:
        """The language that the profile is for and commented in."""
        return self.posting.lang

    def say(self, ko: str, en: str) -> str:
        """Return a comment's words in that language."""
        return ko if self.lang == "ko" else en


def profile_text(draft: Draft) -> str:
    """Return the profile as YAML."""
    tags = focus.tags(draft.posting, draft.keywords, draft.resume, draft.aliases)
    parts = (
        _head(draft),
        _who(draft),
        _wishes(draft, tags),
        _drops(draft, [tag.tag for tag in tags]),
        _questions(draft),
    )
    return "\n\n".join("\n".join(part) for part in map(list, parts) if part) + "\n"


def _head(draft: Draft) -> Iterator[str]:
    if draft.schema:
        yield "# yaml-language-server: $schema=../.resume/profile.schema.json"
    yield _comment(
        draft.say("공고에서 뽑은 초안. 고르고 고쳐서 쓰세요.", "Drafted from the posting: choose and change.")
    )
    name = roles()[draft.reading.role].names[draft.lang]
    yield _comment(draft.say(f"하는 일로 본 직무: {name}", f"The role by its duties: {name}"))
    for one in strongest(draft.reading)[:3]:
        yield _comment(f"  {draft.say(f'{one.line.number}행', f'line {one.line.number}')} {_cut(one.line.text)}")
    for remark in remarks(draft.posting, draft.reading, draft.years):
        yield _comment(remark.to(draft.lang))
    if draft.reading.years:
        asked = years(draft.reading.years, draft.lang)
        yield _comment(draft.say(f"경력: {asked}", f"Experience asked for: {asked}"))


def _who(draft: Draft) -> Iterator[str]:
    name, aliases = _company(draft.posting.company)
    if name:
        more = f", aliases: [{', '.join(map(_word, aliases))}]" if aliases else ""
        yield f"company: {{name: {_word(name)}{more}}}"
    else:
        hint = draft.say("회사 이름을 적으세요", "write the company's name")
        yield f"company: {{name: {_word(draft.id)}}}  # {hint}"
    title = draft.posting.title or roles()[draft.reading.role].names[draft.lang]
    yield f"position: {{title: {_word(title)}, role: {draft.reading.role}}}"
    if draft.file:
        yield f"posting: {_word(draft.file)}"
    if draft.extends:
        yield f"extends: {_word(draft.extends)}"
    yield f"lang: {draft.lang}"


def _company(name: str) -> tuple[str, list[str]]:
    """Return a company's name, and the other one that stands in brackets behind it: `쏘카(SOCAR)`."""
    found = re.fullmatch(r"\s*([^()]+?)\s*\(([^()]+)\)\s*", name)
    return (found[1], [found[2].strip()]) if found else (" ".join(name.split()), [])


def _wishes(draft: Draft, tags: Iterable[focus.Tag]) -> Iterator[str]:
    tags = list(tags)
    if tags:
        yield _comment(
            draft.say(
                "베이스의 꼬리표 가운데 공고가 말하는 것, 많이 말하는 차례",
                "The base's tags that it speaks of, most first",
            )
        )
        yield "focus:"
        for tag in tags:
            why = f"  # {', '.join(map(_plain, tag.words))}" if tag.words else ""
            yield f"  - {_word(tag.tag)}{why}"
    else:
        yield _comment(
            draft.say("focus: 공고와 맞는 꼬리표가 베이스에 없음", "focus: none of the base's tags fits this posting")
        )
    if draft.keywords:
        yield _comment(
            draft.say(
                "공고의 낱말, 중요한 차례. 이 말이 있는 항목이 위로 온다",
                "Its words, weightiest first; items that carry them rise",
            )
        )
        yield from _flow("keywords", [one.text for one in draft.keywords])
    yield from _sections(draft)


def _sections(draft: Draft) -> Iterator[str]:
    """Yield the sections in the order that suits the role, of those that the base has, and the ones left out."""
    there = [name for name in SECTIONS if draft.resume.sections.get(name)]
    shown = [name for name in roles()[draft.reading.role].sections if name in there]
    if not shown:
        return
    left = [SECTION_TITLES[draft.lang][name] for name in there if name not in shown]
    note = draft.say("넣지 않은 구역", "Sections left out")
    yield _comment(draft.say("이 직무에 어울리는 구역과 순서", "Sections in the order that suits the role")) + (
        f" ({note}: {', '.join(left)})" if left else ""
    )
    yield f"sections: [{', '.join(shown)}]"


def _drops(draft: Draft, tags: Iterable[str]) -> Iterator[str]:
    """Yield what might go, as comments: nothing goes before the applicant says so."""
    quiet = focus.silent(draft.resume, draft.keywords, tags, draft.aliases, draft.flagged)
    if quiet and 2 * len(quiet) > len(draft.resume.sections.get("projects", ())) - len(draft.flagged):
        quiet = []  # to drop nearly all is no advice
        yield _comment(
            draft.say(
                "베이스의 프로젝트 대부분에 공고의 낱말이 없음: resume match로 빈 곳을 볼 것",
                "Most of the base's projects carry none of its words: see the gaps with resume match",
            )
        )
    anybodys = draft.say("누구나 하는 프로젝트로 읽힘", "reads as anybody's project")
    reasons = {name: f"{anybodys} ({rule})" for name, rule in draft.flagged.items()}
    reasons |= dict.fromkeys(
        quiet, draft.say("공고의 낱말도 focus의 꼬리표도 없음", "carries neither a keyword nor a tag of the focus")
    )
    if not reasons:
        return
    yield _comment(
        draft.say("빼도 좋을 것과 까닭. 빼려면 앞의 #을 지우세요", "What may go, and why; take the # away to drop it")
    )
    yield "#drop:"  # no space behind the mark: without it the line is as it must be
    for name, reason in list(reasons.items())[:_MOST_DROPS]:
        yield f"#  - {_word(name)}  # {reason}"


def _questions(draft: Draft) -> Iterator[str]:
    yield _comment(draft.say("직접 답할 것", "For you to answer"))
    yield _comment(
        draft.say(
            "- 왜 이 회사인가? 답을 베이스의 basics.summary에 alt로 적고: use: {summary: 그 이름}",
            "- Why this company? Write it as an alt of basics.summary in the base, then: use: {summary: its name}",
        )
    )
    yield _comment(
        draft.say(
            "- 이 자리는 그 회사 사업의 어느 단계를 맡는가? 여정을 적으면 resume map이 그린다:",
            "- Which stage of its business is this job about? Write the journey, and resume map draws it:",
        )
    )
    tags = ", ".join(_word(tag) for tag in sorted(draft.resume.tags())[:1])
    stage, problem = (
        draft.say("고객이 처음 하는 일", "what the customer does first"),
        draft.say("데이터로 풀 문제", "a problem that data answers"),
    )
    yield "#business:"
    yield "#  journey:"
    yield f"#    - {{stage: {stage}, problems: [{{title: {problem}, tags: [{tags}]}}]}}"
    yield _comment(
        draft.say(
            "- 내 경험에 없는 낱말은 무엇인가? resume match가 알려 준다. 배우거나, 없다고 말할 것",
            "- Which of its words are not in your experience? resume match tells. Learn them, or say so",
        )
    )


# --- YAML ---


def _comment(text: str) -> str:
    return f"# {_plain(text)}"


def _plain(text: str) -> str:
    """Return a text on one line, nothing in it that a terminal or YAML would take for more."""
    return "".join(c for c in " ".join(text.split()) if c.isprintable())


def _cut(text: str) -> str:
    text = _plain(text)
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST].rpartition(' ')[0] or text[:_LONGEST]} …"


_BARE = re.compile(r"[가-힣A-Za-z_][가-힣A-Za-z0-9 _./&+-]*[가-힣A-Za-z0-9+]|[가-힣A-Za-z]")
_RESERVED = frozenset({"y", "n", "yes", "no", "on", "off", "true", "false", "null"})


def _word(text: str) -> str:
    """Return a text as a YAML scalar that may stand anywhere: bare where that is safe, else as JSON writes it."""
    text = _plain(text)
    if _BARE.fullmatch(text) and text.casefold() not in _RESERVED:
        return text
    return json.dumps(text, ensure_ascii=False)


def _flow(key: str, words: Iterable[str]) -> Iterator[str]:
    """Yield a list in brackets, wrapped where it grows long."""
    line = f"{key}: ["
    first = True
    for word in map(_word, words):
        piece = word if first else f", {word}"
        if len(line) + len(piece) > _WIDTH:
            yield line + ","
            line, piece = "  ", word
        line, first = line + piece, False
    yield line + "]"
