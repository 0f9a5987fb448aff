"""`cliche`: praise of oneself that anyone could write. The same words about something measured are left alone."""

import re
from collections.abc import Iterator
from functools import cache

from resume_tailor.lint.rule import Context, Finding, Group, Message, Rule, Scope
from resume_tailor.lint.subjects import Line
from resume_tailor.lint.wording import unquoted
from resume_tailor.problems import Severity

_KOREAN = r"""
    열정적(?:인|으로)|열정을\s(?:가지고|가진|갖고|갖춘|다해|쏟)|(?:남다른|뜨거운|식지\s않는)\s열정
    |성실(?:한|하게|히|함|성)(?!\s?(?:응답|납세|신고|상환|참여자|공시))|근면
    |꼼꼼(?:한|하게|히|함|하고)
    |책임감(?:\s?있|을\s(?:가지|갖|느끼)|이\s(?:강|투철)|\s?강)[가-힣]*|(?:강한|투철한|남다른)\s책임감
    |(?:뛰어난|탁월한|원활한|우수한|적극적인)\s(?:의사\s?)?(?:소통|커뮤니케이션)
    |(?:의사\s?)?소통\s?(?:능력|역량|스킬)|커뮤니케이션\s?(?:능력|역량|스킬)|소통왕
    |(?:뛰어난|탁월한|우수한)\s(?:능력|역량|리더십|문제\s?해결|분석력|감각|팀워크)
    |끊임없(?:이|는)\s(?:성장|학습|노력|배우|배움|공부|도전|발전|탐구|연구)[가-힣]*|꾸준히\s성장하는
    |성장하는\s(?:개발자|분석가|엔지니어|사람|인재)|성장에\s목마른
    |도전\s?정신|도전을\s(?:두려워하지|즐기는|멈추지)|두려움\s없(?:이|는)\s도전
    |(?<!역대\s)(?<!사상\s)(?<!연중\s)최고의\s
     (?:서비스|가치|인재|팀(?!장)|전문가|개발자|분석가|엔지니어|경험|솔루션|결과물|품질)
    |혁신적(?:인|으로)|창의적인\s(?:인재|사고|아이디어)
    |빠르게\s변화하는|급변하는\s(?:시대|환경|시장|기술|트렌드)
    |(?:적극적|능동적|긍정적|주도적|진취적)인\s(?:자세|태도|성격|마인드|마음가짐|에너지)|긍정의\s힘
    |원만한\s대인\s?관계|팀워크를\s중(?:시|요)|(?:융합형|T자형|준비된)\s인재|다재다능|멀티\s?플레이어
    |최선을\s다(?:하|해|했|함)[가-힣]*|열심히\s(?:하는|하겠|일하|노력|배우|공부)[가-힣]*|맡은\s바|밤낮없이
    |데이터에\s(?:진심|미친)|가슴이\s뛰|세상을\s(?:바꾸|이롭)[가-힣]*|빠른\s(?:학습\s?능력|습득력|학습력)|습득력이\s빠
"""
_ENGLISH = r"""
    team[\s-]players?(?!\s(?:stats|statistics|rankings?|matching|data))|team\sspirit
    |hard[\s-]?working|hard[\s-]workers?|strong\swork\sethic
    |passionate(?!\s(?:users?|fans?|customers?|community))|passion\sfor
    |results?[\s-](?:driven|oriented|focused)|detail[\s-]oriented
    |(?:strong|keen|great|excellent)\sattention\sto\sdetail
    |think(?:s|ing|er)?\soutside\s(?:of\s)?the\sbox|out[\s-]of[\s-]the[\s-]box\s(?:thinker|thinking)
    |(?<!merger\s)(?<!cost\s)(?<!revenue\s)synerg(?:y|ies|istic|ize[sd]?)
    |go-getters?|self[\s-]starters?|self[\s-]motivated|highly[\s-]motivated|(?:quick|fast)\slearners?
    |proven\strack\srecords?|track\srecord\sof\s(?:success|excellence)|best[\s-]of[\s-]breed|game[\s-]chang(?:er|ing)
    |fast-paced(?:[\s,]+(?:and\s)?[\w-]+){0,2}\s
     (?:environments?|start-?ups?|settings?|teams?|workplaces?|industry|world)
    |(?:excellent|strong|outstanding|great)\s(?:verbal\sand\swritten\s|interpersonal\s)?
     (?:communication|interpersonal|people)\sskills|excellent\scommunicator
    |(?:data|sql|python|coding|analytics)\s(?:ninja|guru|rock\s?star|wizard)|rock\s?star\s(?:developer|analyst|engineer)
    |wear(?:s|ing)?\smany\shats|thought\sleader(?:ship)?|go(?:es|ing)?\sabove\sand\sbeyond
    |dynamic\s(?:professional|individual)|world[\s-]class\s(?:team|service|solutions?|expert)
    |cutting[\s-]edge\s(?:solutions?|technolog(?:y|ies)|expert)
"""


