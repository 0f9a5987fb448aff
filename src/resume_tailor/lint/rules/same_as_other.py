"""`same-as-other`: what this company gets is in effect what another one gets."""

from collections.abc import Iterator

from resume_tailor.likeness import SAME_ABOVE, sameness
from resume_tailor.lint.rule import Context, Finding, Group, Message, Rule, Scope
from resume_tailor.lint.subjects import Sent
from resume_tailor.problems import Severity
from resume_tailor.select import Selection

_FIRST_LOOKS = ("summary", "projects")


def _check(sent: Sent, _context: Context) -> Iterator[Finding]:
    """Name the company that it is most like: set apart from that one, it mostly is from the rest too."""
    figures = {
        name: sameness(sent.selection, other)
        for name, other in sent.other_selections.items()
        if name != sent.profile.id and sent.selection.kept_ids()
    }
    other = max(figures, key=lambda name: figures[name], default="")
    if other and figures[other] > SAME_ABOVE:
        shown = min(round(figures[other], 2), 0.99) if figures[other] < 1 else 1.0  # 0.996 is not the same yet
        alike = [section for section in _FIRST_LOOKS if _same(section, sent.selection, sent.other_selections[other])]
        yield Finding(
            Message(
                f"'{other}'에 보내는 이력서와 거의 같음(같은 정도 {shown:.2f}, 똑같으면 1.00)",
                f"nearly the resume that '{other}' gets: sameness {shown:.2f}, of 1.00 for the very same",
            ),
            sent.profile.company.place,
            _hint(alike),
        )


def _same(section: str, a: Selection, b: Selection) -> bool:
    """Tell whether two selections show the same entries, in the same words, under a section."""
    was, now = dict(a.sections).get(section, ()), dict(b.sections).get(section, ())
    return bool(was) and [(e.id, e.texts) for e in was] == [(e.id, e.texts) for e in now]


def _hint(alike: list[str]) -> Message:
    ko = ["다른 소개를 쓰고(use: {summary: …})"] if "summary" in alike else []
    ko += ["프로젝트를 달리 고르고(pin, drop)"] if "projects" in alike else []
    en = ["use another summary (use: {summary: …})"] if "summary" in alike else []
    en += ["choose other projects (pin, drop)"] if "projects" in alike else []
    return Message(
        ", ".join([*ko, "이 회사가 먼저 보는 것을 앞에 두기(focus, keywords, sections)"]),
        "; ".join([*en, "put first what this company asks for (focus, keywords, sections)"]),
    )


