"""`keyword-left-out`: a word of the posting that the base can show and this resume does not."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from resume_tailor.keywords import Aliases, carried, merged, shipped
from resume_tailor.lint.careers import sent_words
from resume_tailor.lint.rule import Context, Finding, Group, Message, Rule, Scope
from resume_tailor.lint.subjects import Sent
from resume_tailor.model import Bullet, Entry, Marked
from resume_tailor.problems import Severity
from resume_tailor.select import Decision

_MOST = 3  # items that a message names


@dataclass(frozen=True, slots=True)
class _Carrier:
    """An item of the base that carries a keyword; `wording` is the name of the alternative that does, or ""."""

    id: str
    section: str
    wording: str = ""


def _check(sent: Sent, _context: Context) -> Iterator[Finding]:
    aliases = merged(shipped(), ((word, *forms) for word, forms in sent.profile.synonyms.items()))
    words = {word.value: word for word in sent.profile.keywords}
    said = [sent.text, *(one.text for one in sent_words(sent))]
    missing = [word for word in words if word not in carried(words, said, aliases)]
    carriers = _carriers(sent, missing, aliases) if missing else {}
    decisions = {decision.id: decision for decision in sent.selection.decisions}
    for word in missing:
        if carriers.get(word):
            yield _finding(words[word], carriers[word], decisions, sent)


def _carriers(sent: Sent, words: Iterable[str], aliases: Aliases) -> dict[str, list[_Carrier]]:
    """Return the items that carry each of the words in the page's language, those on a bullet before their entries."""
    found: dict[str, list[_Carrier]] = {word: [] for word in words}
    for entry in sent.resume.entries():
        items: list[Entry | Bullet] = [*entry.bullets, entry]
        for item in items:
            for wording, texts in _wordings(item, sent.lang):
                for word in carried(found, texts, aliases):
                    found[word].append(_Carrier(item.id, entry.section, wording))
    return found


def _wordings(item: Entry | Bullet, lang: str) -> Iterator[tuple[str, list[str]]]:
    own = [item.text] if isinstance(item, Bullet) else list(item.all_texts())
    yield "", [text.to(lang) for text in own]
    yield from ((name, [text.to(lang)]) for name, text in item.alt.items())


def _finding(word: Marked[str], carriers: list[_Carrier], decisions: Mapping[str, Decision], sent: Sent) -> Finding:
    """Return the finding; where one has dropped on purpose all that carries the word, it is only a remark."""
    carriers = sorted(carriers, key=lambda one: (_is_dropped(one, decisions), bool(one.wording)))
    names = list(dict.fromkeys(one.id for one in carriers))
    few = ", ".join(f"'{name}'" for name in names[:_MOST])
    more = len(names) - _MOST
    return Finding(
        Message(
            f"공고의 낱말 '{word.value}': 베이스의 {few}{f' 외 {more}곳' if more > 0 else ''}에 있는데 보낼 "
            f"이력서에는 없음",
            f"'{word.value}' of the posting is in {few}{f' and {more} more' if more > 0 else ''} of the base, "
            "but in nothing that is sent",
        ),
        word.place,
        _hint(carriers[0], decisions.get(carriers[0].id), sent),
        carriers[0].id,
        Severity.INFO if _is_dropped(carriers[0], decisions) else None,
    )


def _is_dropped(one: _Carrier, decisions: Mapping[str, Decision]) -> bool:
    """Tell whether the profile drops an item by name, itself or its entry."""
    decision = decisions.get(one.id)
    home = decision and not decision.kept and decision.reason.startswith(("drop:", "its entry")) and decision.stage
    return home == "select"


def _hint(one: _Carrier, decision: Decision | None, sent: Sent) -> Message:
    """Return the way to bring an item in."""
    listed = {word.value for word in sent.profile.sections}
    if listed and one.section not in listed:
        return Message(f"sections에 {one.section} 넣기", f"add {one.section} to sections")
    if one.wording:
        return Message(
            f"그 말이 든 표현 고르기: use: {{{one.id}: {one.wording}}}",
            f"choose the wording that has it: use: {{{one.id}: {one.wording}}}",
        )
    if decision and decision.kept:
        return Message(
            f"'{one.id}'에 다른 표현을 쓰고 있음: use나 reword를 지우거나 그 말을 살려 고쳐 쓰기",
            f"'{one.id}' is sent in another wording: delete its use or reword, or keep the word in it",
        )
    if decision and decision.reason.startswith("drop:"):
        return Message(f"drop에서 {one.id} 빼기", f"take {one.id} out of drop")
    return Message(f"pin에 {one.id} 넣기: pin: [{one.id}]", f"bring it in: pin: [{one.id}]")