@cache
def _korean() -> re.Pattern[str]:
    return re.compile(rf"(?<![가-힣])(?:{_KOREAN})", re.VERBOSE)


@cache
def _english() -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-])(?:{_ENGLISH})(?![\w-])", re.IGNORECASE | re.VERBOSE | re.ASCII)


def _check(line: Line, _context: Context) -> Iterator[Finding]:
    text = unquoted(line.text)
    found = [] if text.isascii() else [words[0] for words in _korean().finditer(text)]
    found += [words[0] for words in _english().finditer(text)]
    for words in dict.fromkeys(map(str.strip, found)):
        yield Finding(
            Message(f"상투어 '{words}'", f"the cliche '{words}'"),
            line.place,
            Message(
                "그 말을 빼고, 그렇게 보일 만한 일을 하나 적기(예: '꼼꼼한' 대신 '정산 오류 37건을 출고 전에 발견')",
                "drop it and tell the one thing that would make a reader say it (not 'detail-oriented' but '37 billing "
                "errors caught before dispatch')",
            ),
            line.item,
        )


RULE = Rule(
    name="cliche",
    group=Group.BULLET,
    scope=Scope.LINE,
    severity=Severity.WARNING,
    summary=Message("누구나 쓰는 자기 칭찬", "praise of yourself that anyone could write"),
    why=Message(
        "'열정적인', '책임감 있는'은 모든 지원서에 있어 아무도 가려내지 못한다. 성격은 스스로 말할 때보다 한 일에서 "
        "드러날 때 믿긴다.",
        "'Passionate' and 'detail-oriented' stand in every application, so they tell no one apart. A trait is "
        "believed when it shows in something done, not when you claim it.",
    ),
    good=(
        "역대 최고의 매출을 낸 할인 행사의 증분 효과를 대조군과 비교",
        "불성실 응답을 걸러 설문 표본 3,200명에서 412명 제외",
        "성실한 응답자만 남기도록 주의 확인 문항 2개 추가",
        "구매 후기에서 '꼼꼼한 포장' 같은 표현 120가지를 뽑아 평점과 연결",
        "상담사 교육 전후의 고객 소통 만족도 3.4→4.1점",
        "열정도 점수 대신 실제 방문 횟수로 팬 등급 재정의",
        "Matched passionate fans of smaller bands to ticket alerts, lifting opens from 9% to 14%",
        "Ran the model out of the box first, as the baseline to beat",
        "Estimated merger synergies of two warehouses at KRW 3B a year",
        "Cut churn of a fast-paced shooter game from 41% to 35% in its first week",
    ),
    bad=(
        "열정적인 자세로 데이터를 파고드는 분석가",
        "책임감 있게 맡은 프로젝트를 끝까지 완수",
        "끊임없이 성장하는 데이터 사이언티스트",
        "도전 정신과 뛰어난 소통 능력 보유",
        "빠르게 변화하는 시장에서 혁신적인 서비스를 제공",
        "꼼꼼하고 성실한 성격으로 데이터 품질을 관리",
        "최고의 서비스를 만들기 위해 최선을 다했습니다.",
        "Passionate data analyst with a proven track record",
        "Hard-working team player who thrives in a fast-paced environment",
        "Detail-oriented and results-driven self-starter",
        "Thinks outside the box to create synergy across teams",
        "Excellent communication skills and a quick learner",
    ),
    check=_check,
    plain=True,
)
