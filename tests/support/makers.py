"""Small resumes and profiles for tests, by hand and by hypothesis."""

from collections.abc import Sequence

from hypothesis import strategies as st

from resume_tailor.model import Basics, Bullet, Entry, Marked, Profile, Resume, Text
from resume_tailor.problems import Place

HERE = Place("resume/base.yaml", 1, 1)
PROFILE = "companies/acme.yaml"


def text(words: str) -> Text:
    return Text(HERE, any=words)


def bullet(id_: str, words: str = "", *, tags: Sequence[str] = (), priority: int | None = None, **alt: str) -> Bullet:
    return Bullet(
        id_, text(words or id_), HERE, tuple(tags), priority, {name: text(other) for name, other in alt.items()}
    )


def entry(
    id_: str,
    section: str = "projects",
    bullets: Sequence[Bullet] = (),
    *,
    tags: Sequence[str] = (),
    priority: int | None = None,
    **texts: str,
) -> Entry:
    fields = {"name": text(id_), **{key: text(value) for key, value in texts.items()}}
    return Entry(id_, section, HERE, fields, bullets=tuple(bullets), tags=tuple(tags), priority=priority)


def resume(*entries: Entry) -> Resume:
    sections: dict[str, tuple[Entry, ...]] = {}
    for item in entries:
        sections[item.section] = (*sections.get(item.section, ()), item)
    return Resume(Basics(HERE, text("한지원"), text("데이터 분석가")), sections)


def words(line: int, *values: str) -> tuple[Marked[str], ...]:
    """Profile words; the first stands on the line given, each further one on the next."""
    return tuple(Marked(value, Place(PROFILE, line + i, 3)) for i, value in enumerate(values))


def mark(value, line: int) -> Marked:
    return Marked(value, Place(PROFILE, line, 3))


def profile(**wishes) -> Profile:
    return Profile("acme", text("ACME"), **wishes)


TAGS = ("pricing", "experiment", "forecasting", "teaching", "nlp")
KEYWORDS = ("SQL", "수요 예측", "A/B 테스트")
_SENTENCES = ("SQL로 지표를 정의", "수요예측으로 재고를 줄임", "A/B테스트 설계", "회의록 작성", "Python 수업")
_SECTIONS = ("work", "projects", "skills", "education", "awards", "military")

_tags = st.lists(st.sampled_from(TAGS), unique=True, max_size=2).map(tuple)
_priority = st.none() | st.integers(1, 3)


@st.composite
def resumes(draw) -> Resume:
    """Resumes of up to 8 entries and 32 bullets in several sections, tagged or not."""
    entries = []
    for i in range(draw(st.integers(1, 8))):
        bullets = [
            bullet(
                f"e{i}.b{k}",
                draw(st.sampled_from(_SENTENCES)),
                tags=draw(_tags),
                priority=draw(_priority),
                other="다른 말",
            )
            for k in range(draw(st.integers(0, 4)))
        ]
        section = draw(st.sampled_from(_SECTIONS))
        entries.append(entry(f"e{i}", section, bullets, tags=draw(_tags), priority=draw(_priority)))
    return resume(*entries)


@st.composite
def resumes_with_profiles(draw) -> tuple[Resume, Profile]:
    """A resume and a profile that refers only to what the resume holds, without contradictions."""
    base = draw(resumes())
    ids = [item.id for item in base.items()]
    homes = {item.id: e.id for e in base.entries() for item in e.items()}
    sections = draw(st.just(()) | st.lists(st.sampled_from(_SECTIONS), unique=True, min_size=1).map(tuple))
    drop = draw(st.lists(st.sampled_from(ids), unique=True, max_size=3))
    section_of = {item.id: e.section for e in base.entries() for item in e.items()}
    may_pin = [i for i in ids if not {i, homes[i]} & set(drop) and (not sections or section_of[i] in sections)]
    pin = draw(st.lists(st.sampled_from(may_pin), unique=True, max_size=3)) if may_pin else []
    with_other = [i for i in ids if "." in i]
    use = draw(st.lists(st.sampled_from(with_other), unique=True, max_size=2)) if with_other else []
    limits = draw(st.dictionaries(st.sampled_from(["bullets_per_entry", *_SECTIONS]), st.integers(1, 3), max_size=3))
    wishes = profile(
        focus=words(10, *draw(st.lists(st.sampled_from(TAGS), unique=True))),
        keywords=words(20, *draw(st.lists(st.sampled_from(KEYWORDS), unique=True))),
        exclude=words(30, *draw(st.lists(st.sampled_from(TAGS), unique=True, max_size=2))),
        include=words(40, *draw(st.lists(st.sampled_from(TAGS), unique=True, max_size=2))),
        sections=words(50, *sections),
        pin=words(60, *pin),
        drop=words(70, *drop),
        limits={key: mark(value, 80) for key, value in limits.items()},
        use={key: mark("other", 90) for key in use},
    )
    return base, wishes
