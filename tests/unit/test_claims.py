"""What counts as the same fact, in Korean and English, and what as a new one."""

import unicodedata

import pytest

from resume_tailor.claims import Claim, Known, new_claims

KNOWN = Known(
    technologies=frozenset({"Vertica", "dbt", "확률 보정", "Switchback experiments"}),
    employers=frozenset({"모아드라이브", "Moadrive", "(주)라인", "Dampuk Market, Inc."}),
    titles=frozenset({"데이터 분석가", "Data Scientist"}),
    schools=frozenset({"서림대학교", "Seorim University"}),
)


def claims(new, *held):
    return [(claim.kind, claim.text) for claim in new_claims(new, held, KNOWN)]


def pairs(table):
    """A line is what is said anew, a bar, and what is held."""
    return pytest.mark.parametrize(
        ("new", "held"), [tuple(line.split(" | ")) for line in table.strip().splitlines()], ids=str
    )


@pairs("""
1,200명 | 1200명
1.2천 명 | 1,200명
천이백 명 | 1,200명
두 배 | 2배
세 명 | 3명
열두 명 | 12명
three engineers | 3명
twenty-five people | 25명
two hundred users | 200명
a dozen users | 12명
절반 | 50%
half of the cars | 절반
3분의 1 | a third of users
비용을 1/4로 | 25%
doubled | 2x
tripled | 3배
twice as many | 2배
three times | 3회
hundreds of users | 수백 명
장애 0건 | no incidents
1대당 | per car
""")
def test_a_number_in_words_or_digits_is_the_same(new, held):
    assert claims(new, held) == []


@pairs("""
3만 | 30,000
3만5천 원 | 35,000원
3만 5,000원 | 3.5만 원
20만 건 | 200K rentals
1.2억 원 | KRW 120M
1억 2천만 원 | 1.2억 원
₩120M | 1.2억 원
120 million won | 1.2억 원
$1.5M | USD 1,500,000
$1.5 million | 150만 달러
3→3.5만 원 | 3만→3.5만 원
KRW 180M to 160M a month | 1.8억→1.6억 원
매출 3억 | 매출 3억 원
""")
def test_a_scale_or_a_currency_by_another_name_is_the_same(new, held):
    assert claims(new, held) == []


@pairs("""
41 percent | 41%
41퍼센트 | 41%
41 percentage points | 41%p
41%포인트 | 41%p
41 pp | 41%p
1.2 points | 1.2%p
180ms | 0.18초
90분 | 1.5시간
1시간 30분 | 90 minutes
2주 | 14일
1년 6개월 | 18개월
1년 반 | 18 months
이틀 | two days
반년 | half a year
48 bad-weather days | 48일
한 달 만에 | in one month
8+ years | 8년 이상
30만 원 이하 | under KRW 300K
7종 | 7개
62 areas | 62곳
22 predicted sure-buyers | 22명
800m | 0.8km
""")
def test_a_unit_by_another_name_is_the_same(new, held):
    assert claims(new, held) == []


@pairs("""
2023년 3월 | 2023-03
2023.03 | March 2023
Mar 2023 | 2023-03
since March 2023 | 2023.03.15
2023년 | 2023-03
2023년 1분기 | 2023-03
Q1 2023 | 2023년 1분기
3월 | 2023-03
2025년 상반기 | H1 2025
'23년 | 2023
오후 3시 | 3 pm
15:00 | 오후 3시
9시 40분 | 9:40
""")
def test_a_date_or_a_time_by_another_name_or_less_precise_is_no_claim(new, held):
    assert claims(new, held) == []


@pairs("""
8%에서 11%로 | 8%→11%
from 8% to 11% | 8%→11%
8→11% | 8%→11%
8~11% | 8–11%
8%였던 재구매율을 11%로 | 8%→11%
83% of the time against 64% | 64%→83%
from 5 days to 2 | 5일→2일
down to KRW 19M from KRW 58M | 5,800만→1,900만 원
5%→100% | 5%→50%→100%
5% 감소 | -5%
6.8% 성장 | revenue up 6.8%
31%를 떨어뜨리지 않고 | 31% 유지
without raising the rate of 4.1% | 4.1% 유지
cut the rate by 5% and improved recall | 5% 감소
""")
def test_a_change_in_other_words_is_the_same(new, held):
    assert claims(new, held) == []


