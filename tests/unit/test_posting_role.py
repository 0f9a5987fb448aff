"""The role by the duties, why, the experience asked for, and what is worth saying beyond."""

import pytest

from resume_tailor.posting import identify_role
from resume_tailor.posting.reading import read_posting
from resume_tailor.posting.remarks import remarks
from resume_tailor.posting.report import strongest, years
from resume_tailor.posting.role import role_of, titled_roles
from resume_tailor.posting.roles import roles

# Role -> postings, a Korean one first. Where the title says something else than the duties, so does `MISLEADING`.
POSTINGS = {
    "product-analyst": [
        """프로덕트 분석가
주요업무
- 신규 가입자의 온보딩 퍼널을 분석해 이탈 지점을 찾는다
- PM과 함께 A/B 테스트를 설계하고 결과를 해석한다
- 서비스 핵심 지표를 정의하고 이벤트 로그를 설계한다
자격요건
- SQL, Amplitude 사용 경험""",
        """AI Data Scientist
What you'll do
- Own retention and activation metrics for the mobile app
- Partner with product managers to design and analyze A/B tests
- Find where users drop out of the signup funnel and why
Requirements
- Advanced SQL, experience with Mixpanel""",
    ],
    "business-analyst": [
        """데이터 사이언티스트 (사업전략)
담당업무
- 지점별 매출과 비용 구조를 분석해 손익 개선 과제를 찾습니다
- 경영진의 의사결정을 위한 지표와 리포트를 제공합니다
- 가격 정책과 운영 정책을 제안하고 효과를 점검합니다
자격요건
- 엑셀과 SQL 활용 능력""",
        """Business Analyst
Responsibilities
- Analyze revenue and cost drivers across regions and recommend actions to executives
- Track operational KPIs with the operations team and lead process improvement
- Support strategic decisions with market analysis
Requirements
- SQL and Excel""",
    ],
    "data-analyst": [
        """데이터 분석가
주요업무
- 사내 요청에 맞춰 데이터를 추출하고 분석해 인사이트를 제공합니다
- Tableau 대시보드를 제작하고 운영합니다
- 정기 보고서를 작성하고 자동화합니다
자격요건
- SQL 활용 능력""",
        """AI Specialist
What you will do
- Build and maintain Power BI dashboards for several departments
- Prepare weekly and monthly reports and answer ad hoc requests
- Present findings and insights to stakeholders
What we look for
- SQL and Excel""",
        """머신러닝 엔지니어
하는 일
- 부서에서 요청한 데이터를 추출하고 분석해 보고서를 작성합니다
- 매체 성과 대시보드를 만들고 운영합니다
- 주간 리포트를 자동화합니다
필요한 것
- SQL, 태블로""",
    ],
    "data-scientist": [
        """데이터 분석가
주요업무
- 점포별 수요 예측 모델을 개발하고 고도화합니다
- 머신러닝 기법으로 이탈 고객을 예측하는 모델을 만듭니다
- 재고 배분을 위한 최적화 알고리즘을 연구합니다
자격요건
- Python, scikit-learn""",
        """Data Scientist
Responsibilities
- Develop predictive models of claim risk with statistical and machine learning techniques
- Improve time series forecasting models for demand
- Run causal inference where experiments are not possible
Requirements
- Python, R, strong statistics""",
    ],
    "research-scientist": [
        """AI 엔지니어
주요업무
- 새로운 음성 합성 알고리즘을 연구하고 논문을 국제 학회에 투고합니다
- 최신 논문을 구현하고 SOTA 성능을 재현합니다
- 특허를 출원합니다
자격요건
- 석박사 또는 이에 준하는 연구 실적
- PyTorch""",
        """Research Scientist
What you'll do
- Conduct research on novel architectures for multimodal foundation models
- Publish papers at top-tier conferences such as NeurIPS and CVPR
- Share research findings with the community
Requirements
- PhD in computer science""",
    ],
    "ml-engineer": [
        """데이터 사이언티스트
주요업무
- 추천 모델을 실서비스 API로 배포하고 운영합니다
- 추론 속도를 높이기 위해 모델을 경량화하고 최적화합니다
- 학습 파이프라인을 개발합니다
자격요건
- PyTorch, FastAPI, Docker""",
        """Machine Learning Engineer
Responsibilities
- Deploy ranking models to production services and keep latency low
- Optimize inference with TensorRT and Triton
- Build training pipelines for search models
Requirements
- PyTorch, Kubernetes, software engineering""",
    ],
    "data-engineer": [
        """데이터 엔지니어
주요업무
- Kafka와 Spark로 실시간 데이터 파이프라인을 구축합니다
- 데이터 레이크와 웨어하우스를 설계하고 운영합니다
- Airflow 배치 작업을 관리합니다
자격요건
- Java 또는 Scala""",
        """AI Data Scientist
Responsibilities
- Design and build ETL data pipelines into our data warehouse
- Operate Kafka clusters and streaming ingestion systems
- Tune database performance
Requirements
- Spark, Airflow, Terraform""",
        """[신입/경력] AI 서비스 분석가 (Data Analyst)
하는 일
- 로그 수집 시스템과 ETL 파이프라인을 개발합니다
- 하둡 클러스터를 운영하고 대용량 데이터를 적재합니다
- 데이터 웨어하우스 스키마를 설계합니다
필요한 것
- Spark, Hive""",
    ],
    "mlops-engineer": [
        """AI 엔지니어
주요업무
- 모델 배포 자동화와 CI/CD 파이프라인을 구축합니다
- GPU 클러스터의 자원을 관리하고 학습 환경을 제공합니다
- 모델 성능 모니터링과 드리프트 감지 체계를 운영합니다
자격요건
- Kubernetes, MLflow, ArgoCD""",
        """ML Platform Engineer
Responsibilities
- Build the model registry, feature store and experiment tracking for data scientists
- Operate GPU clusters on Kubernetes
- Automate model deployment, retraining and drift monitoring
Requirements
- Kubeflow, Terraform, Prometheus""",
    ],
    "analytics-engineer": [
        """애널리틱스 엔지니어
주요업무
- dbt로 데이터 마트를 설계하고 모델링합니다
- 전사 지표 정의를 표준화하고 데이터 카탈로그를 관리합니다
- 분석가를 위한 셀프서비스 BI 환경을 구축합니다
자격요건
- SQL, BigQuery, Looker""",
        """Data Engineer
What you'll do
- Model raw data into data marts with dbt that analysts trust
- Maintain the semantic layer and metric definitions in LookML
- Document data models and write dbt tests for data quality
Requirements
- SQL, Snowflake, Git""",
    ],
    "performance-marketer": [
        """데이터 마케터 (AI 그로스)
주요업무
- 구글·메타 광고 캠페인을 집행하고 예산을 배분합니다
- ROAS와 CPA를 개선하기 위해 광고 소재를 테스트합니다
- 신규 유저 획득 채널을 발굴합니다
자격요건
- Google Ads, AppsFlyer 사용 경험""",
        """Growth Data Analyst
What you'll do
- Plan and run paid search and paid social campaigns across Google Ads and Meta Ads
- Manage budget allocation and bids to improve ROAS and CAC
- Test creatives and landing pages
Requirements
- Experience with GTM and attribution tools""",
    ],
    "crm-marketer": [
        """CRM 마케터
주요업무
- 고객 세그먼트별 앱푸시와 알림톡 캠페인을 기획하고 발송합니다
- 휴면 고객의 재구매를 높이는 프로모션을 운영합니다
- 멤버십 등급과 쿠폰 혜택을 설계합니다
자격요건
- Braze 사용 경험""",
        """Data-Driven Growth Manager
Responsibilities
- Own lifecycle email and push campaigns that win back dormant customers
- Build customer segments and personalized messages in Braze
- Design the loyalty program and its rewards
Requirements
- CRM experience""",
    ],
    "other": [
        """AI 데이터 솔루션 매니저
주요업무
- 잠재 고객을 발굴하고 제안서를 작성해 계약을 따냅니다
- 고객사 미팅과 제품 데모를 진행합니다
- 분기 매출 목표를 달성합니다
자격요건
- B2B 영업 경력 3년 이상""",
        """AI Data Trainer
Responsibilities
- Label images and draw bounding boxes following the annotation guide
- Review the work of other annotators and report quality
- Transcribe short audio clips
Requirements
- Good typing skills""",
        """데이터 사이언티스트 교육 콘텐츠 PD
주요업무
- 데이터 강의 영상을 기획하고 촬영, 편집합니다
- 강사를 섭외하고 커리큘럼 일정을 관리합니다
자격요건
- 프리미어, 포토샵 사용 가능자""",
        """Clinical Data Scientist
Duties
- Manage clinical trial data in the EDC and review queries
- Design case report forms (CRF) with the study team
- Prepare documents for audits
Requirements
- CDISC and MedDRA""",
    ],
}
MISLEADING = frozenset(
    {
        "AI Data Scientist",
        "데이터 사이언티스트 (사업전략)",
        "AI Specialist",
        "데이터 분석가",
        "AI 엔지니어",
        "데이터 사이언티스트",
        "Data Engineer",
        "Growth Data Analyst",
        "Data-Driven Growth Manager",
        "AI 데이터 솔루션 매니저",
        "AI Data Trainer",
        "[신입/경력] AI 서비스 분석가 (Data Analyst)",
        "머신러닝 엔지니어",
    }
)

