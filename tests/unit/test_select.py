"""Selecting by hand: each stage with its whole reason."""

from dataclasses import replace

from makers import bullet, entry, mark, profile, resume, text, words

from resume_tailor.model import Marked, Reword, Text
from resume_tailor.problems import Place
from resume_tailor.select import Decision, select


def told(selection, id_):
    found = next(d for d in selection.decisions if d.id == id_)
    verdict = "kept" if found.kept else "dropped"
    where = f" {found.place.path}:{found.place.line}" if found.place else ""
    return f"{verdict} {found.stage}: {found.reason}{where}"


def test_a_dropped_entry_takes_its_bullets_along():
    base = resume(entry("chatbot", bullets=[bullet("chatbot.bert")]))
    selection = select(base, profile(drop=words(7, "chatbot")))
    assert told(selection, "chatbot") == "dropped select: drop: chatbot companies/acme.yaml:7"
    assert told(selection, "chatbot.bert") == "dropped select: its entry chatbot is dropped companies/acme.yaml:7"


def test_exclude_takes_tagged_items_only():
    base = resume(entry("lecture", tags=["teaching"]), entry("plain"))
    selection = select(base, profile(exclude=words(5, "teaching")))
    assert told(selection, "lecture") == "dropped select: exclude: teaching companies/acme.yaml:5"
    assert selection.kept_ids() == ("plain",)


def test_include_drops_items_whose_tags_are_all_others_and_keeps_untagged_ones():
    base = resume(entry("price", tags=["pricing"]), entry("nlp", tags=["nlp", "vision"]), entry("plain"))
    selection = select(base, profile(include=words(4, "pricing")))
    assert (
        told(selection, "nlp")
        == "dropped select: include: none of its tags (nlp, vision) is listed companies/acme.yaml:4"
    )
    assert selection.kept_ids() == ("price", "plain")


def test_a_pin_beats_exclude_and_include_and_stands_first():
    base = resume(entry("a", tags=["pricing"]), entry("b", tags=["teaching"]))
    wishes = profile(
        exclude=words(5, "teaching"), include=words(6, "pricing"), pin=words(8, "b"), focus=words(2, "pricing")
    )
    selection = select(base, wishes)
    assert selection.kept_ids() == ("b", "a")
    assert told(selection, "b") == "kept select: pin: b companies/acme.yaml:8"


def test_a_pinned_bullet_keeps_its_entry():
    base = resume(entry("job", "work", [bullet("job.a"), bullet("job.b")], tags=["teaching"]))
    selection = select(base, profile(exclude=words(5, "teaching"), pin=words(6, "job.b")))
    assert selection.kept_ids() == ("job", "job.b", "job.a")


def test_what_lint_flagged_goes_unless_it_is_pinned():
    base = resume(entry("titanic"), entry("mnist"))
    flagged = {i: Marked("public-dataset", Place("companies/acme.yaml", 9, 15)) for i in ("titanic", "mnist")}
    selection = select(base, replace(profile(pin=words(3, "mnist")), flagged=flagged))
    assert told(selection, "titanic") == "dropped select: drop_flagged: public-dataset companies/acme.yaml:9"
    assert selection.kept_ids() == ("mnist",)


def test_the_key_compares_pin_focus_keywords_priority_and_order_from_left_to_right():
    base = resume(
        entry("last"),
        entry("by-priority", priority=1),
        entry("by-keywords", summary="SQL로 A/B 테스트"),
        entry("by-one-keyword", summary="MySQL 아닌 SQL을 씀"),
        entry("by-second-focus", tags=["experiment"]),
        entry("by-first-focus", tags=["pricing"]),
        entry("pinned"),
    )
    wishes = profile(
        focus=words(2, "pricing", "experiment"), keywords=words(9, "SQL", "A/B 테스트"), pin=words(5, "pinned")
    )
    selection = select(base, wishes)
    assert selection.kept_ids() == (
        "pinned",
        "by-first-focus",
        "by-second-focus",
        "by-keywords",
        "by-one-keyword",
        "by-priority",
        "last",
    )
    assert told(selection, "by-second-focus") == (
        "kept order: rank 3 of 7: focus 2 (experiment), keywords 0 companies/acme.yaml:3"
    )
    assert told(selection, "by-priority") == "kept order: rank 6 of 7: focus -, keywords 0, priority 1"


def test_skills_are_ranked_as_projects_are():
    base = resume(entry("tools", "skills"), entry("methods", "skills", tags=["pricing"]))
    assert select(base, profile(focus=words(2, "pricing"))).kept_ids() == ("methods", "tools")