@pairs("""
SQL을 | sql
파이썬으로 | Python
스파크와 카프카 | Spark, Kafka
machine learning | 머신러닝
ML 모델 | 머신 러닝 모델
챗GPT | ChatGPT
AB 테스트 | A/B testing
sklearn | scikit-learn
Airflow·MLflow | Airflow/MLflow
API 3개 | APIs 3개
정수계획 모형 | an integer program
Looker | Looker Studio
확률 보정 | 확률을 보정
Python 3.11 | Python 3.11
Python | Python 3.11
p95 응답 | p95 latency
Uses Redis on Fridays in May | Redis를 사용, 2023년 5월
하이브리드 방식 | 방식
""")
def test_a_technology_by_another_name_is_the_same(new, held):
    assert claims(new, held) == []


@pairs("""
분석가 5명 팀 리드 | Led five analysts
분석가 팀을 이끎 | 분석가 팀 운영
책임감 있게 처리 | 처리
리드 타임 단축 | 단축
온라인 주문 | 주문
세대별 분석, 사건 분류, 만기 고객, 구조 개선 | 분석, 분류, 고객, 개선
여러 대회 일정, 백일장 | 일정
""")
def test_a_word_that_only_looks_like_a_claim_is_none(new, held):
    assert claims(new, held) == []


@pairs("""
재작업 34%→12%로 줄인 5명의 분석가 팀 | 분석가 5명 팀, 재작업 비율 34%→12%
재구매율 8% | 재구매율 8%→11%
10명 | 10명 이상
10명 | 약 10명
약 10명 | 10명
회귀 모델 | Python, SQL로 회귀 모델 구현
""")
def test_facts_may_be_lost_and_stand_in_another_order(new, held):
    assert claims(new, held) == []


CHANGED = [
    ("1,300명", "1,200명", "count", "1,300명"),
    ("five engineers", "four engineers", "count", "five engineers"),
    ("a dozen users", "11명", "count", "a dozen users"),
    ("세 배", "두 배", "number", "세 배"),
    ("tripled", "doubled", "number", "tripled"),
    ("halved", "doubled", "percentage", "halved"),
    ("수십 명", "10명", "count", "수십 명"),
    ("0.79", "0.74", "number", "0.79"),
    ("7%", "6.8%", "percentage", "7%"),
    ("1.3억 원", "1.2억 원", "money", "1.3억 원"),
    ("KRW 130M", "1.2억 원", "money", "KRW 130M"),
    ("58K", "58M", "number", "58K"),
    ("4개월", "3개월", "duration", "4개월"),
    ("in one month", "soon", "duration", "one month"),
    ("2022년", "2023년", "date", "2022년"),
    ("2023년 4월", "2023-03", "date", "2023년 4월"),
    ("since March 2022", "March 2023", "date", "March 2022"),
    ("오후 9시", "오전 9시", "date", "오후 9시"),
    ("3rd cohort", "2기", "count", "3rd"),
]


@pytest.mark.parametrize(("new", "held", "kind", "word"), CHANGED)
def test_a_changed_number_is_a_claim(new, held, kind, word):
    assert claims(new, held) == [(kind, word)]


@pytest.mark.parametrize(
    ("new", "held", "kind", "word"),
    [
        ("3명", "3개월", "count", "3명"),
        ("3명", "3배", "count", "3명"),
        ("3명", "3%", "count", "3명"),
        ("3명", "3건", "count", "3명"),
        ("3건", "3개", "count", "3건"),
        ("24명", "24 areas", "count", "24명"),
        ("19 people", "19 tests", "count", "19 people"),
        ("five days", "five engineers", "duration", "five days"),
        ("100달러", "100원", "money", "100달러"),
        ("USD 58M", "KRW 58M", "money", "USD 58M"),
        ("41%p", "41%", "percentage", "41%p"),
        ("41%", "41%p", "percentage", "41%"),
        ("180s", "180ms", "duration", "180s"),
        ("3주", "3개월", "duration", "3주"),
        ("3분", "3시간", "duration", "3분"),
        ("5km", "5m", "number", "5km"),
        ("10GB", "10MB", "number", "10GB"),
    ],
)
def test_a_changed_unit_is_a_claim(new, held, kind, word):
    assert claims(new, held) == [(kind, word)]