CASES = [(role, text) for role, texts in POSTINGS.items() for text in texts]
IDS = [f"{role}: {text.splitlines()[0]}" for role, text in CASES]


def titled(text):
    return next(iter(titled_roles(text.splitlines()[0])), "")


@pytest.mark.parametrize(("role", "text"), CASES, ids=IDS)
def test_the_role_is_told_by_the_duties(role, text):
    assert identify_role(text).role == role


def test_every_role_is_tried_in_both_languages_and_many_titles_mislead():
    assert sorted(POSTINGS) == sorted(roles())
    for texts in POSTINGS.values():
        assert {read_posting(text).lang for text in texts} == {"ko", "en"}
    misled = {text.splitlines()[0] for role, text in CASES if titled(text) != role}
    assert misled == MISLEADING
    assert len(MISLEADING) >= 8


@pytest.mark.parametrize(("role", "text"), CASES, ids=IDS)
def test_the_evidence_quotes_lines_that_are_there_and_words_that_stand_in_them(role, text):
    reading = identify_role(text)
    lines = text.splitlines()
    assert strongest(reading)
    for one in reading.evidence:
        assert one.line.text in lines[one.line.number - 1]
        assert one.words
        assert one.weight > 0


@pytest.mark.parametrize(("role", "text"), CASES, ids=IDS)
def test_headings_in_other_styles_change_nothing(role, text):
    title, heading, *rest = text.splitlines()
    for style in ("[{}]", "## {}", "**{}**", "{}:", "■ {}"):
        assert identify_role("\n".join([title, style.format(heading), *rest])).scores == identify_role(text).scores


