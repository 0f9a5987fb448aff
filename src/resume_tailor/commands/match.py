"""`resume match`."""

import datetime as dt
import json
from typing import TYPE_CHECKING

import click

from resume_tailor import account
from resume_tailor.commands import tables, verdicts, whose
from resume_tailor.commands.terminal import company_ids, composed, open_workspace, show, shows_problems, today
from resume_tailor.problems import Place, Problem, ProblemsError, has_errors

if TYPE_CHECKING:
    from resume_tailor.carriers import Step, Way
    from resume_tailor.matching import Match, Wanted, Where
    from resume_tailor.model import Profile
    from resume_tailor.postingfiles import PostingText
    from resume_tailor.workspace import Workspace


@click.command()
@click.option(
    "--company", "-c", metavar="ID", required=True, type=composed, shell_complete=company_ids, help="For whom."
)
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
@click.option("--set", "values", multiple=True, metavar="KEY=VALUE", help="A value for this once, e.g. limits.pages=1.")
@click.option("--lang", type=click.Choice(["ko", "en"]), help="Language of the page [default: the profile's].")
@click.option("--date", "day", type=click.DateTime(["%Y-%m-%d"]), help="The day the resume is made [default: today].")
@shows_problems
def match(*, company: str, form: str, values: tuple[str, ...], lang: str | None, day: dt.datetime | None) -> None:
    """Say of each keyword of the posting whether it is on the resume, in the base but left out, or nowhere.

    Judged are the profile's `keywords`, then what is found in the file that its `posting` names. On the resume is only
    what the finished page itself says.
    """
    asked = whose.Asked(company, lang or "", values, day.date() if day else None)
    view = _view(open_workspace(), asked)
    if form == "json":
        click.echo(_json(view))
    elif tables.on_terminal():
        verdicts.Drawing(view).draw()
    else:
        for line in verdicts.lines(view):
            click.echo(line)


# --- what there is to say ---


def _view(workspace: "Workspace", asked: whose.Asked) -> verdicts.View:
    from resume_tailor import matching, sheet, textlayer

    base, resume = whose.readable_base(workspace)
    profile, lang = whose.wishes(workspace, base, asked), whose.spoken(workspace, base, asked)
    posting = posting_of(workspace, profile)
    words = words_of(profile, posting)
    if not words:
        raise ProblemsError(_no_keywords(workspace, profile, posting))
    page = sheet.draw(workspace, resume, profile, lang=lang, today=asked.day or today()).page
    matches = matching.match(words, textlayer.visible_texts(page.html), resume, profile, page.selection, lang)
    texts = {item.id: account.read(item, lang) for item in resume.items()}
    path = posting.path if posting else ""
    return verdicts.View(profile.id, _file(workspace, profile), lang, path, matches, texts)


def _file(workspace: "Workspace", profile: "Profile") -> str:
    """Return the path of a profile's own file."""
    *_, own = workspace.profile(profile.id)
    return own.path


def posting_of(workspace: "Workspace", profile: "Profile") -> "PostingText | None":
    """Return the posting that a profile names, None where it names none; raise when it cannot be read."""
    if profile.posting is None:
        return None
    from resume_tailor import postingfiles
    from resume_tailor.fields import did_you_mean

    wanted = profile.posting
    path = workspace.root / wanted.value
    if not path.is_file():
        beside = path.parent.iterdir() if path.parent.is_dir() and not path.exists() else ()
        guess = did_you_mean(wanted.value, map(workspace.name, beside))
        hint = "write its path from the workspace's folder, for example postings/socar.md"
        message = f"posting: there is no file '{wanted.value}'{guess}"
        raise ProblemsError(Problem("no-posting", message, wanted.place, hint=hint))
    found = postingfiles.read_one(path, workspace.name(path))
    if has_errors(found.problems):
        raise ProblemsError(*found.problems)
    show(found.problems)
    return found


def words_of(profile: "Profile", posting: "PostingText | None") -> "tuple[Wanted, ...]":
    """Return the words to look for."""
    from resume_tailor import carriers, matching

    if posting is None:
        return matching.wanted(profile)
    from resume_tailor.posting import extract_keywords
    from resume_tailor.posting.reading import read_posting

    keywords = extract_keywords(posting.text, carriers.aliases_of(profile))
    return matching.wanted(profile, keywords, read_posting(posting.text).lines(), posting.path)


def _no_keywords(workspace: "Workspace", profile: "Profile", posting: "PostingText | None") -> Problem:
    message = (
        f"there is no keyword to match: keywords is empty, and {posting.path} holds none"
        if posting
        else "there is no keyword to match: the profile has neither keywords nor a posting"
    )
    hint = "write keywords: [SQL, ...] in the posting's words, or posting: postings/<file> with its text"
    return Problem("no-keywords", message, Place(_file(workspace, profile)), hint=hint)


# --- for programs ---


def _json(view: verdicts.View) -> str:
    """Return everything, keywords in the order they were asked for.

    `{"company", "lang", "posting", "coverage", "keywords"}`. `coverage` is `{"on", "of", "sections": [{"section", "on",
    "of"}]}`; a section is duties, requirements, preferred, tools, about, process (of the posting) or profile. A keyword
    is `{"keyword", "also", "section", "place", "line", "verdict", "where", "written", "items"}`:

    - `also` are other spellings asked for; `place` is where it was written, `line` the posting's sentence or null;
    - `verdict` is on, left-out or nowhere;
    - `where` is `[{"kind": "item", "id"}]`, or else `{"kind": "title", "section"}`, `{"kind": "head"}`; `written` the
      other name it has on the page, or null;
    - `items` are the base's that carry it, where it is left out: `{"id", "section", "text", "kept", "reason", "place",
      "carried", "way": [{"edit", "item", "name", "words", "place"}]}`, the easiest first; `text` is what carries it,
      `carried` said (its own text), wording (one that `use` may choose) or fact; `way` the edits, in order.
    """
    overall = view.matches.overall
    sections = [{"section": count.section, "on": count.on, "of": count.of} for count in view.matches.sections]
    found = {
        "company": view.company,
        "lang": view.lang,
        "posting": view.posting or None,
        "coverage": {"on": overall.on, "of": overall.of, "sections": sections},
        "keywords": [_match_json(one) for one in view.matches.found],
    }
    return json.dumps(found, ensure_ascii=False, indent=2)


def _match_json(one: "Match") -> dict[str, object]:
    return {
        "keyword": one.wanted.word,
        "also": list(one.wanted.also),
        "section": one.wanted.section,
        "place": account.where(one.wanted.place) or None,
        "line": one.wanted.line or None,
        "verdict": one.verdict,
        "where": [_where_json(where) for where in one.where],
        "written": one.written or None,
        "items": [_way_json(way) for way in one.ways],
    }


def _where_json(where: "Where") -> dict[str, str]:
    key = {"item": "id", "title": "section"}.get(where.kind)
    return {"kind": where.kind} | ({key: where.name} if key else {})


def _way_json(way: "Way") -> dict[str, object]:
    why, one, decision = verdicts.state(way), way.carrier, way.decision
    return {
        "id": one.id,
        "section": one.section or None,
        "text": one.text,
        "kept": decision.kept if decision else None,
        "reason": decision.reason if decision and not decision.kept else why.words,
        "place": account.where(why.place) or None,
        "carried": one.how,
        "way": [_step_json(step) for step in way.steps],
    }


def _step_json(step: "Step") -> dict[str, str | None]:
    return {
        "edit": step.do,
        "item": step.item,
        "name": step.name or None,
        "words": step.words,
        "place": account.where(step.place) or None,
    }