@pytest.mark.parametrize(
    ("new", "held", "word"),
    [
        ("10명 이상", "10명", "10명 이상"),
        ("10명 이상", "12명", "10명 이상"),
        ("over 10 users", "10 users", "over 10 users"),
        ("more than 10 users", "10명", "more than 10 users"),
        ("10+ users", "10 users", "10+ users"),
        ("10여 명", "10명", "10여 명"),
        ("up to 40 users", "40 users", "up to 40 users"),
        ("40명", "최대 40명", "40명"),
    ],
)
def test_a_bound_that_is_gained_or_a_limit_that_is_lost_is_a_claim(new, held, word):
    assert claims(new, held) == [("count", word)]


def test_over_a_time_is_how_long_it_took_and_for_over_a_time_a_bound():
    assert claims("built over eight months", "8개월") == []
    assert claims("worked for over eight months", "8개월") == [("duration", "over eight months")]
    assert claims("over 8 years of experience", "8년") == [("duration", "over 8 years")]


@pytest.mark.parametrize(
    ("new", "held", "word"),
    [
        ("재구매율 11%→8%", "재구매율 8%→11%", "11%→8%"),
        ("11%에서 8%로", "8%→11%", "11%에서 8%"),
        ("from 11% to 8%", "from 8% to 11%", "11% to 8%"),
        ("8%→11%", "8%, 이후 11%", "8%→11%"),
        ("50%→5%→100%", "5%→50%→100%", "50%→5%"),
        ("이탈 6.8% 감소", "매출 6.8% 증가", "6.8% 감소"),
        ("cut sales by 6.8%", "raised sales by 6.8%", "cut sales by 6.8%"),
        ("a 6.8% decrease", "6.8% 증가", "6.8% decrease"),
        ("cutting sales from 8% to 11%", "8%→11%", "cutting sales from 8% to 11%"),
        ("재구매율 31% 증가", "재구매율 31% 유지", "31% 증가"),
    ],
)
def test_a_change_that_goes_the_other_way_is_a_claim(new, held, word):
    assert claims(new, held) == [("percentage", word)]


@pytest.mark.parametrize(
    ("new", "held", "word"),
    [
        ("Kafka로 적재", "SQL로 적재", "Kafka"),
        ("스파크로 적재", "SQL로 적재", "스파크"),
        ("used pandas", "used SQL", "pandas"),
        ("used scikit-learn", "used SQL", "scikit-learn"),
        ("used dbt", "used SQL", "dbt"),
        ("Vertica migration", "migration", "Vertica"),
        ("moved to Acme", "moved", "Acme"),
        ("딥러닝 모델", "머신러닝 모델", "딥러닝"),
        ("a deep learning model", "a machine learning model", "deep learning"),
        ("강화 학습", "학습", "강화 학습"),
        ("A/B 테스트", "실험", "A/B"),
        ("p99 응답", "p95 응답", "p99"),
        ("GPT-4", "GPT-3", "GPT-4"),
        ("Python 3.12", "Python 3.11", "Python 3.12"),
        ("Python 3.11", "Python", "Python 3.11"),
        ("확률 보정", "확률", "확률 보정"),
    ],
)
def test_a_technology_that_is_not_held_is_a_claim(new, held, word):
    assert claims(new, held) == [("technology", word)]


@pytest.mark.parametrize(
    ("new", "word"),
    [
        ("모아드라이브에서 분석", "모아드라이브"),
        ("분석 at Moadrive", "Moadrive"),
        ("라인과 협업", "라인"),
        ("worked with Dampuk Market", "Dampuk Market"),
        ("네이버와 협업", "네이버"),
    ],
)
def test_an_employer_that_the_item_does_not_mention_is_a_claim(new, word):
    assert claims(new, "분석, 협업, worked") == [("employer", word)]


