"""What a brief is made of, gathered into one: the match, the posting's role, its likely questions, and one's work."""

import datetime as dt
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from resume_tailor.compose import missing_translations
from resume_tailor.interview.answers import Finder, finder
from resume_tailor.interview.brief import (
    Brief,
    BriefAnswer,
    BriefPart,
    BriefQuestion,
    FrontGroup,
    Held,
    MatchGroup,
    RoleCard,
)
from resume_tailor.interview.briefwords import WORDS, BriefWords
from resume_tailor.interview.map import BusinessMap
from resume_tailor.interview.questions import Part, Reply, replies
from resume_tailor.interview.texts import day_in_words, plain
from resume_tailor.matching import LEFT_OUT, NOWHERE, ON, Match, Matches
from resume_tailor.model import Basics, Entry, Profile, Resume, Text
from resume_tailor.posting.model import DUTIES, PREFERRED, REQUIREMENTS, Posting, RoleReading
from resume_tailor.posting.remarks import remarks
from resume_tailor.posting.report import years
from resume_tailor.posting.roles import roles
from resume_tailor.problems import Problem
from resume_tailor.richtext import parse
from resume_tailor.schema import name_key
from resume_tailor.select import Selection

_COMMONEST = "data-analyst"  # the talk: most companies call them all so


@dataclass(frozen=True, slots=True)
class Told:
    """What a posting says, and the role that it shows; `years` are those of the applicant."""

    posting: Posting
    reading: RoleReading
    years: float | None = None


@dataclass(frozen=True, slots=True)
class Sources:
    """What a brief is made of; `sent` are the ids on the resume that the company got."""

    resume: Resume
    profile: Profile
    sent: Collection[str]
    matches: Matches | None = None
    told: Told | None = None
    map: BusinessMap | None = None


def brief(sources: Sources, *, lang: str, today: dt.date) -> Brief:
    """Return a company's brief with all that there is to say."""
    resume, profile, words = sources.resume, sources.profile, WORDS[lang]
    person, company = plain(resume.basics.name, lang), plain(profile.company, lang)
    found = finder(resume, profile, lang)
    overall = sources.matches.overall if sources.matches else None
    asked = asked_role(profile, sources.told)
    return Brief(
        lang=lang,
        title=" · ".join(part for part in (f"{company} {words.brief}", person) if part),
        company=company,
        position=plain(profile.position, lang),
        person=person,
        contact="" if "email" in profile.hidden else resume.basics.email,
        date=day_in_words(today, lang),
        map=sources.map,
        front=() if sources.map else tuple(_front(sources.told, words)),
        role=_role(profile, sources.told, lang),
        asked=_capital(roles()[asked].names[lang]),
        overall=words.of.format(overall.of, overall.on) if overall else "",
        groups=tuple(_groups(sources, found, words)),
        questions=tuple(_questions(replies(roles()[asked].questions, found, sources.sent), lang)),
        words=words,
    )


# --- the role ---


def asked_role(profile: Profile, told: Told | None) -> str:
    """Return the role whose questions are likely: the profile's, the posting's, or that of most; one that has any."""
    wanted = (profile.role, told.reading.role if told else "", _COMMONEST)
    return next(name for name in wanted if name in roles() and roles()[name].questions)


def _role(profile: Profile, told: Told | None, lang: str) -> RoleCard:
    words, named = WORDS[lang], profile.role in roles()
    role = roles()[told.reading.role if told else profile.role if named else _COMMONEST]
    source = words.by_duties if told else words.by_profile if named else words.by_nothing
    said = tuple(map(_capital, _remarks(told, lang))) if told else ()
    return RoleCard(_capital(role.names[lang]), source, role.about[lang], said)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _remarks(told: Told, lang: str) -> Iterator[str]:
    """Yield what is worth saying of a posting's role, and the experience asked for."""
    if told.reading.years:
        yield WORDS[lang].experience.format(years(told.reading.years, lang))
    yield from (one.to(lang) for one in remarks(told.posting, told.reading, told.years))


def _front(told: Told | None, words: BriefWords) -> Iterator[FrontGroup]:
    for kind in (DUTIES, REQUIREMENTS, PREFERRED) if told else ():
        lines = tuple(line.text for line in told.posting.lines(kind)) if told else ()
        if lines:
            yield FrontGroup(words.sections[kind], lines)


# --- the match ---


def _groups(sources: Sources, found: Finder, words: BriefWords) -> Iterator[MatchGroup]:
    matches = sources.matches or Matches(())
    for count in matches.sections:
        here = [one for one in matches.found if one.wanted.section == count.section]
        yield MatchGroup(
            words.sections[count.section],
            count.on,
            count.of,
            tuple(_named(here, ON)),
            tuple(Held(one.wanted.word, _where(one, found, words)) for one in here if one.verdict == LEFT_OUT),
            tuple(_named(here, NOWHERE)),
        )


def _named(found: Iterable[Match], verdict: str) -> Iterator[str]:
    return (one.wanted.word for one in found if one.verdict == verdict)


def _where(match: Match, found: Finder, words: BriefWords) -> str:
    """Return the name of the item to speak of; what the profile drops outright is not for this company's ears."""
    names = {entry.id: entry.texts.get(name_key(entry.section)) for entry in found.resume.entries()}
    for one in (way.carrier for way in match.ways):
        if one.id == one.home and one.id not in names:
            return words.basics
        if {one.id, one.home} <= found.ranks.keys() and (name := plain(names[one.home], found.lang)):
            return name
    return ""


# --- the questions ---


def _questions(found: Sequence[Reply], lang: str) -> Iterator[BriefQuestion]:
    words = WORDS[lang]
    for reply in found:
        answer = None
        if work := reply.work:
            again = words.again.format(reply.again) if reply.again else ""
            parts = tuple(_part(part, words.parts) for part in work.parts)
            answer = BriefAnswer(work.ids[0], plain(work.name, lang), work.sent, parts, again)
        yield BriefQuestion(reply.question.to(lang), answer)


def _part(part: Part, labels: Mapping[str, str]) -> BriefPart:
    return BriefPart(part.kind, labels[part.kind], parse(part.said))


# --- what is not in the page's language ---


def untranslated(sources: Sources, shown: Brief) -> list[Problem]:
    """Return a warning for each text of the second page that falls back to the other language."""
    resume, profile, lang = sources.resume, sources.profile, shown.lang
    found = replies(roles()[asked_role(profile, sources.told)].questions, finder(resume, profile, lang), sources.sent)
    texts = [("position", profile.position)] if profile.position else []
    for reply, question in zip(found, shown.questions, strict=False):
        if reply.work and question.answer:
            kinds = {part.kind for part in question.answer.parts}
            texts.append((reply.work.ids[0], reply.work.name))
            texts += [(reply.work.ids[0], part.text) for part in reply.work.parts if part.kind in kinds]
    entries = tuple(Entry(name, "projects", text.place, {"name": text}) for name, text in dict.fromkeys(texts))
    basics = Basics(resume.basics.place, resume.basics.name, Text(resume.basics.place))
    return missing_translations(basics, Selection((("projects", entries),), ()), profile, lang)
