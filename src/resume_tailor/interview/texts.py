"""Texts and days as the papers for an interview show them."""

import datetime as dt

from resume_tailor.model import Text
from resume_tailor.richtext import parse


def plain(text: Text | None, lang: str) -> str:
    """Return a text in a language without its markup, "" for none."""
    return parse(text.to(lang)).plain if text else ""


def day_in_words(day: dt.date, lang: str) -> str:
    """Return a day, `2026.11.23` or `23 November 2026`."""
    return f"{day:%Y.%m.%d}" if lang == "ko" else f"{day.day} {day:%B %Y}"