# --- the title ---


@pytest.mark.parametrize(
    ("title", "named"),
    [
        ("데이터 분석가", {"data-analyst": 1.0}),
        ("[모아] Data Analyst", {"data-analyst": 1.0}),
        ("데이터 사이언티스트 (데이터 분석가)", {"data-scientist": 1.0, "data-analyst": 0.5}),
        ("데이터 엔지니어 / MLOps 엔지니어", {"mlops-engineer": 1.0, "data-engineer": 0.5}),
        ("데이터 분석 강사", {"other": 1.0, "data-analyst": 0.3}),
        ("회계 담당", {}),
        ("", {}),
    ],
)
def test_a_title_names_roles_the_one_outside_brackets_first(title, named):
    assert titled_roles(title) == named


def test_a_title_alone_is_believed_for_there_is_nothing_else():
    reading = identify_role("데이터 분석가")
    assert (reading.role, reading.titled, reading.evidence, reading.years) == ("data-analyst", "data-analyst", (), None)


@pytest.mark.parametrize("text", ["", "\n", "점심 메뉴\n\n- 김밥\n- 라면\n- 떡볶이", "lorem ipsum\n\ndolor sit amet"])
def test_what_says_nothing_of_data_work_is_other(text):
    assert identify_role(text).role == "other"


