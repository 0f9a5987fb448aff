"""What the three rules about generic projects share: the finding that a verdict makes, in words."""

from collections.abc import Callable, Iterable, Iterator

from resume_tailor.lint.evidence import Sign
from resume_tailor.lint.lexicon import Hit
from resume_tailor.lint.rule import Context, Finding, Message
from resume_tailor.lint.subjects import Project
from resume_tailor.lint.verdict import Verdict, verdict
from resume_tailor.problems import Severity

_MOST_SEEN = 3
_LONGEST_SEEN = 40
_YOUR_OWN = Message(
    "빼거나, 내 질문·직접 모은 데이터·결과를 쓴 사람이 있다면 그것부터 적으세요",
    "leave it out, or begin with what is your own: your question, your data, who used the result",
)


def check(rule: str, what: Message) -> Callable[[Project, Context], Iterator[Finding]]:
    """Return the check of one of the three rules; `what` says what such a project is."""

    def found(project: Project, context: Context) -> Iterator[Finding]:
        if project.employer:  # work for an employer is no hobby project: structure says more than words
            return
        judged = verdict(project, context.lexicon)
        if judged.rule == rule:
            severity = Severity.ERROR if judged.is_certain else Severity.WARNING
            yield Finding(_message(project, judged, what), project.place, _hint(judged), project.item, severity)

    return found


def _message(project: Project, judged: Verdict, what: Message) -> Message:
    title = project.title[:_LONGEST_SEEN].rstrip()
    return Message(
        f"'{title}': {what.ko} — {_seen(judged, 'ko')}",
        f"'{title}' {what.en}: {_seen(judged, 'en')}",
    )


def _seen(judged: Verdict, lang: str) -> str:
    """Return the evidence in words, the heaviest first, and whether anything of one's own was found."""
    signs = sorted((s for s in judged.found.generic if not s.cue.weak), key=lambda sign: -sign.weight)
    told = [_hit(hit, lang) for hit in judged.found.hits[:1]] + [_sign(sign, lang) for sign in signs]
    told = told or [_sign(sign, lang) for sign in judged.found.generic]
    seen = ", ".join(told[:_MOST_SEEN])
    if judged.found.own:
        return seen
    return f"{seen}; 내 것이라 할 만한 것은 보이지 않음" if lang == "ko" else f"{seen}; nothing in it is yours alone"


def _hit(hit: Hit, lang: str) -> str:
    name = hit.entry.name_ko if lang == "ko" else hit.entry.name_en
    return f"{_quoted(hit.seen)} ({name})" if hit.entry.name_ko else _quoted(hit.seen)


def _sign(sign: Sign, lang: str) -> str:
    return f"{_quoted(sign.seen)} ({sign.cue.name_ko if lang == 'ko' else sign.cue.name_en})"


def _quoted(seen: Iterable[str]) -> str:
    return " · ".join(f"'{word[:_LONGEST_SEEN]}'" for word in list(seen)[:_MOST_SEEN])


def _hint(judged: Verdict) -> Message:
    """Return what to do: what the set's entry proposes, else what makes any project worth writing."""
    best = next((hit.entry for hit in judged.found.hits if hit.entry.instead_ko), None)
    if best is None:
        return _YOUR_OWN
    return Message(f"{_YOUR_OWN.ko}. 예: {best.instead_ko}", f"{_YOUR_OWN.en}. For example: {best.instead_en}")
