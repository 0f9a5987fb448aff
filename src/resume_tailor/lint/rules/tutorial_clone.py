"""`tutorial-clone`: an exercise of a course, or an app that is built to learn."""

from resume_tailor.lint import generic
from resume_tailor.lint.rule import Group, Message, Rule, Scope
from resume_tailor.problems import Severity

RULE = Rule(
    name="tutorial-clone",
    group=Group.PROJECT,
    scope=Scope.PROJECT,
    severity=Severity.WARNING,
    summary=Message("강의 과제나 따라 만든 것", "a course's exercise, or something built by following along"),
    why=Message(
        "과제와 클론 코딩은 배우는 데는 좋지만, 무엇을 왜 만들지 정한 사람이 내가 아니다. 같은 과정을 들은 지원자의 "
        "이력서에 같은 줄이 있다.",
        "Exercises and clones are fine for learning, but somebody else decided what to build and why, and everyone who "
        "took the course has the same line on their resume.",
    ),
    good=(
        "# 급식 알리미\n\n학교 급식 앱의 광고가 불편해 직접 만들어 앱스토어에 출시, 사용자 1,900명",
        (
            "# 부트캠프 조교\n\n"
            "부트캠프 조교로 수강생 62명을 멘토링하고 과제 채점기를 만들어 채점 시간을 3일에서 반나절로 단축"
        ),
        "# 쇼핑몰 결제 장애 대응\n\n자사 쇼핑몰 결제 실패를 추적해 월 410건→35건, 실서비스 무중단 배포",
        (
            "# Chat for a school\n\n"
            "The school board banned messengers, so I built one for 60 pupils and their parents; in daily use since "
            "2019."
        ),
        (
            "# Todo sync at work\n\n"
            "Our support team kept losing tickets between two tools; the sync I wrote cut lost tickets from 30 a month "
            "to 2."
        ),
        "# fastnotes\n\nI maintain this note-taking library: 1,400 stars, 38 contributors, on PyPI.",
    ),
    bad=(
        "# 넷플릭스 클론코딩\n\n노마드코더 강의를 따라 React와 TMDB API로 구현",
        "# 게시판 만들기\n\n국비 과정 팀 프로젝트. Spring, MyBatis로 로그인, 회원가입, 게시글 CRUD 구현",
        "# 카메라 스티커앱\n\nAIFFEL 퀘스트. dlib으로 얼굴을 검출해 스티커를 붙임",
        "# Todo app\n\nBuilt with React while following a YouTube tutorial: add, edit and delete tasks, dark mode",
        (
            "# Cyclistic case study\n\n"
            "Capstone of the Google Data Analytics certificate: how do casual riders and members differ?"
        ),
        "# MERN e-commerce\n\nPractice project with login, cart and checkout. React, Node.js, Express, MongoDB",
    ),
    check=generic.check(
        "tutorial-clone",
        Message("강의 과제나 따라 만든 것으로 읽힘", "reads like an exercise, or built by following along"),
    ),
    plain=True,
)