@pytest.mark.parametrize(
    ("new", "word"),
    [
        ("팀장으로 분석", "팀장"),
        ("CTO로 분석", "CTO"),
        ("분석 총괄", "총괄"),
        ("책임 연구원", "책임"),
        ("수석 분석", "수석"),
        ("데이터 분석가로 분석", "데이터 분석가"),
        ("Led it as Head of Data", "Head of Data"),
        ("Led it as a Director", "Director"),
        ("Led it as Lead", "as Lead"),
        ("Principal of five", "Principal"),
        ("Senior by far", "Senior"),
        ("worked as Data Scientist", "Data Scientist"),
    ],
)
def test_a_title_that_the_item_does_not_mention_is_a_claim(new, word):
    assert claims(new, "분석, 연구원, Led, worked, five") == [("title", word)]


@pytest.mark.parametrize(
    ("new", "word"),
    [
        ("서림대학교와 연구", "서림대학교"),
        ("at Seorim University", "Seorim University"),
        ("at the University of Oslo", "University of Oslo"),
        ("한빛대학교와 연구", "한빛대학교"),
        ("서울대와 연구", "서울대"),
        ("박사 연구", "박사"),
        ("PhD research", "PhD"),
    ],
)
def test_a_school_or_a_degree_that_the_item_does_not_mention_is_a_claim(new, word):
    assert claims(new, "연구, research") == [("school", word)]


@pytest.mark.parametrize(
    ("new", "word"),
    [
        ("재구매율 **1**2%", "1**2%"),
        ("재구매율 1\u20602%", "1\u20602%"),
        ("재구매율 &#49;2%", "&#49;2%"),
        ("재구매율 <b>12%</b>", "12%"),
        ("재구매율 １２％", "１２％"),
        ("재구매율 ١٢%", "١٢%"),
        ("[재구매율](https://a.kr/12) 12%", "12%"),
    ],
)
def test_a_claim_is_seen_however_it_is_marked_or_spelt_and_told_as_it_is_written(new, word):
    at = new.rindex(word)
    assert new_claims(new, ["재구매율"], KNOWN) == [Claim("percentage", word, at)]


def test_decomposed_hangul_says_what_composed_hangul_says():
    new = unicodedata.normalize("NFD", "세 명, 파이썬, 12개월")
    assert claims(new, "3명, Python, 12 months") == []
    assert [(kind, unicodedata.normalize("NFC", word)) for kind, word in claims(new, "")] == [
        ("count", "세 명"),
        ("technology", "파이썬"),
        ("duration", "12개월"),
    ]


def test_an_address_claims_nothing():
    assert claims("[발표](https://a.kr/2021/Kafka), b@c.kr, https://d.kr/99, github.com/x/y9", "발표") == []


def test_several_claims_stand_in_the_order_of_the_text():
    new = "2019년부터 모아드라이브 팀장으로 5명과 Kafka·스파크를 도입해 비용 12% 절감, 월 3천만 원"
    assert [(claim.kind, claim.text, claim.start) for claim in new_claims(new, ["비용 절감"], KNOWN)] == [
        ("date", "2019년", 0),
        ("employer", "모아드라이브", 8),
        ("title", "팀장", 15),
        ("count", "5명", 20),
        ("technology", "Kafka", 24),
        ("technology", "스파크", 30),
        ("percentage", "12%", 42),
        ("money", "3천만 원", 52),
    ]


def test_every_text_that_is_held_counts():
    assert claims("WAPE 31%→22%, LightGBM 적용", "WAPE 개선", "from 31% to 22%", "LightGBM과 사건 효과 분리") == []


def test_a_title_in_english_capitals_holds_no_names():
    assert claims("Area-Level Rental Demand Forecasting", "demand") == []
    assert claims("Built with Rental", "demand") == [("technology", "Rental")]


def test_a_number_of_thousands_of_digits_is_a_claim_like_another():
    assert [kind for kind, _ in claims("9" * 5000, "1")] == ["number"]
