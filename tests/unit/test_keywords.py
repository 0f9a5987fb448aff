import tomllib
import unicodedata
from collections import Counter
from pathlib import Path

import pytest
import yaml

import resume_tailor
from resume_tailor.keywords import Aliases, carried, fold, key, merged, shipped

NONE = Aliases()
DATA = Path(resume_tailor.__file__).with_name("aliases.yaml").read_text(encoding="utf-8")
TOPICS = yaml.load(DATA, Loader=yaml.BaseLoader)  # every scalar a text
FALSE_FRIENDS = [(word, friend) for word, friends in TOPICS.pop("not in").items() for friend in friends.split(", ")]
FORMS = [(group[0], form) for group in shipped().groups for form in group]


@pytest.mark.parametrize(
    ("keyword", "text"),
    [
        ("SQL", "SQL을 매일 씀"),
        ("sql", "표준 SQL"),
        ("ＳＱＬ", "SQL"),
        ("예측", "수요예측으로 재고를 줄임"),
        ("실험", "여러 실험에서 확인"),
        ("머신러닝", "머신러닝기반 서비스"),
        ("대시보드", "쓰는 대시보드들"),
        ("전환율", "전\u00ad환\u200b율"),
        ("예측", unicodedata.normalize("NFD", "수요예측을")),
    ],
)
def test_a_keyword_is_found_with_particles_endings_and_in_any_case_or_encoding(keyword, text):
    assert carried([keyword], [text], NONE) == (keyword,)


@pytest.mark.parametrize(
    ("keyword", "text"),
    [
        ("수요 예측", "수요예측으로 재고를 줄임"),
        ("수요예측", "수요 예측 모델"),
        ("수요 예측", "수요를 예측하는 모델"),
        ("고객 이탈", "고객이 이탈하는 이유"),
        ("A/B 테스트", "A/B테스트를 설계"),
        ("A/B 테스트", "AB 테스트 14건"),
        ("A/B 테스트", "A-B 테스트"),
        ("A/B 테스트", "A·B 테스트, AㆍB 테스트"),
        ("A/B 테스트", "**A/B**\n테스트"),
        ("AI 추천", "AI추천"),
        ("Node.js", "NodeJS로"),
        ("scikit-learn", "scikit learn"),
        ("time series", "time-series"),
    ],
)
def test_what_stands_between_the_words_of_a_keyword_does_not_matter(keyword, text):
    assert carried([keyword], [text], NONE) == (keyword,)


@pytest.mark.parametrize(
    ("keyword", "text"),
    [
        ("experiment", "ran 14 experiments"),
        ("dashboards", "a dashboard"),
        ("A/B test", "A/B tests"),
        ("API", "REST APIs"),
        ("query", "slow queries"),
        ("queries", "a query"),
        ("hypothesis", "three hypotheses"),
        ("analyses", "an analysis"),
        ("process", "processes"),
        ("epochs", "one epoch"),
        ("Python", "Python3.11로"),
        ("YOLO", "YOLOv8"),
        ("C++", "C++17로 다시 씀"),
    ],
)
def test_an_english_plural_and_a_version_are_still_the_word(keyword, text):
    assert carried([keyword], [text], NONE) == (keyword,)


@pytest.mark.parametrize(
    ("keyword", "text"),
    [
        ("SQL", "MySQL과 NoSQL, SQLite"),
        ("ML", "HTML, MLOps, 500ml"),
        ("AI", "AIR, OpenAI"),
        ("Go", "Google과 Django"),
        ("C", "C++와 C#"),
        ("BERT", "BERT4Rec"),
        ("CS", "CSS"),
        ("news", "new"),
        ("market", "marketing"),
        ("cluster", "clustering"),
        ("logistics", "logistic regression"),
    ],
)
def test_a_latin_keyword_is_not_found_in_another_word(keyword, text):
    assert carried([keyword], [text], NONE) == ()


@pytest.mark.parametrize("text", ["R", "R을 씀", "Python/R", "(R, SQL)", "R언어로", "R 4.3"])
def test_a_single_letter_is_found_where_it_stands_for_itself(text):
    assert carried(["R"], [text], NONE) == ("R",)


@pytest.mark.parametrize("text", ["R&D", "R & D", "R²=0.9", "R-CNN", "M.R", "R사", "PyTorch", "Airflow", "OKR"])
def test_a_single_letter_is_not_found_where_it_is_part_of_something_else(text):
    assert carried(["R"], [text], NONE) == ()