def test_the_same_sentence_again_never_outweighs_another():
    once = "분석가\n주요업무\n- 데이터 파이프라인을 구축합니다\n"
    again = once + "- 데이터 파이프라인을 구축합니다\n" * 3000
    assert identify_role(again).scores["data-engineer"] < 3 * identify_role(once).scores["data-engineer"]


# --- experience ---


def asked(line, title="데이터 분석가"):
    found = identify_role(f"{title}\n\n주요업무\n- 지표 정의\n\n자격요건\n- {line}").years
    return found and (found.least, found.most)


@pytest.mark.parametrize(
    ("line", "span"),
    [
        ("데이터 분석 경력 3년 이상", (3, None)),
        ("3년차 이상", (3, None)),
        ("만 5년↑", (5, None)),
        ("최소 3년의 실무 경험", (3, None)),
        ("경력 2~8년", (2, 8)),
        ("경력 3 – 7년", (3, 7)),
        ("5년 이상 10년 이하", (5, 10)),
        ("5년 이상~10년 미만", (5, 10)),
        ("1~3년차", (1, 3)),
        ("3년 미만", (0, 3)),
        ("0~2년", (0, 2)),
        ("신입", (0, 1)),
        ("인턴 3개월 후 평가", (0, 1)),
        ("졸업예정자", (0, 1)),
        ("신입/경력", (0, None)),
        ("신입 지원 가능", (0, None)),
        ("신입 또는 경력 3년 이상", (0, None)),
        ("경력 무관", (0, None)),
        ("경력: 무관", (0, None)),
        ("3+ years of experience", (3, None)),
        ("5-7 years of experience", (5, 7)),
        ("3 to 5 years in analytics", (3, 5)),
        ("at least two years of experience", (2, None)),
        ("minimum of three (3) years", (3, None)),
        ("Experience: 4 years", (4, None)),
        ("2 yrs of relevant experience", (2, None)),
        ("up to 3 years", (0, 3)),
        ("entry-level", (0, 1)),
        ("No experience required", (0, 1)),
        ("100년 기업의 데이터를 다룹니다", None),
        ("1969년 창립", None),
        ("3년 연속 수상한 팀", None),
        ("4년제 대학 졸업", None),
        ("99년 이상", None),
        ("통계 지식", None),
        ("internal tools", None),
    ],
)
def test_experience_is_read_as_a_span_of_years(line, span):
    assert asked(line) == span


@pytest.mark.parametrize(
    ("title", "span"),
    [
        ("데이터 분석가 (3년 이상)", (3, None)),
        ("데이터 분석가 [신입]", (0, 1)),
        ("데이터 분석가 (신입/경력)", (0, None)),
        ("주니어 데이터 분석가", (0, 3)),
        ("Junior Data Analyst", (0, 3)),
    ],
)
def test_experience_may_stand_in_the_title(title, span):
    assert asked("SQL", title) == span


def test_figures_go_before_words():
    assert asked("경력 3년 이상", "데이터 분석가 (주니어)") == (3, None)


@pytest.mark.parametrize(
    ("line", "ko", "en"),
    [
        ("3년 이상", "3년 이상", "3 years or more"),
        ("1년 이상", "1년 이상", "1 year or more"),
        ("2~8년", "2–8년", "2–8 years"),
        ("3년 미만", "3년까지", "up to 3 years"),
        ("신입", "신입", "newcomers"),
        ("경력 무관", "신입도 됨", "newcomers too"),
    ],
)
def test_experience_is_told_in_words(line, ko, en):
    found = identify_role(f"분석가\n자격요건\n- {line}").years
    assert (years(found, "ko"), years(found, "en")) == (ko, en)


