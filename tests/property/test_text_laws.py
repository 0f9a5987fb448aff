"""Laws of rich text, dates and typography that hold for every input."""

import datetime as dt
import unicodedata
from html.parser import HTMLParser

from hypothesis import given
from hypothesis import strategies as st
from markupsafe import escape

from resume_tailor import dates, richtext, typography

MARKED = st.lists(
    st.sampled_from(
        [
            *("**", "*", "`", "``", "[", "]", "](https://a.kr)", "](javascript:x)", "(", ")", "\\", "<https://b.kr>"),
            *("<b>", "</b>", "<a href='c.kr'>", "</a>", "<br>", "<T>", "<", ">", "&amp;", "&"),
            *("_", "가", "나 ", " ", "x"),
        ]
    )
).map("".join)
ANY_TEXT = st.text() | MARKED
WITHOUT_URLS_OR_HTML = st.text(alphabet="가나다ab12*[]`\\_ \n", max_size=60)
KOREAN = st.text(alphabet="가각힣ㅋaZ19/·,()→~-%'\" \n漢é", max_size=80)
WORDY = st.text() | KOREAN


class Reader(HTMLParser):
    """What a browser makes of the HTML: the tags it meets, and the text."""

    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.open, self.seen, self.text = [], [], ""

    def handle_starttag(self, tag, attrs):
        self.open.append(tag)
        self.seen.append((tag, *attrs))

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        self.text += data


def read(html):
    reader = Reader()
    reader.feed(html)
    reader.close()
    assert reader.open == []
    return reader


@given(ANY_TEXT)
def test_parse_never_fails_and_its_html_holds_only_our_tags_and_reads_as_the_plain_text(source):
    text = richtext.parse(source)
    page = read(text.__html__())
    assert page.text == text.plain
    for tag, *attributes in page.seen:
        assert tag in {"strong", "code", "a"}
        assert [name for name, _ in attributes] == (["href"] if tag == "a" else [])
        assert all(value.startswith(("http", "mailto:", "tel:")) for _, value in attributes)


@given(WITHOUT_URLS_OR_HTML)
def test_parse_keeps_every_letter(source):
    def letters(text):
        return [char for char in text if char.isalnum()]

    assert letters(richtext.parse(source).plain) == letters(source)


@given(ANY_TEXT)
def test_plain_text_has_single_spaces_and_none_at_its_ends(source):
    plain = richtext.parse(source).plain
    assert plain == " ".join(plain.split())


@given(st.text(alphabet=st.characters(exclude_categories=["C"]), max_size=60))
def test_text_with_its_marks_escaped_is_read_back_as_it_was(text):
    escaped = "".join("\\" + char if char in "*[]`\\" else str(escape(char)) for char in text)
    assert richtext.parse(escaped).plain == " ".join(text.split())


@given(ANY_TEXT)
def test_a_href_is_empty_or_leads_to_an_allowed_place_and_is_its_own_href(url):
    href = richtext.link_href(url)
    assert href == "" or href.lower().startswith(("http://", "https://", "mailto:", "tel:"))
    assert richtext.link_href(href) == href


YEARS = st.integers(1000, 2999)
DAYS = st.dates(dt.date(1000, 1, 1), dt.date(2999, 12, 31))
STANDARD = st.one_of(
    YEARS.map(lambda year: f"{year:04}"), DAYS.map(lambda day: f"{day:%Y-%m}"), DAYS.map(lambda day: f"{day:%Y-%m-%d}")
)
NEAR = st.dates(dt.date(2015, 1, 1), dt.date(2027, 12, 31)).map(lambda day: dates.parse(f"{day:%Y-%m}"))
SPANS = st.builds(dates.Span, st.none() | NEAR, st.none() | NEAR, st.booleans())
TODAY = dt.date(2026, 11, 23)


@given(STANDARD, st.sampled_from(["ko", "en"]))
def test_a_standard_date_survives_being_shown_and_read_again(text, lang):
    date = dates.parse(text)
    assert not date.odd
    assert dates.parse(dates.show_date(date, lang, day=True)).iso == date.iso == text


@given(st.text() | st.from_regex(r"[0-9]{1,4}[-./ 년][0-9]{1,2}[-./ 월]?[0-9]{0,2}", fullmatch=True))
def test_reading_a_date_never_fails_and_keeps_what_was_written(text):
    date = dates.parse(text)
    assert date.text == text.strip()
    assert date.year or dates.show_date(date, "ko") == text.strip()
    dates.means_now(text)


@given(st.lists(SPANS), st.randoms())
def test_months_of_all_spans_are_at_most_their_sum_and_do_not_depend_on_order(spans, random):
    total = dates.total_months(spans, TODAY)
    assert 0 <= total <= sum(dates.months(span, TODAY) or 0 for span in spans)
    random.shuffle(spans)
    assert dates.total_months(spans, TODAY) == total
    assert dates.total_months(spans + spans, TODAY) == total


@given(STANDARD.map(dates.parse), STANDARD.map(dates.parse))
def test_two_dates_are_in_order_one_way_at_least(one, other):
    assert dates.in_order(one, other) or dates.in_order(other, one)


@given(WORDY)
def test_glued_text_is_the_same_text_with_the_same_words(text):
    glued = typography.glue_words(text)
    assert typography.unglue(glued) == typography.unglue(text)
    assert [typography.unglue(word) for word in glued.split()] == [typography.unglue(word) for word in text.split()]


@given(WORDY)
def test_glueing_twice_changes_nothing(text):
    glued = typography.glue_words(text)
    assert typography.glue_words(glued) == glued


@given(st.lists(WORDY))
def test_pieces_glued_are_the_whole_glued(pieces):
    glued = typography.glue_pieces(pieces)
    assert "".join(glued) == typography.glue_words("".join(pieces))
    assert len(glued) == len(pieces)


@given(KOREAN)
def test_a_decomposed_text_is_glued_where_the_composed_one_is(text):
    composed = unicodedata.normalize("NFC", text)
    glued = typography.glue_words(unicodedata.normalize("NFD", composed))
    assert unicodedata.normalize("NFC", glued) == typography.glue_words(composed)


@given(WORDY)
def test_no_word_is_missing_from_its_own_text(text):
    words = typography.korean_words(text)
    assert typography.missing_words(words, text) == []
    assert typography.missing_words(words, typography.glue_words(text)) == []


@given(st.text(alphabet="가나다라마", min_size=2, max_size=24), st.data())
def test_a_word_broken_anywhere_is_missing(word, data):
    at = data.draw(st.integers(1, len(word) - 1))
    assert typography.missing_words([word], f"{word[:at]}\n{word[at:]}") == [word]