RULE = Rule(
    name="same-as-other",
    group=Group.COMPANY,
    scope=Scope.SENT,
    severity=Severity.WARNING,
    summary=Message("다른 회사에 보내는 것과 거의 같은 이력서", "in effect the resume that another company gets"),
    why=Message(
        "회사마다 푸는 문제가 다른데 모두에게 같은 이력서를 보내면 어디에도 꼭 맞지 않는다. 같은 경력이라도 무엇을 "
        "먼저 보이고 무엇을 뺄지 정한 이력서가 서류를 더 잘 통과한다.",
        "Companies have different problems, and one resume for all fits none. The same career passes more often where "
        "somebody decided what this reader should see first and what to leave out.",
    ),
    good=(
        """
        base:
          basics: {name: 서이안, summary: {text: 문제부터 다시 정의하는 분석가, alt: {pay: 결제 실패를 줄여 온 분석가}}}
          projects:
            - {id: demand, name: 대여 수요 예측, outcome: 예측 오차 31%→22%, tags: [forecasting]}
            - {id: refund, name: 환불 사유 분류, outcome: 환불 처리 3일→1일, tags: [nlp]}
            - {id: funnel, name: 가입 이탈 개선, outcome: 가입 완료율 41%→52%, tags: [funnel]}
        profile: {company: {name: 물결페이}}
        """,
        """
        base:
          basics: {name: 서이안, summary: {text: 문제부터 다시 정의하는 분석가, alt: {pay: 결제 실패를 줄여 온 분석가}}}
          projects:
            - {id: demand, name: 대여 수요 예측, outcome: 예측 오차 31%→22%, tags: [forecasting]}
            - {id: refund, name: 환불 사유 분류, outcome: 환불 처리 3일→1일, tags: [nlp]}
            - {id: funnel, name: 가입 이탈 개선, outcome: 가입 완료율 41%→52%, tags: [funnel]}
        profile: {company: {name: 물결페이}, drop: [demand], use: {summary: pay}}
        others: {nadeul: {company: {name: 나들이랩}, drop: [refund, funnel]}}
        """,
        """
        base:
          projects:
            - {id: eta, name: Parcel ETA, outcome: late parcels down from 9% to 6%, tags: [forecasting]}
            - {id: churn, name: Win-back calls, outcome: renewals up from 61% to 66%, tags: [retention]}
            - {id: mart, name: Finance mart, outcome: month-end close cut from 5 days to 2, tags: [pipeline]}
        profile: {company: {name: Northgrove}, drop: [churn]}
        others: {tallow: {company: {name: Tallow Bank}, drop: [eta, mart]}}
        """,
        """
        base:
          projects:
            - {id: eta, name: Parcel ETA, outcome: late parcels down from 9% to 6%, tags: [forecasting]}
            - {id: churn, name: Win-back calls, outcome: renewals up from 61% to 66%, tags: [retention]}
            - {id: mart, name: Finance mart, outcome: month-end close cut from 5 days to 2, tags: [pipeline]}
        profile: {company: {name: Northgrove}, focus: [pipeline, retention], limits: {projects: 1}}
        others: {tallow: {company: {name: Tallow Bank}, focus: [forecasting]}}
        """,
        """
        base:
          basics: {name: 서이안, summary: {text: 문제부터 다시 정의하는 분석가, alt: {pay: 결제 실패를 줄여 온 분석가}}}
          projects:
            - {id: demand, name: 대여 수요 예측, outcome: 예측 오차 31%→22%, tags: [forecasting]}
            - {id: refund, name: 환불 사유 분류, outcome: 환불 처리 3일→1일, tags: [nlp]}
            - {id: funnel, name: 가입 이탈 개선, outcome: 가입 완료율 41%→52%, tags: [funnel]}
        profile: {company: {name: 물결페이}, focus: [funnel, nlp], use: {summary: pay}}
        others: {nadeul: {company: {name: 나들이랩}, sections: [projects], focus: [forecasting]}}
        """,
        """
        base:
          projects:
            - {id: eta, name: Parcel ETA, outcome: late parcels down from 9% to 6%, tags: [forecasting]}
            - {id: churn, name: Win-back calls, outcome: renewals up from 61% to 66%, tags: [retention]}
            - {id: mart, name: Finance mart, outcome: month-end close cut from 5 days to 2, tags: [pipeline]}
        profile: {company: {name: Northgrove}, drop: [eta, churn, mart]}
        others: {tallow: {company: {name: Tallow Bank}, drop: [eta, churn, mart]}}
        """,
    ),
    bad=(
        """
        base:
          basics: {name: 서이안, summary: {text: 문제부터 다시 정의하는 분석가, alt: {pay: 결제 실패를 줄여 온 분석가}}}
          projects:
            - {id: demand, name: 대여 수요 예측, outcome: 예측 오차 31%→22%, tags: [forecasting]}
            - {id: refund, name: 환불 사유 분류, outcome: 환불 처리 3일→1일, tags: [nlp]}
            - {id: funnel, name: 가입 이탈 개선, outcome: 가입 완료율 41%→52%, tags: [funnel]}
        profile: {company: {name: 물결페이}}
        others: {nadeul: {company: {name: 나들이랩}}}
        """,
        """
        base:
          basics: {name: 서이안, summary: {text: 문제부터 다시 정의하는 분석가, alt: {pay: 결제 실패를 줄여 온 분석가}}}
          projects:
            - {id: demand, name: 대여 수요 예측, outcome: 예측 오차 31%→22%, tags: [forecasting]}
            - {id: refund, name: 환불 사유 분류, outcome: 환불 처리 3일→1일, tags: [nlp]}
            - {id: funnel, name: 가입 이탈 개선, outcome: 가입 완료율 41%→52%, tags: [funnel]}
        profile: {company: {name: 물결페이}, focus: [forecasting]}
        others: {nadeul: {company: {name: 나들이랩}, focus: [forecasting, nlp]}}
        """,
        """
        base:
          projects:
            - {id: eta, name: Parcel ETA, outcome: late parcels down from 9% to 6%, tags: [forecasting]}
            - {id: churn, name: Win-back calls, outcome: renewals up from 61% to 66%, tags: [retention]}
            - {id: mart, name: Finance mart, outcome: month-end close cut from 5 days to 2, tags: [pipeline]}
        profile: {company: {name: Northgrove}, lang: en}
        others: {tallow: {company: {name: Tallow Bank}, lang: en}}
        """,
        """
        base:
          projects:
            - {id: eta, name: Parcel ETA, outcome: late parcels down from 9% to 6%, tags: [forecasting]}
            - {id: churn, name: Win-back calls, outcome: renewals up from 61% to 66%, tags: [retention]}
            - {id: mart, name: Finance mart, outcome: month-end close cut from 5 days to 2, tags: [pipeline]}
        profile: {company: {name: Northgrove}, keywords: [renewals], sections: [projects]}
        others: {tallow: {company: {name: Tallow Bank}, keywords: [win-back]}}
        """,
        """
        base:
          basics: {name: 서이안, summary: {text: 문제부터 다시 정의하는 분석가, alt: {pay: 결제 실패를 줄여 온 분석가}}}
          projects:
            - {id: demand, name: 대여 수요 예측, outcome: 예측 오차 31%→22%, tags: [forecasting]}
            - {id: refund, name: 환불 사유 분류, outcome: 환불 처리 3일→1일, tags: [nlp]}
            - {id: funnel, name: 가입 이탈 개선, outcome: 가입 완료율 41%→52%, tags: [funnel]}
        profile: {company: {name: 물결페이}, use: {summary: pay}}
        others:
          nadeul: {company: {name: 나들이랩}, drop: [refund, funnel]}
          onmaru: {company: {name: 온마루}}
        """,
        """
        base:
          projects:
            - {id: eta, name: Parcel ETA, outcome: late parcels down from 9% to 6%, tags: [forecasting]}
            - {id: churn, name: Win-back calls, outcome: renewals up from 61% to 66%, tags: [retention]}
            - {id: mart, name: Finance mart, outcome: month-end close cut from 5 days to 2, tags: [pipeline]}
        profile: {company: {name: Northgrove}, drop: [mart]}
        others: {tallow: {company: {name: Tallow Bank}, drop: [mart], template: classic}}
        """,
    ),
    check=_check,
)