# --- remarks ---


def told(text, own_years=None, lang="en"):
    posting = read_posting(text)
    return [(one.kind, one.to(lang)) for one in remarks(posting, role_of(posting), own_years)]


MLOPS = (
    "newcomer",
    "hardly anyone hires a new MLOps engineer: ML and data engineers move into it. If you are new, aim at those first",
)
UMBRELLA = (
    "umbrella",
    "many companies call product and business analysts data analysts: ask which team it serves and what it decides",
)
PLATFORM = POSTINGS["mlops-engineer"][1]


def test_a_title_that_says_another_role_is_remarked():
    text = POSTINGS["ml-engineer"][0]
    assert told(text) == [
        (
            "title",
            "the title says data scientist, the duties are those of a machine learning engineer: go by the duties",
        )
    ]
    assert told(text, lang="ko") == [
        (
            "title",
            (
                "제목은 데이터 사이언티스트이지만 하는 일은 머신러닝 엔지니어의 일: "
                "제목의 말에 끌리지 말고 하는 일을 볼 것"
            ),
        )
    ]


def test_a_data_title_on_other_work_is_remarked():
    text = "데이터 사이언티스트\n주요업무\n- 잠재 고객을 발굴하고 계약을 따냅니다\n- 고객사 미팅과 데모를 진행합니다"
    assert told(text) == [("title", "the title says data scientist, but the duties are not data work")]


def test_a_close_second_is_remarked():
    text = "연구 담당\n주요업무\n- 데이터 파이프라인을 구축합니다\n- dbt로 데이터 마트를 설계합니다"
    assert told(text) == [("close", "nearly as much of it is the work of an analytics engineer")]


def test_work_that_is_no_data_work_may_be_the_close_second_or_the_title():
    duties = "주요업무\n- 데이터 파이프라인을 구축합니다\n- 고객사 미팅과 데모를 진행합니다"
    assert told(f"담당자\n{duties}") == [("close", "nearly as much of it is no data work")]
    assert told("영업 담당\n주요업무\n- 데이터 파이프라인을 구축합니다\n- 데이터 레이크를 운영합니다\n- MLOps") == [
        ("title", "the title names no data job, but the duties are those of a data engineer")
    ]


def test_english_names_have_their_article():
    text = "Data Analyst\n" + PLATFORM.partition("\n")[2]
    assert (
        told(text)[0][1] == "the title says data analyst, the duties are those of an MLOps engineer: go by the duties"
    )


@pytest.mark.parametrize(
    ("line", "own_years", "remarked"),
    [
        ("Kubernetes", None, True),
        ("entry-level", None, True),
        ("1+ years", None, True),
        ("5+ years", None, False),
        ("5+ years", 0.5, True),
        ("Kubernetes", 1.9, True),
        ("Kubernetes", 2.0, False),
        ("entry-level", 7.0, False),
    ],
)
def test_a_newcomer_is_told_about_mlops_by_their_own_years_or_else_by_those_asked_for(line, own_years, remarked):
    assert told(f"{PLATFORM}\n- {line}", own_years) == [MLOPS] * remarked


def test_data_analyst_is_told_to_be_an_umbrella():
    assert told(POSTINGS["data-analyst"][0]) == [UMBRELLA]


def test_no_duties_are_remarked_and_nothing_else():
    assert told("MLOps 엔지니어") == [("title-only", "it tells no duties: judged by its title alone")]


def test_a_text_too_long_for_a_posting_is_remarked():
    kinds = [kind for kind, _ in told(POSTINGS["data-analyst"][0] + "\n- 가나다라마바사" * 20_000)]
    assert kinds == ["long", "umbrella"]