@pytest.mark.parametrize(
    ("keyword", "found", "missed"),
    [
        ("로그", "앱로그 수집, 이벤트로그", "프로그램, 블로그, 기술블로그, 응용프로그램, 로그인"),
        ("가격", "가격대, 중고가격", "평가 격차, 평가격차"),
        ("사고", "무사고 할인, 사고율", "논리적 사고, 사고방식, 유사고객, 인사고과"),
        ("수요", "승차수요", "수요일, 필수요건"),
        ("성과", "캠페인 성과", "안정성과 확장성, 보고서 작성과 공유"),
        ("인과", "인과관계", "파이프라인과 개인과"),
        ("실험", "비교실험", "실험실"),
        ("이탈", "고객이탈률", "이탈리아"),
        ("전환", "구매전환, 첫전환", "운전환경, 전환점"),
        ("배차", "재배차", "분배차이"),
        ("주차", "공영주차장", "3주차 리텐션, 4 주차"),
        ("회귀", "선형회귀", "회귀 테스트"),
        ("앱", "앱에서도, 앱", "앱솔루트, 랩앱"),
        ("이상 탐지", "설비의 이상을 탐지", "90% 이상 탐지"),
        ("지도 학습", "지도학습", "비지도 학습, 비지도학습"),
        ("로그 분석", "앱로그 분석", "블로그 분석"),
        ("클라우드", "클라우드로", "워드클라우드, 포인트 클라우드"),
    ],
)
def test_a_korean_keyword_is_found_in_its_compounds_and_not_in_words_that_only_look_so(keyword, found, missed):
    assert [text for text in found.split(", ") if not carried([keyword], [text], NONE)] == []
    assert [text for text in missed.split(", ") if carried([keyword], [text], NONE)] == []


@pytest.mark.parametrize("keyword", ["논리적 사고", "사고방식", "사고 방식", "비지도 학습", "회귀 테스트", "R&D"])
def test_a_keyword_that_is_itself_the_longer_word_is_found(keyword):
    assert carried([keyword], [f"{keyword}을 적음"], NONE) == (keyword,)


@pytest.mark.parametrize("keyword", ["", " ", "--", "/", "·"])
def test_a_keyword_without_a_letter_is_in_no_text(keyword):
    assert carried([keyword], [keyword, "무엇이든"]) == ()


def test_a_keyword_does_not_reach_from_one_text_into_the_next():
    assert carried(["수요 예측", "수요", "예측"], ["평소 수요", "예측 모델"], NONE) == ("수요", "예측")


def test_keywords_come_in_their_own_order_each_once():
    texts = ["Python과 SQL로 수요를 예측하고", "머신러닝 모델을 k8s에 올림"]
    keywords = ["ML", "R", "SQL", "쿠버네티스", "SQL", "수요 예측", "sql", "A/B 테스트"]
    assert carried(keywords, texts) == ("ML", "SQL", "쿠버네티스", "수요 예측", "sql")


@pytest.mark.parametrize(
    ("keyword", "text"),
    [
        ("머신러닝", "ML 모델"),
        ("ML", "기계학습으로"),
        ("machine learning", "머신 러닝"),
        ("A/B 테스트", "온라인 실험 설계를 맡음"),
        ("실험 설계", "ran A/B tests"),
        ("AB테스트", "실험설계서"),
        ("수요 예측", "demand forecasting"),
        ("Airflow", "에어플로우로"),
        ("Kubernetes", "쿠버네티즈"),
        ("GA4", "구글 애널리틱스"),
        ("이탈", "customer churn"),
        ("dashboards", "대쉬보드"),
        ("전처리", "data preprocessing"),
    ],
)
def test_a_keyword_is_found_under_any_name_of_its_group(keyword, text):
    assert carried([keyword], [text], NONE) == ()
    assert carried([keyword], [text]) == (keyword,)


@pytest.mark.parametrize(
    ("keyword", "text"),
    [
        ("A/B 테스트", "실험 자동화"),
        ("리텐션", "재방문을 유도"),
        ("Airflow", "ETL"),
        ("딥러닝", "DL"),
        ("컴퓨터 비전", "CV를 첨부"),
        ("이중차분법", "what I did"),
        ("Google Analytics", "GA 채널"),
        ("가격", "가치"),
    ],
)
def test_what_is_only_related_or_has_two_meanings_is_no_alias(keyword, text):
    assert carried([keyword], [text]) == ()


