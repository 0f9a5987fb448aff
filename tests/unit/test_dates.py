import datetime as dt

import pytest

from resume_tailor.dates import (
    Date,
    Span,
    in_order,
    is_future,
    means_now,
    months,
    parse,
    show_date,
    show_months,
    show_span,
    total_months,
)

TODAY = dt.date(2026, 11, 23)


def span(start, end=""):
    return Span(parse(start), None if means_now(end) else parse(end), means_now(end))


@pytest.mark.parametrize(
    ("text", "numbers"), [("2021", (2021, 0, 0)), ("2021-06", (2021, 6, 0)), ("2021-06-01", (2021, 6, 1))]
)
def test_a_standard_date_is_understood_and_not_odd(text, numbers):
    date = parse(text)
    assert date == Date(text, *numbers)
    assert not date.odd
    assert date.iso == text


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        *(("2021.06", "2021-06"), ("2021/6", "2021-06"), ("2019-5", "2019-05"), ("2021. 6. 1.", "2021-06-01")),
        *(("2021-06-01T09:30:00Z", "2021-06-01"), ("2021-06-01 09:30", "2021-06-01")),
        ("2021-06-01T09:30:00.123+09:00", "2021-06-01"),
        *(("2021년", "2021"), ("2021년 6월", "2021-06"), ("2021년06월 1일", "2021-06-01")),
        ("２０２１．０６", "2021-06"),
        *(("May 2019", "2019-05"), ("5 May 2019", "2019-05-05"), ("Sept. 2019", "2019-09"), ("JUNE, 2019", "2019-06")),
        *(("Mar 1, 2022", "2022-03-01"), ("1st March 2022", "2022-03-01"), ("05/2019", "2019-05")),
    ],
)
def test_an_odd_date_is_understood_and_odd(text, iso):
    date = parse(text)
    assert (date.text, date.iso, date.odd) == (text, iso, True)


@pytest.mark.parametrize(
    "text",
    [
        *("2021-06-", "2021-", "2021-06-01-", "21-06", "2021 06", "01/02/2019", "Spring 2019", "Mai 2020", "x", ""),
        *("2014-13-39", "2014-13", "2021-00", "2021-02-30", "2021-06-00", "2021년 13월", "Foo 2019", "31 Apr 2019"),
        *("2018/01-2018/03", "2016 – heute", "0000", "3021", "ERROR invalid Date"),
    ],
)
def test_a_date_that_is_not_understood_or_impossible_is_kept_as_written(text):
    date = parse(f" {text} ")
    assert date == Date(text)
    assert not date.odd
    assert date.iso == ""
    assert show_date(date, "ko") == show_date(date, "en") == text


@pytest.mark.parametrize(
    "text",
    [
        *("", " ", "Present", "present", "PRESENT.", "now", "current", "(현재)", "현재", "재직중", "재직 중", "진행중"),
        *("today", "ongoing", "to date", "until now", "heute", "至今"),
    ],
)
def test_these_words_mean_now(text):
    assert means_now(text)


@pytest.mark.parametrize("text", ["2021", "2021-06", "퇴사", "-", "presently unknown", "to"])
def test_other_words_do_not_mean_now(text):
    assert not means_now(text)


@pytest.mark.parametrize(
    ("start", "end", "count"),
    [
        *(("2022-03", "2022-03", 1), ("2022-03", "2022-04", 2), ("2021-12-31", "2022-01-01", 2)),
        *(("2022-03", "", 57), ("2022-03", "present", 57), ("2026-11", "", 1)),
        *(("2022", "2022-03", None), ("2022-03", "2023", None), ("2022", "", None), ("x", "2022-03", None)),
        *(("2022-03", "2022-02", None), ("2027-01", "", None)),
    ],
)
def test_months_are_counted_with_the_first_and_the_last(start, end, count):
    assert months(span(start, end), TODAY) == count


def test_months_of_a_span_without_start_or_end_are_unknown():
    assert months(Span(None, parse("2022-03")), TODAY) is None
    assert months(Span(parse("2022-03")), TODAY) is None
    assert months(Span(None, None, current=True), TODAY) is None


@pytest.mark.parametrize(
    ("text", "ko", "en", "ko_day", "en_day"),
    [
        ("2022", "2022", "2022", "2022", "2022"),
        ("2022-03", "2022.03", "Mar 2022", "2022.03", "Mar 2022"),
        ("2022-03-01", "2022.03", "Mar 2022", "2022.03.01", "Mar 1, 2022"),
        ("2022년 3월", "2022.03", "Mar 2022", "2022.03", "Mar 2022"),
        ("2022 봄", "2022 봄", "2022 봄", "2022 봄", "2022 봄"),
    ],
)
def test_a_date_is_shown_to_the_month_and_to_the_day_on_demand(text, ko, en, ko_day, en_day):
    date = parse(text)
    assert (show_date(date, "ko"), show_date(date, "en")) == (ko, en)
    assert (show_date(date, "ko", day=True), show_date(date, "en", day=True)) == (ko_day, en_day)


