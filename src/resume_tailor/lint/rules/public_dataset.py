"""`public-dataset`: a project on data that everybody has, with nothing of one's own. The rule this tool is known by."""

from resume_tailor.lint import generic
from resume_tailor.lint.rule import Group, Message, Rule, Scope
from resume_tailor.problems import Severity

RULE = Rule(
    name="public-dataset",
    group=Group.PROJECT,
    scope=Scope.PROJECT,
    severity=Severity.ERROR,
    summary=Message("누구나 하는 공개 데이터셋 프로젝트", "a project on a public dataset that everybody has done"),
    why=Message(
        "같은 데이터, 같은 순서의 프로젝트를 채용 담당자는 하루에도 여러 번 본다. 무엇이 궁금했는지, 데이터를 어떻게 "
        "구했는지, 결과를 누가 썼는지가 없으면 이 사람을 뽑을 까닭이 되지 못하고, 다른 좋은 프로젝트의 자리까지 "
        "빼앗는다.",
        "A hiring manager sees the same data worked in the same order many times a week. Without a question, data or "
        "users of your own it is no reason to hire you, and it takes the place of work that is.",
    ),
    good=(
        (
            "# 자취방 곰팡이 지도\n\n"
            "학교 앞 원룸 63곳의 온습도를 센서로 직접 기록해 곰팡이가 피는 조건을 찾음. 총학생회가 이사철 안내문에 사용"
        ),
        (
            "# 홍채 인식 출입 통제\n\n"
            "물류센터 협력사 직원 1,200명이 쓰는 iris 인식 단말의 오거부율을 4.1%에서 0.9%로 낮춤 (Iris recognition, "
            "현장 배포)"
        ),
        (
            "# 시계열 보정 방법 연구\n\n"
            "제안 방법을 CIFAR-10과 MNIST 벤치마크에서 평가해 보정 오차 감소를 확인, 석사 학위 논문으로 국내 "
            "학술대회에 게재"
        ),
        (
            "# 보스턴 사무소 이전\n\n"
            "Moved our Boston office's warehouse loads to the new cluster; nightly runs fell from 6 hours to 50 minutes"
        ),
        (
            "# Titanic museum queues\n\n"
            "Counted visitors by hand at the Titanic exhibition for six weeks and changed the slots; average wait fell "
            "from 34 to 19 minutes."
        ),
        (
            "# Bike rack finder\n\n"
            "Joined the city's public bike data with 900 rack photos our club collected; used daily by 310 couriers."
        ),
        (
            "projects:\n  - name: 대여 수요 예측\n    entity: 가람모빌리티\n"
            "    description: 따릉이 대여 이력을 비교 기준으로 둔 자사 자전거 수요 예측\n"
            "work:\n  - name: 가람모빌리티\n    position: 데이터 분석가"
        ),
    ),
    bad=(
        "# 타이타닉 생존자 예측\n\n성별과 나이로 생존 여부를 예측, 랜덤 포레스트 정확도 82%",
        "# Iris classification\n\nClassified iris species with KNN and SVM in scikit-learn. Accuracy 97%.",
        "# 손글씨 숫자 분류\n\nMNIST 데이터로 CNN을 학습해 정확도 99.1% 달성",
        (
            "# House Price Prediction\n\n"
            "Predicted house prices with linear regression, random forest and XGBoost on the Ames Housing data from "
            "Kaggle. RMSE 0.13"
        ),
        "# 영화 추천 시스템\n\n무비렌즈 평점으로 협업 필터링과 SVD를 구현하고 RMSE 비교",
        (
            "# Telco churn\n\n"
            "EDA, preprocessing and model comparison (logistic regression, XGBoost) on the Telco customer churn "
            "dataset. AUC 0.84"
        ),
        (
            "# 신용카드 사기 탐지\n\n"
            "캐글의 신용카드 거래 284,807건에서 SMOTE로 불균형을 처리하고 LightGBM으로 분류, F1 0.86"
        ),
        (
            "projects:\n  - name: 붓꽃 품종 분류\n"
            "    description: 꽃받침과 꽃잎 길이로 세 품종을 분류\n    keywords: [scikit-learn]"
        ),
    ),
    check=generic.check(
        "public-dataset", Message("누구나 하는 프로젝트로 읽힘", "reads like a project that everybody has done")
    ),
    plain=True,
)