@pytest.mark.parametrize(
    ("word", "name"),
    [
        ("ML", "머신러닝"),
        ("기계학습", "머신러닝"),
        ("파이썬", "Python"),
        ("A/B tests", "A/B 테스트"),
        ("ab테스트", "A/B 테스트"),
        ("빅 쿼리", "BigQuery"),
        ("배차 최적화", "배차 최적화"),
        ("", ""),
    ],
)
def test_a_word_has_the_name_of_its_group_or_its_own(word, name):
    assert shipped().canonical(word) == name


def test_merged_adds_forms_and_groups_and_joins_what_they_share():
    base = Aliases((("머신러닝", "ML"), ("딥러닝", "deep learning")))
    more = merged(base, [("ml", "엠엘"), ["차량 공유", "카셰어링"], ("심층학습", "딥 러닝", "엠엘")])
    assert more.forms("카셰어링") == ("카셰어링", "차량 공유")
    assert more.forms("엠엘") == ("엠엘", "딥러닝", "deep learning", "머신러닝", "ML", "심층학습")
    assert [more.canonical(word) for word in ("ML", "카셰어링", "딥러닝")] == ["딥러닝", "차량 공유", "딥러닝"]
    assert base.forms("엠엘") == ("엠엘",)


def test_aliases_written_as_toml_extend_the_shipped_ones():
    table = tomllib.loads('[aliases]\n"머신러닝" = ["엠엘"]\n"차량 공유" = ["카셰어링"]')["aliases"]
    aliases = merged(shipped(), ((word, *forms) for word, forms in table.items()))
    texts = ["엠엘 모델로", "카셰어링 이용"]
    assert carried(["ML", "차량 공유"], texts) == ()
    assert carried(["ML", "차량 공유"], texts, aliases) == ("ML", "차량 공유")
    assert aliases.canonical("엠엘") == "머신러닝"


def test_aliases_of_the_same_groups_are_equal():
    assert merged(NONE, [["가", "나"]]) == Aliases((("가", "나"),))
    assert len({merged(NONE, [["가", "나"]]), Aliases((("가", "나"),)), NONE}) == 2


def test_no_form_stands_twice_in_the_shipped_groups():
    assert [(known, n) for known, n in Counter(key(form) for _, form in FORMS).items() if n > 1] == []


def test_no_word_stands_twice_in_the_shipped_file():
    tree = yaml.compose(DATA, Loader=yaml.BaseLoader)
    topics = [topic.value for topic, _ in tree.value]
    words = [word.value for topic, group in tree.value if topic.value != "not in" for word, _ in group.value]
    friends = [word.value for word, _ in tree.value[-1][1].value]
    assert topics[-1] == "not in"
    assert [word for listed in (topics, words, friends) for word, n in Counter(listed).items() if n > 1] == []


def test_every_shipped_group_has_two_forms_or_more_and_there_are_many():
    assert [group for group in shipped().groups if len(group) < 2] == []
    assert len(shipped().groups) > 400


def test_every_shipped_form_is_a_trimmed_nfc_text_that_holds_a_letter():
    forms = [form for _, form in FORMS] + [text for pair in FALSE_FRIENDS for text in pair]
    assert [form for form in forms if form != unicodedata.normalize("NFC", " ".join(form.split()))] == []
    assert [form for form in forms if not any(c.isalpha() for c in form)] == []


def test_the_shipped_groups_are_sorted_in_each_topic():
    for words in TOPICS.values():
        assert list(words) == sorted(words, key=fold)


def test_every_shipped_form_finds_its_group_and_is_found_by_it():
    assert [pair for pair in FORMS if carried([pair[0]], [pair[1]]) != (pair[0],)] == []
    assert [pair for pair in FORMS if carried([pair[1]], [pair[0]]) != (pair[1],)] == []


def test_no_shipped_form_is_found_in_a_blog_about_something_else():
    text = "이탈리아 여행 블로그를 운영하며 수요일마다 글을 올렸고 관광고객에게 냉장고 사용법을 적어 둠"
    assert carried([form for _, form in FORMS], [text]) == ()


def test_every_false_friend_hides_its_word_and_only_in_it():
    for word, friend in FALSE_FRIENDS:
        text = friend.replace("0", "3").replace("*", "가")
        assert carried([word], [text, text.replace(" ", "")], NONE) == (), friend
        assert carried([word], [f"{text} {word}"], NONE) == (word,), friend
        assert carried([text], [text], NONE) == (text,), friend
