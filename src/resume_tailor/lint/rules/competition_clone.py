"""`competition-clone`: a contest entry that shows the organiser's question and data, and a score."""

from resume_tailor.lint import generic
from resume_tailor.lint.rule import Group, Message, Rule, Scope
from resume_tailor.problems import Severity

RULE = Rule(
    name="competition-clone",
    group=Group.PROJECT,
    scope=Scope.PROJECT,
    severity=Severity.WARNING,
    summary=Message("주최 측이 문제와 데이터를 준 대회", "a contest whose question and data were given"),
    why=Message(
        "대회는 문제 정의와 데이터 수집을 대신 해 준다. 회사가 가장 알고 싶은 두 가지가 빠진 채 순위와 점수만 남으면, "
        "함께 참가한 수백 팀과 구별되지 않는다.",
        "A contest defines the problem and hands over the data: the two things an employer most wants to see you do. "
        "A score and a rank alone do not tell you from hundreds of other teams.",
    ),
    good=(
        "# 대회 운영\n\n사내 데이터 경진대회를 기획하고 출제, 임직원 140명이 참가",
        "# 심사 기준 개편\n\n해커톤 심사 위원으로 참가자 설문을 받아 평가표를 다시 설계",
        "# 배차 개선\n\n해커톤에서 나온 생각을 콜센터에 도입해 배차 실패 12%→7%, 지금도 운영 중",
        "# Grader\n\nI organised the department's forecasting competition and wrote the grader that 60 teams used.",
        (
            "# Route planner\n\n"
            "Grew out of a hackathon; rolled out to 4 depots, 230 drivers use it daily, fuel cost down from 31 to 27 "
            "cents a km."
        ),
        (
            "# Leak detector\n\n"
            "Our plant's sensors flagged leaks two days late; the alarm I built is in production and cut losses by 18%."
        ),
    ),
    bad=(
        "# 데이콘 풍력 발전량 예측 경진대회\n\nLightGBM 앙상블, Public 0.63, 상위 8%",
        "# 빅콘테스트 참가\n\n카드 매출 데이터를 분석해 예선 통과, 본선 진출 실패",
        "# 부스트캠프 재활용 품목 분류 대회\n\nSegmentation 모델 비교, Private LB 5등 / 19팀",
        "# Kaggle: Jane Street Market Prediction\n\nXGBoost and an autoencoder, top 12% on the private leaderboard",
        "# AI hackathon\n\nClassified the grievances in the sample file the organisers gave us; reached the finals",
        "# Playground Series entry\n\nStacked CatBoost and LightGBM, public LB 0.8812",
    ),
    check=generic.check(
        "competition-clone", Message("대회가 준 문제와 데이터로 읽힘", "shows a contest's question and data, not yours")
    ),
    plain=True,
)