@pytest.mark.parametrize(
    ("start", "end", "ko", "en"),
    [
        ("2022-03", "", "2022.03 – 현재", "Mar 2022 – Present"),
        ("2019-01", "2022-02", "2019.01 – 2022.02", "Jan 2019 – Feb 2022"),
        ("2019", "2022", "2019 – 2022", "2019 – 2022"),
        ("2019-01-02", "2019-01-20", "2019.01", "Jan 2019"),
        ("2019", "2019", "2019", "2019"),
        ("2022 봄", "", "2022 봄 – 현재", "2022 봄 – Present"),
        ("2018/01-2018/03", "", "2018/01-2018/03", "2018/01-2018/03"),
        ("2016 – heute", "", "2016 – heute", "2016 – heute"),
        ("2020/10至今", "", "2020/10至今", "2020/10至今"),
    ],
)
def test_a_span_is_shown_with_an_en_dash_between_plain_spaces(start, end, ko, en):
    assert show_span(span(start, end), "ko") == ko
    assert show_span(span(start, end), "en") == en


def test_half_a_span_is_one_date_and_no_span_is_nothing():
    assert show_span(Span(parse("2022-03")), "ko") == "2022.03"
    assert show_span(Span(None, parse("2022-03")), "en") == "Mar 2022"
    assert show_span(Span(), "ko") == ""
    assert show_span(Span(current=True), "ko") == ""
    assert show_span(Span(Date(""), current=True), "ko") == ""


@pytest.mark.parametrize(
    ("count", "ko", "en"),
    [
        *((57, "4년 9개월", "4 yrs 9 mos"), (9, "9개월", "9 mos"), (48, "4년", "4 yrs"), (12, "1년", "1 yr")),
        *((1, "1개월", "1 mo"), (13, "1년 1개월", "1 yr 1 mo"), (0, "", ""), (-1, "", "")),
    ],
)
def test_months_are_shown_as_years_and_months(count, ko, en):
    assert (show_months(count, "ko"), show_months(count, "en")) == (ko, en)


@pytest.mark.parametrize(
    ("spans", "total"),
    [
        ([], 0),
        ([("2020-01", "2020-12")], 12),
        ([("2020-01", "2020-12"), ("2020-06", "2021-06")], 18),
        ([("2020-01", "2020-12"), ("2020-03", "2020-04")], 12),
        ([("2020-01", "2020-02"), ("2022-01", "2022-02")], 4),
        ([("2020-01", "2020-02"), ("2022", ""), ("x", "2023-01")], 2),
        ([("2026-10", "2028-12")], 2),
        ([("2026-10", ""), ("2026-11", "")], 2),
    ],
)
def test_overlapping_jobs_count_once_and_the_future_and_the_unknown_not_at_all(spans, total):
    assert total_months([span(*ends) for ends in spans], TODAY) == total


@pytest.mark.parametrize(
    ("start", "end", "ordered"),
    [
        *(("2021-06", "2021-07", True), ("2021-06", "2021-06", True), ("2021-06", "2021-05", False)),
        *(("2021-06", "2021", True), ("2021", "2020-12", False), ("2021-06-02", "2021-06-01", False)),
        *(("2021-06-02", "2021-06", True), ("x", "1999", True), ("2021", "x", True)),
    ],
)
def test_an_end_is_out_of_order_only_when_it_certainly_lies_before_the_start(start, end, ordered):
    assert in_order(parse(start), parse(end)) is ordered


@pytest.mark.parametrize(
    ("text", "future"),
    [
        *(("2026", False), ("2027", True), ("2026-11", False), ("2026-12", True), ("2026-11-23", False)),
        *(("2026-11-24", True), ("x", False)),
    ],
)
def test_a_date_is_future_only_when_it_certainly_lies_after_today(text, future):
    assert is_future(parse(text), TODAY) is future


@pytest.mark.parametrize("number", range(1, 13))
def test_every_month_is_known_by_its_whole_name_and_by_three_letters(number):
    name = dt.date(2021, number, 1).strftime("%B")
    assert parse(f"{name} 2021").iso == parse(f"{name[:3]} 2021").iso == f"2021-{number:02}"


@pytest.mark.parametrize(("text", "now"), [("(현재)", True), ("현재.", True), ("[현재]", False)])
def test_brackets_and_a_full_stop_around_now_are_no_matter(text, now):
    assert means_now(text) is now


def test_one_year_is_a_year_and_two_are_years():
    assert [show_months(count, "en") for count in (1, 2, 12, 24, 25)] == [
        "1 mo",
        "2 mos",
        "1 yr",
        "2 yrs",
        "2 yrs 1 mo",
    ]