RULE = Rule(
    name="keyword-left-out",
    group=Group.COMPANY,
    scope=Scope.SENT,
    severity=Severity.WARNING,
    summary=Message(
        "베이스에는 있는데 보내지 않는 공고의 낱말", "a word of the posting that you could show and do not"
    ),
    why=Message(
        "서류를 처음 보는 사람과 채용 시스템은 공고의 낱말부터 찾는다. 해 본 일인데 이 회사에 보내는 종이에 없으면 "
        "안 해 본 일과 같아진다.",
        "Whoever sorts applications, person or program, looks for the posting's words first. Work that you did but "
        "left off this page counts as work you never did.",
    ),
    good=(
        """
        base:
          projects:
            - {name: 쿠폰 효과 측정, highlights: [재구매율 31%를 지키며 쿠폰비 1.9억→1.3억 원]}
        profile: {company: {name: 물결페이}, keywords: [재구매]}
        """,
        """
        base:
          skills:
            - {name: 분석, keywords: [파이썬, A/B테스트]}
        profile: {company: {name: 물결페이}, keywords: [Python, 온라인 실험]}
        """,
        """
        base:
          projects:
            - {name: Parcel ETA, keywords: [LightGBM]}
        profile: {company: {name: Northgrove}, keywords: [Rust, Kubernetes]}
        """,
        """
        base:
          work:
            - {name: Tallow Bank, highlights: [{id: t.fraud, text: Cut card fraud from 12 to 5 cases a week}]}
          projects:
            - {id: ring, name: Fraud rings, outcome: 37 rings found}
        profile: {company: {name: Northgrove}, keywords: [fraud], drop: [ring]}
        """,
        """
        base:
          projects:
            - {id: demand, name: {ko: 수요 예측, en: Demand forecasting}}
        profile: {company: {name: Northgrove}, lang: en, keywords: [수요 예측]}
        """,
        """
        base:
          projects:
            - {id: demand, name: 재고 예측, highlights: [재고 부족 9%→4%]}
        profile: {company: {name: 물결페이}}
        """,
    ),
    bad=(
        """
        base:
          projects:
            - {id: coupon, name: 쿠폰 효과 측정, highlights: [재구매율 31%를 지키며 쿠폰비 1.9억→1.3억 원]}
            - {id: route, name: 배송 동선, highlights: [하루 공차 거리 38km→33km]}
        profile: {company: {name: 물결페이}, keywords: [재구매, 배송], pin: [route], limits: {projects: 1}}
        """,
        """
        base:
          projects:
            - {id: ring, name: Fraud rings, outcome: 37 rings found}
            - {id: eta, name: Parcel ETA, outcome: late parcels from 9% to 6%}
        profile: {company: {name: Northgrove}, keywords: [fraud], drop: [ring]}
        """,
        """
        base:
          skills:
            - {name: 파이프라인, keywords: [Airflow]}
          projects:
            - {id: mart, name: 정산 마트, outcome: 마감 3일→1일}
        profile: {company: {name: 물결페이}, keywords: [에어플로우], sections: [projects]}
        """,
        """
        base:
          work:
            - name: Tallow Bank
              highlights:
                - {id: tb.card, text: Cut losses by a third, alt: {ml: Cut losses by a third with real-time scoring}}
        profile: {company: {name: Northgrove}, keywords: [real-time]}
        """,
        """
        base:
          work:
            - name: 나들이랩
              highlights:
                - {id: n.ab, text: 예약 화면 A/B 테스트로 전환율 7.9%→8.6%, alt: {short: 예약 전환율 7.9%→8.6%}}
        profile: {company: {name: 물결페이}, keywords: [A/B 테스트], use: {n.ab: short}}
        """,
        """
        base:
          activities:
            - {id: talk, name: Talk on causal inference, tags: [teaching]}
          projects:
            - {id: mart, name: Finance mart, outcome: close cut from 5 days to 2}
        profile: {company: {name: Northgrove}, keywords: [causal inference], exclude: [teaching]}
        """,
    ),
    check=_check,
)
