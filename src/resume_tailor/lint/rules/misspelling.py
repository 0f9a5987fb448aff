"""`misspelling`: words that resumes get wrong. Only clear errors: what is a matter of style (런칭, 타겟) is left alone.

A Korean form may stand anywhere in a word, a Latin one is a whole word. Quotations, addresses and file names are left
out. The capitals of a name count in the base only: plain descriptions are read for what they say.
"""

import re
from collections.abc import Iterator, Mapping
from functools import cache

from resume_tailor.lint.rule import Context, Finding, Group, Message, Rule, Scope
from resume_tailor.lint.subjects import Line
from resume_tailor.lint.wording import unlinked, unquoted
from resume_tailor.problems import Severity

_KOREAN = (
    "대쉬보드→대시보드, 컨텐츠→콘텐츠, 메세지→메시지, 메세징→메시징, 어플리케이션→애플리케이션, 데이타→데이터, "
    "워크샵→워크숍, 리더쉽→리더십, 파트너쉽→파트너십, 인턴쉽→인턴십, 멤버쉽→멤버십, 오너쉽→오너십, 스폰서쉽→스폰서십, "
    "팔로워쉽→팔로워십, 비지니스→비즈니스, 비쥬얼→비주얼, 스케쥴→스케줄, 메뉴얼→매뉴얼, 켐페인→캠페인, 메니저→매니저, "
    "메니지먼트→매니지먼트, 프리젠테이션→프레젠테이션, 아키텍쳐→아키텍처, 피쳐→피처, 벤쳐→벤처, 캡쳐→캡처, "
    "스트럭쳐→스트럭처, 쥬니어→주니어, 씨니어→시니어, 유져→유저, 써비스→서비스, 디지탈→디지털, 싸이트→사이트, "
    "싸이클→사이클, 플래쉬→플래시, 푸쉬→푸시, 해쉬→해시, 엑티브→액티브, 엑세스→액세스, 악세사리→액세서리, "
    "엑셀러레이터→액셀러레이터, 네비게이션→내비게이션, 챠트→차트, 쥬피터→주피터, 됬→됐, 되서→돼서, 되야→돼야, "
    "되요→돼요, 돼었→되었, 돼고→되고, 돼는→되는, 돼며→되며, 됌→됨, 않되→안 되, 않돼→안 돼, 않됨→안 됨, 몇일→며칠, "
    "역활→역할, 할께→할게, 볼께→볼게, 될께→될게, 일일히→일일이, 틈틈히→틈틈이, 곰곰히→곰곰이, 깨끗히→깨끗이, "
    "번번히→번번이, 꾸준이→꾸준히, 꼼꼼이→꼼꼼히, 희안하→희한하, 희안한→희한한, 어의없→어이없, 통채로→통째로, "
    "오랫만→오랜만, 오랜동안→오랫동안, 설레임→설렘, 갯수→개수, 촛점→초점, 댓가→대가, 싯점→시점, 헛점→허점, 숫치→수치, "
    "뒤쳐지→뒤처지, 뒤쳐진→뒤처진, 어떻해→어떡해, 왠만→웬만, 문안하→무난하, 문안한→무난한, 요컨데→요컨대, "
    "예컨데→예컨대, 더우기→더욱이, 일찌기→일찍이"
)
# Wrong only at the start of a word and before what is given: 세금새로, 대구지역, 제작년도, 문화일보 are right.
_FENCED = (
    ("금새", "금세", r"(?=\s|$)"),
    ("웬지", "왠지", r"(?=\s|$)"),
    ("구지", "굳이", r"(?=\s)"),
    ("제작년", "재작년", r"(?=에\s|\s(?:봄|여름|가을|겨울|초|말|상반기|하반기))"),
    ("화일", "파일", r"(?=\s|을|로|이|에|$)"),
    ("써버", "서버", r"(?![리린렸])"),
    ("않", "안", r"(?=\s[가-힣])"),
    ("들어난", "드러난", ""),
    ("들어났", "드러났", ""),
    ("들어나는", "드러나는", ""),
)
_LATIN = (
    "phyton→Python, pyhton→Python, pythn→Python, kubernates→Kubernetes, kubernetis→Kubernetes, kuberentes→Kubernetes, "
    "tensoflow→TensorFlow, tensorfow→TensorFlow, pytroch→PyTorch, jupiter notebook→Jupyter Notebook, jupitor→Jupyter, "
    "tabluea→Tableau, tablaeu→Tableau, tableu→Tableau, airlfow→Airflow, scikit-lean→scikit-learn, "
    "sckit-learn→scikit-learn, elasticseach→Elasticsearch, postgressql→PostgreSQL, javscript→JavaScript, "
    "javasript→JavaScript, hadoob→Hadoop, bigqeury→BigQuery, redshfit→Redshift, linkdin→LinkedIn, githup→GitHub, "
    "anaylsis→analysis, anlaysis→analysis, analisys→analysis, anaylst→analyst, analtyics→analytics, "
    "algoritm→algorithm, algorythm→algorithm, managment→management, developement→development, enviroment→environment, "
    "experiance→experience, expereince→experience, recieved→received, seperate→separate, seperated→separated, "
    "occured→occurred, successfull→successful, succesful→successful, succesfully→successfully, langauge→language, "
    "responsability→responsibility, maintainance→maintenance, maintenence→maintenance, perfomance→performance, "
    "preformance→performance, acheived→achieved, achived→achieved, definately→definitely, knowlege→knowledge, "
    "recomendation→recommendation, reccomendation→recommendation, collegues→colleagues, accomodate→accommodate, "
    "noticable→noticeable, transfered→transferred, improvment→improvement"
)
_NAMES = (
    "PyTorch TensorFlow JavaScript TypeScript GitHub GitLab PostgreSQL MySQL MongoDB NumPy SciPy LinkedIn BigQuery "
    "FastAPI OpenCV LightGBM XGBoost CatBoost PySpark MLflow ClickHouse DynamoDB SageMaker LangChain OpenAI ChatGPT "
    "Elasticsearch Databricks Snowflake Airflow PowerPoint YouTube GraphQL WordPress Redshift"
)