def test_jobs_stay_in_the_order_of_the_base_and_their_bullets_do_not():
    old = entry("old", "work", [bullet("old.a"), bullet("old.b", tags=["pricing"])])
    selection = select(resume(entry("new", "work"), old), profile(focus=words(2, "pricing")))
    assert selection.kept_ids() == ("new", "old", "old.b", "old.a")


def test_an_entry_counts_the_tags_and_words_of_its_bullets():
    quiet = entry("quiet")
    loud = entry("loud", bullets=[bullet("loud.a", "수요예측으로 재고 절감", tags=["pricing"])])
    selection = select(resume(quiet, loud), profile(focus=words(2, "pricing"), keywords=words(4, "수요 예측")))
    assert told(selection, "loud") == "kept order: rank 1 of 2: focus 1 (pricing), keywords 1 companies/acme.yaml:2"


def test_a_cap_drops_the_lowest_ranked_and_says_the_rank():
    base = resume(entry("a"), entry("b", tags=["pricing"]), entry("c"))
    selection = select(base, profile(focus=words(2, "pricing"), limits={"projects": mark(1, 12)}))
    assert selection.kept_ids() == ("b",)
    assert (
        told(selection, "c")
        == "dropped budget: limits.projects=1 (rank 3 of 3: focus -, keywords 0) companies/acme.yaml:12"
    )


def test_a_cap_counts_pinned_items_first():
    base = resume(entry("a"), entry("b"), entry("c"))
    selection = select(base, profile(pin=words(3, "c"), limits={"projects": mark(2, 12)}))
    assert selection.kept_ids() == ("c", "a")


def test_an_entry_above_the_cap_takes_its_bullets_along_at_the_same_stage():
    base = resume(entry("a"), entry("b", bullets=[bullet("b.a")]))
    selection = select(base, profile(limits={"projects": mark(1, 12)}))
    assert told(selection, "b.a") == "dropped budget: its entry b is dropped companies/acme.yaml:12"


def test_a_cap_of_bullets_holds_for_each_entry_and_names_itself():
    base = resume(entry("job", "work", [bullet("job.a"), bullet("job.b")]), entry("old", "work", [bullet("old.a")]))
    selection = select(base, profile(limits={"bullets_per_entry": mark(1, 9)}))
    assert selection.kept_ids() == ("job", "job.a", "old", "old.a")
    assert (
        told(selection, "job.b")
        == "dropped budget: limits.bullets_per_entry=1 (rank 2 of 2: focus -, keywords 0) companies/acme.yaml:9"
    )


def test_a_section_that_is_not_listed_goes_with_the_line_of_sections():
    selection = select(resume(entry("a"), entry("job", "work")), profile(sections=words(6, "projects")))
    assert told(selection, "job") == "dropped select: sections does not list 'work' companies/acme.yaml:6"


def test_military_is_off_until_it_is_listed():
    base = resume(entry("army", "military"), entry("job", "work"))
    assert told(select(base, profile()), "army") == "dropped select: 'military' is shown only when sections lists it"
    assert select(base, profile(sections=words(6, "military"))).kept_ids() == ("army",)


def test_a_wording_is_used_and_recorded():
    base = resume(entry("job", "work", [bullet("job.a", "원래 말", pricing="가격을 앞세운 말")]))
    selection = select(base, profile(use={"job.a": mark("pricing", 20)}))
    assert selection.sections[0][1][0].bullets[0].text.any == "가격을 앞세운 말"
    assert selection.decisions[1] == Decision(
        "job.a",
        "bullet",
        "work",
        kept=True,
        stage="order",
        reason="rank 1 of 1: focus -, keywords 0",
        wording="pricing",
    )


def test_a_rewording_is_used_and_recorded_where_it_is_written():
    base = resume(entry("price", summary="원래 말"), entry("job", "work"))
    new = Reword(text("원래 말"), Text(Place("companies/acme.yaml", 22, 5), any="고친 말"))
    selection = select(base, profile(reword={"price": new}))
    shown = dict(selection.sections)
    assert {key: one.any for key, one in shown["projects"][0].texts.items()} == {"name": "price", "summary": "고친 말"}
    assert selection.decisions == (
        Decision(
            "job", "entry", "work", kept=True, stage="order", reason="place 1 of 1 in the base's order", wording=""
        ),
        Decision(
            "price",
            "entry",
            "projects",
            kept=True,
            stage="order",
            reason="rank 1 of 1: focus -, keywords 0",
            wording="reworded",
        ),
    )


def test_what_is_dropped_has_no_wording():
    dropped = select(resume(entry("a")), profile(drop=words(7, "a"))).decisions[0]
    assert (dropped.kind, dropped.wording, dropped.pinned) == ("entry", "", False)
