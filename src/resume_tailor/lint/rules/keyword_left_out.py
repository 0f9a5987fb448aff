"""`keyword-left-out`: a word of the posting that the base can show and this resume does not."""

from collections.abc import Callable, Iterable, Iterator, Mapping

from resume_tailor import carriers
from resume_tailor.carriers import FACT, WORDING, Carrier, Step
from resume_tailor.keywords import carried
from resume_tailor.lint.careers import sent_words
from resume_tailor.lint.rule import Context, Finding, Group, Message, Rule, Scope
from resume_tailor.lint.subjects import Sent
from resume_tailor.model import Marked
from resume_tailor.problems import Severity
from resume_tailor.select import Decision

_MOST = 3  # items that a message names


def _check(sent: Sent, _context: Context) -> Iterator[Finding]:
    aliases = carriers.aliases_of(sent.profile)
    words = {word.value: word for word in sent.profile.keywords}
    said = [sent.text, *(one.text for one in sent_words(sent))]
    on_page = carried(words, said, aliases)
    found = carriers.find(sent.resume, [word for word in words if word not in on_page], sent.lang, aliases)
    decisions = {decision.id: decision for decision in sent.selection.decisions}
    for word, everything in found.items():
        if ready := [one for one in everything if one.id in decisions and one.how != FACT and not one.lang]:
            yield _finding(words[word], ready, decisions, sent)


def _finding(word: Marked[str], found: list[Carrier], decisions: Mapping[str, Decision], sent: Sent) -> Finding:
    """Return the finding; where one has dropped on purpose all that carries the word, it is only a remark."""
    first, *_ = found = sorted(found, key=lambda one: (carriers.by_name(decisions[one.id]), one.how == WORDING))
    names = list(dict.fromkeys(one.id for one in found))
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
        _hint(first, carriers.steps(first, decisions[first.id], sent.profile)),
        first.id,
        Severity.INFO if carriers.by_name(decisions[first.id]) else None,
    )


def _hint(one: Carrier, edits: Iterable[Step]) -> Message:
    """Return the edit that matters most of those that bring an item in."""
    by_kind = {carriers.UNWORD: Step(carriers.UNWORD, one.id), **{step.do: step for step in edits}}
    do = next(do for do in _HINTS if do in by_kind)
    return _HINTS[do](by_kind[do])


_HINTS: Mapping[str, Callable[[Step], Message]] = {  # the one that matters most first
    carriers.SECTION: lambda step: Message(f"sections에 {step.item} 넣기", f"add {step.item} to sections"),
    carriers.USE: lambda step: Message(
        f"그 말이 든 표현 고르기: use: {{{step.item}: {step.name}}}",
        f"choose the wording that has it: use: {{{step.item}: {step.name}}}",
    ),
    carriers.UNDROP: lambda step: Message(f"drop에서 {step.item} 빼기", f"take {step.item} out of drop"),
    carriers.PIN: lambda step: Message(
        f"pin에 {step.item} 넣기: pin: [{step.item}]", f"bring it in: pin: [{step.item}]"
    ),
    carriers.UNWORD: lambda step: Message(
        f"'{step.item}'에 다른 표현을 쓰고 있음: use나 reword를 지우거나 그 말을 살려 고쳐 쓰기",
        f"'{step.item}' is sent in another wording: delete its use or reword, or keep the word in it",
    ),
}


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