def _pairs(text: str) -> dict[str, str]:
    """Return the wrong forms of a list, each with the right one."""
    halves = (pair.partition("→") for pair in text.split(", "))
    return {wrong: right for wrong, _, right in halves}


@cache
def _right() -> Mapping[str, str]:
    """Return the right form of each wrong one; names by their small letters."""
    fenced = {wrong: right for wrong, right, _ in _FENCED}
    return {**_pairs(_KOREAN), **fenced, **_pairs(_LATIN), **_names()}


@cache
def _wrong() -> re.Pattern[str]:
    korean = "|".join(_pairs(_KOREAN))
    fenced = "|".join(f"{wrong}{behind}" for wrong, _, behind in _FENCED)
    return re.compile(f"{korean}|(?<![가-힣])(?:{fenced})")


@cache
def _latin() -> re.Pattern[str]:
    """Return what finds Latin words to look at, each a whole word and no part of a path or package."""
    words = "|".join(map(re.escape, (*_pairs(_LATIN), *_names())))
    return re.compile(rf"(?<![A-Za-z0-9_./@-])(?:{words})(?![A-Za-z0-9_/@-]|\.[A-Za-z])", re.IGNORECASE | re.ASCII)


def _check(line: Line, _context: Context) -> Iterator[Finding]:
    text = unlinked(unquoted(line.text))
    wrong = [] if text.isascii() else [found[0] for found in _wrong().finditer(text)]
    wrong += [found[0] for found in _latin().finditer(text) if _is_wrong(found[0], line)]
    for word in dict.fromkeys(wrong):
        right = _right()[word if word in _right() else word.lower()]
        if word[0].isupper() and right.islower():
            right = right.capitalize()
        yield Finding(
            Message(f"'{word}'의 바른 표기는 '{right}'", f"'{word}' is spelled '{right}'"),
            line.place,
            Message(f"고쳐 쓰기: '{right}'", f"write '{right}'"),
            line.item,
        )


def _is_wrong(word: str, line: Line) -> bool:
    """Tell whether a Latin word is wrong. A name all in small or all in big letters is a command or a heading."""
    if word.lower() not in _names():
        return True
    return bool(line.item) and word not in _names().values() and not word.islower() and not word.isupper()


@cache
def _names() -> Mapping[str, str]:
    return {name.lower(): name for name in _NAMES.split()} | {"powerbi": "Power BI"}


RULE = Rule(
    name="misspelling",
    group=Group.KOREAN,
    scope=Scope.LINE,
    severity=Severity.WARNING,
    summary=Message("틀린 맞춤법과 기술 이름", "misspelled words and names of tools"),
    why=Message(
        "맞춤법은 실력과 상관없어 보이지만, 매일 쓴다는 도구의 이름이 틀리면 정말 쓰는지부터 의심받는다. 고치는 데는 "
        "1분이면 된다.",
        "Spelling is not skill, but a wrong name for a tool you say you use daily makes a reader doubt that you do. "
        "It takes a minute to fix.",
    ),
    good=(
        "매출 대시보드와 알림 메시지를 PyTorch 모델 점수로 개편",
        "오탈자 사전에 '메세지', '컨텐츠' 등 표기 오류 1,200개 등록",
        "차량 제작년도와 사고율의 관계를 대구지역 정비 기록으로 확인",
        "남은 예산을 다 써버린 광고 지면 41곳 중단, 요금새로고침 오류 수정",
        "코드는 https://github.com/haneul-example/Pytorch 와 train_Tensorflow.py 에 공개",
        "pip으로 설치하는 numpy, tensorflow 의존성을 한 파일로 정리",
        "안내 문안 12종을 시험해 무난한 표현 대신 금액을 적은 문안 채택",
        "문화일보 기사 9만 건의 주제 분류",
        "Moved the mart from MySQL to PostgreSQL and its alerts to GitHub Actions",
        "Ran notebooks in Jupyter and calibrated the calender rolls of a paper mill",
    ),
    bad=(
        "매출 대쉬보드를 새로 제작",
        "고객에게 보내는 메세지와 컨텐츠 12종 시험",
        "배포가 안 되서 멈춰 있던 추천 API 복구",
        "데이터 정제 역활을 맡아 몇일 걸리던 집계를 20분으로 단축",
        "상품 갯수와 촛점 매장 기준으로 발주 예측",
        "결제 오류가 들어난 뒤 써버 로그를 다시 수집",
        "Pytorch와 Tensorflow로 불량 검출 모델 비교",
        "Github Actions로 배포 자동화",
        "Deployed the model on Kubernates",
        "Built a Phyton service for customer segmentation anaylsis",
        "Automated store reports in PowerBI",
    ),
    check=_check,
    plain=True,
)
