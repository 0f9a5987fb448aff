"""`term-variants`: one thing spelled in two ways in a resume. Each language is looked at by itself.

Terms are looked up by their solid spelling: what differs only in spaces, hyphens and case is one term, and a group
joins spellings that differ in letters. Quotations, addresses and file names are left out.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from resume_tailor.keywords import key, shipped
from resume_tailor.lint.rule import Context, Finding, Group, Message, Rule, Scope
from resume_tailor.lint.subjects import Line, Whole
from resume_tailor.lint.wording import unlinked, unquoted
from resume_tailor.problems import Severity

# The first of each is right, and is what to write even where another stands more often.
_RIGHT = (
    *(("대시보드", "대쉬보드"), ("콘텐츠", "컨텐츠"), ("메시지", "메세지"), ("아키텍처", "아키텍쳐"), ("피처", "피쳐")),
    *(("비즈니스", "비지니스"), ("매뉴얼", "메뉴얼"), ("리더십", "리더쉽"), ("멤버십", "멤버쉽"), ("스케줄", "스케쥴")),
    *(("애플리케이션", "어플리케이션"), ("깃허브", "깃헙"), ("scikit-learn", "sklearn")),
    *((name,) for name in ("GitHub", "GitLab", "JavaScript", "TypeScript", "PostgreSQL", "MySQL", "MongoDB", "NumPy")),
    *((name,) for name in ("SciPy", "PyTorch", "TensorFlow", "LightGBM", "XGBoost", "CatBoost", "OpenCV", "PySpark")),
    *(
        (name,)
        for name in ("LinkedIn", "BigQuery", "FastAPI", "MLflow", "Airflow", "Elasticsearch", "Databricks", "Power BI")
    ),
    *((name,) for name in ("ClickHouse", "DynamoDB", "SageMaker", "LangChain", "OpenAI", "ChatGPT", "Hugging Face")),
    *((name,) for name in ("Python", "Tableau", "Hadoop", "Jupyter", "Kubernetes")),
)
# Either will do; the one that stands more often stays. Capitals are no matter here.
_EITHER = (
    *(
        ("A/B 테스트",),
        ("데이터 웨어하우스",),
        ("데이터 마트",),
        ("데이터 파이프라인",),
        ("데이터 레이크",),
        ("머신러닝",),
        ("딥러닝",),
    ),
    *(
        ("빅데이터",),
        ("오픈소스",),
        ("백엔드",),
        ("프런트엔드", "프론트엔드"),
        ("이커머스", "e커머스"),
        ("퍼널", "펀넬"),
    ),
    *(
        ("리포트", "레포트"),
        ("타깃", "타겟"),
        ("론칭", "런칭"),
        ("콘퍼런스", "컨퍼런스"),
        ("콘셉트", "컨셉"),
        ("워크숍", "워크샵"),
    ),
    *(
        ("에어플로", "에어플로우"),
        ("텐서플로", "텐서플로우"),
        ("태블로", "타블로"),
        ("데이터셋",),
        ("이탈률", "이탈율"),
    ),
    *(("데이터 사이언티스트",), ("데이터 분석가",), ("데이터 엔지니어",), ("전환율", "전환률")),
    *(("A/B test",), ("e-commerce",), ("dataset",), ("e-mail",), ("dashboard",), ("data warehouse",), ("chatbot",)),
)
# A name in Latin and in Hangul letters, within Korean text.
_SCRIPTS = (
    *(("Python", "파이썬"), ("PyTorch", "파이토치"), ("TensorFlow", "텐서플로", "텐서플로우"), ("pandas", "판다스")),
    *(
        ("NumPy", "넘파이"),
        ("Docker", "도커"),
        ("Kubernetes", "쿠버네티스"),
        ("GitHub", "깃허브", "깃헙"),
        ("Slack", "슬랙"),
    ),
    *(("Tableau", "태블로"), ("BigQuery", "빅쿼리"), ("Airflow", "에어플로", "에어플로우"), ("Spark", "스파크")),
    *(("Kafka", "카프카"), ("Redis", "레디스"), ("Excel", "엑셀"), ("JavaScript", "자바스크립트"), ("Notion", "노션")),
)

_LATIN = frozenset(group[0] for group in _SCRIPTS)
_LONGEST = 4  # tokens of a term: A, B, 테스트
_SHORTEST = 4  # syllables of a Korean keyword that is watched for its spaces
_APART = frozenset(("", " ", "-", "/"))  # what may stand between two of them


@cache
def _token() -> re.Pattern[str]:
    return re.compile(r"[A-Za-z][A-Za-z0-9+#]*|[가-힣]+|\d+")


@cache
def _particle() -> re.Pattern[str]:
    return re.compile(r"(?<=[가-힣]{2})(?:은|는|이|가|을|를|의|에|에서|에게|으로|로|와|과|도|만|까지|부터|별|용)$")


@dataclass(frozen=True, slots=True)
class _Term:
    """A term to watch: what to call it, whether only that is right, and how bad another spelling is."""

    name: str
    right: bool = False
    severity: Severity | None = None  # another than the rule's own

    @property
    def is_name(self) -> bool:
        """Tell whether it is a name in Latin letters: its capitals count, and it is the same in every language."""
        return self.right and self.name.isascii()


_Terms = Mapping[str, _Term | None]  # by their solid spelling; None for what only begins one


def _with_beginnings(terms: Mapping[str, _Term]) -> _Terms:
    beginnings = dict.fromkeys(solid[:end] for solid in terms for end in range(1, len(solid)))
    return {**beginnings, **terms}


@cache
def _terms() -> _Terms:
    found: dict[str, _Term] = {}
    for groups, right in ((_EITHER, False), (_RIGHT, True)):
        for group in groups:
            term = _Term(group[0], right)
            found.update((key(form), term) for form in group)
    for form in (form for group in shipped().groups for form in group):
        solid = form.replace(" ", "")
        if len(solid) >= _SHORTEST and re.fullmatch("[가-힣]+", solid):
            found.setdefault(key(form), _Term(form, severity=Severity.INFO))
    return _with_beginnings(found)


@cache
def _names() -> _Terms:
    """Return the names that are written in Latin or Hangul, by each of their forms."""
    return _with_beginnings(
        {key(form): _Term(group[0], severity=Severity.INFO) for group in _SCRIPTS for form in group}
    )


def _spelled(text: str, terms: _Terms) -> Iterator[tuple[_Term, str, int]]:
    """Yield each term that stands in a text, the longest at a place, with how it is spelled and where."""
    tokens = list(_token().finditer(text))
    at = 0
    while at < len(tokens):
        found, size = _longest(text, tokens[at : at + _LONGEST], terms)
        if found:
            yield *found, tokens[at].start()
        at += size


def _longest(text: str, run: list[re.Match[str]], terms: _Terms) -> tuple[tuple[_Term, str] | None, int]:
    """Return the longest term that a run of tokens begins with, and how many of them it takes."""
    solid, best, taken = "", None, 1
    for size, token in enumerate(run, 1):
        if size > 1 and text[run[size - 2].end() : token.start()] not in _APART:
            break
        solid += token[0].lower()
        if found := _term(solid, text[run[0].start() : token.end()], terms):
            best, taken = found, size
        if solid not in terms:  # nothing that we watch begins so
            break
    return best, taken


def _term(solid: str, whole: str, terms: _Terms) -> tuple[_Term, str] | None:
    """Return the term of a solid spelling, and how it is written without a particle or an English plural."""
    if "/" in whole and not re.search("[A-Za-z]", whole):  # 수요/예측 are two
        return None
    particle = _particle().search(solid)
    behind = len(particle[0]) if particle else int(solid.endswith("s"))
    for cut in (0, behind) if behind else (0,):
        if term := terms.get(solid[: len(solid) - cut]):
            return term, whole[: len(whole) - cut]
    return None


def _bare(term: _Term, spelling: str, start: int) -> str:
    """Return a spelling without what does not count, such as the capital that opens a line."""
    if not spelling.isascii():
        return spelling
    if not term.right:
        same = term.name in _LATIN or _even(spelling) == _even(term.name)
        return term.name if same else spelling.lower()
    opens = start == 0 and term.name.islower()
    return spelling[0].lower() + spelling[1:] if opens else spelling


def _even(spelling: str) -> str:
    """Return a spelling without what English sets by place: a capital, the hyphen of an attribute."""
    return spelling.lower().replace("-", " ")


_Spellings = dict[str, list[Line]]  # each with the lines that hold it


def _seen(whole: Whole) -> dict[tuple[str, _Term], _Spellings]:
    """Return how each term is spelled in each language; a name is the same in all of them, which is ""."""
    seen: dict[tuple[str, _Term], _Spellings] = defaultdict(lambda: defaultdict(list))
    for line in whole.lines:
        text = unlinked(unquoted(line.text))
        for terms in (_terms(), _names()) if line.lang == "ko" else (_terms(),):
            for term, spelling, start in _spelled(text, terms):
                seen["" if term.is_name else line.lang, term][_bare(term, spelling, start)].append(line)
    return seen


def _check(whole: Whole, _context: Context) -> Iterator[Finding]:
    for (_, term), spellings in _seen(whole).items():
        if len(spellings) > 1:
            counts = Counter({spelling: len(lines) for spelling, lines in spellings.items()})
            kept = _kept(term, counts)
            for spelling, lines in spellings.items():
                if spelling != kept:
                    yield from (_finding(line, term, spelling, kept, counts[kept]) for line in dict.fromkeys(lines))


def _kept(term: _Term, counts: Counter[str]) -> str:
    """Return the spelling to keep: the right one, else the most frequent, at a tie the one we use."""
    if term.right and term.name in counts:
        return term.name
    most = max(counts.values())
    often = sorted(spelling for spelling, count in counts.items() if count == most)
    return term.name if term.name in often else often[0]


def _finding(line: Line, term: _Term, spelling: str, kept: str, count: int) -> Finding:
    return Finding(
        Message(
            f"'{spelling}': 다른 곳에서는 '{kept}' ({count}번)", f"'{spelling}' here, '{kept}' elsewhere ({count}×)"
        ),
        line.place,
        Message(f"한 가지로 맞추기: '{kept}'", f"write '{kept}' everywhere"),
        line.item,
        term.severity,
    )


def _base(*bullets: str) -> str:
    """Return an example: a base with these bullets."""
    return "work:\n  - name: Hanbit Foods\n    highlights:\n" + "".join(f'      - "{bullet}"\n' for bullet in bullets)


RULE = Rule(
    name="term-variants",
    group=Group.KOREAN,
    scope=Scope.RESUME,
    severity=Severity.WARNING,
    summary=Message("같은 말의 여러 표기", "one term written in several ways"),
    why=Message(
        "한 문서에 'GitHub'와 'Github', 'A/B 테스트'와 'AB테스트'가 함께 있으면 여러 번 덧붙이고 다시 읽지 않은 글로 "
        "보인다. 지표 이름 하나도 틀리면 안 되는 일이라 더 눈에 띈다.",
        "'GitHub' here and 'Github' there shows a text that grew and was never read again. In a job where a metric "
        "must have one name, readers notice.",
    ),
    good=(
        _base("데이터 웨어하우스 이전", "데이터 웨어하우스를 쓰는 팀 대상 SQL 강의"),
        _base("A/B 테스트 9건 판정", "A/B 테스트로 문구 선정"),
        _base("GitHub Actions로 배포", "코드 리뷰 규칙은 GitHub에 공개", "데모: github.com/hanbit-example"),
        _base("대시보드 7종 통합", "안내 문구 '대쉬보드'를 표준 표기로 교정하는 규칙 작성"),
        _base("Dashboards for nine stores", "Replaced a dashboard nobody opened", "Owned three dashboards"),
        _base("Datasets are versioned", "Released a dataset of 4,000 labels"),
        _base("scikit-learn으로 기준 모델 작성", "PyTorch 모델을 ONNX로 변환"),
        (
            "work:\n  - name: Hanbit Foods\n    highlights:\n      - ko: 파이썬 배치 이전\n        en: Moved Python "
            "batches\n"
        ),
    ),
    bad=(
        _base("데이터 웨어하우스 이전", "데이터웨어하우스를 쓰는 팀 대상 SQL 강의"),
        _base("A/B 테스트 9건 판정", "AB테스트로 문구 선정"),
        _base("머신러닝 모델 배포", "머신러닝 강의 진행", "머신 러닝 파이프라인 점검"),
        _base("대시보드 7종 통합", "매출 대쉬보드 제작"),
        _base("GitHub Actions로 배포", "코드 리뷰 규칙을 Github에 정리"),
        _base("PyTorch 모델을 ONNX로 변환", "파이토치로 추천 모델 재학습"),
        _base("Trained baselines in scikit-learn", "Tuned sklearn pipelines"),
        _base("Ran growth tests for an e-commerce app", "Led analytics at an ecommerce startup"),
        _base("Moved reports to PostgreSQL", "Tuned Postgresql indexes"),
    ),
    check=_check,
)
