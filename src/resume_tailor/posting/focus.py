"""Which of the base's own tags a posting is about, and which of the base's items it says nothing of."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from resume_tailor.keywords import Aliases, carried, spans
from resume_tailor.model import Bullet, Entry, Resume
from resume_tailor.posting.model import DUTIES, PREFERRED, Keyword, Posting
from resume_tailor.posting.vocabulary import TOOL

_MOST = 6
_NAMED = {DUTIES: 3.0, PREFERRED: 1.0}  # a tag whose own word the posting says, by section; 2 in the others
_OTHERWISE = 2.0
_LEAST = 0.5
_MOST_WORDS = 3


@dataclass(frozen=True, slots=True)
class Tag:
    """A tag of the base that a posting is about, how much, and the words that say so."""

    tag: str
    score: float
    words: tuple[str, ...]


def tags(posting: Posting, keywords: Sequence[Keyword], resume: Resume, aliases: Aliases) -> list[Tag]:
    """Return the tags that a posting is about, the most first.

    A tag counts by its own word in the posting (`forecasting` for 수요 예측), and by the keywords that its items carry;
    not by tools, which all of one's items have.
    """
    items = list(resume.items())
    words = tuple(one.text for one in keywords if one.kind != TOOL)
    said = {item.id: frozenset(carried(words, item_texts(item), aliases)) for item in items}
    found = (_tag(tag, posting, words, [said[i.id] for i in items if tag in i.tags], aliases) for tag in resume.tags())
    return sorted((tag for tag in found if tag.score >= _LEAST), key=lambda tag: (-tag.score, tag.tag))[:_MOST]


def _tag(tag: str, posting: Posting, words: Sequence[str], carriers: Sequence[frozenset[str]], aliases: Aliases) -> Tag:
    named = [
        (_NAMED.get(line.section, _OTHERWISE), line.text[start:end])
        for line in posting.lines()
        for start, end in spans((tag,), line.text, aliases).get(tag, ())
    ]
    held = {word: sum(word in one for one in carriers) / len(carriers) for word in words}
    rank = {word: 1 - place / (len(words) + 1) for place, word in enumerate(words)}
    score = max((weight for weight, _ in named), default=0.0) + sum(held[word] * rank[word] for word in words)
    carried_words = sorted((word for word in words if held[word]), key=lambda word: -held[word] * rank[word])
    return Tag(tag, score, tuple(dict.fromkeys((*(word for _, word in named), *carried_words)))[:_MOST_WORDS])


def item_texts(item: Entry | Bullet) -> list[str]:
    """Return every wording of an item, in every language."""
    texts = [item.text] if isinstance(item, Bullet) else list(item.all_texts())
    return [version for text in (*texts, *item.alt.values()) for version in text.versions]


def silent(
    resume: Resume, keywords: Iterable[Keyword], focus: Iterable[str], aliases: Aliases, skip: Mapping[str, str]
) -> list[str]:
    """Return the ids of the projects that carry neither a keyword nor a tag of the focus, bullets included."""
    words, wanted = tuple(one.text for one in keywords), frozenset(focus)
    return [
        entry.id
        for entry in resume.sections.get("projects", ())
        if entry.id not in skip and not _speaks(entry, words, wanted, aliases)
    ]


def _speaks(entry: Entry, words: Sequence[str], wanted: frozenset[str], aliases: Aliases) -> bool:
    if any(wanted.intersection(item.tags) for item in entry.items()):
        return True
    return bool(carried(words, [text for item in entry.items() for text in item_texts(item)], aliases))
