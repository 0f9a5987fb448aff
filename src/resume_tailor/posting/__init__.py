"""Job postings: what a posting asks for, told from its own words. Nothing is sent anywhere, nothing is made up.

`identify_role` and `extract_keywords` are for other programs; the commands are `resume posting`, `new` and `match`.
"""

from resume_tailor.keywords import Aliases
from resume_tailor.posting.model import Keyword, RoleReading


def identify_role(text: str) -> RoleReading:
    """Return the role that a posting's duties show, with scores and the lines that say so; any text will do.

    The first line is taken for the title. `other` is a job that is not data work, or a text that says nothing.
    """
    from resume_tailor.posting.reading import read_posting
    from resume_tailor.posting.role import role_of

    return role_of(read_posting(text))


def extract_keywords(text: str, aliases: Aliases | None = None) -> list[Keyword]:
    """Return at most twenty words worth having on a resume for a posting, the weightiest first.

    `aliases` say which words are the same, ours if none are given.
    """
    from resume_tailor.posting.reading import read_posting
    from resume_tailor.posting.words import keywords_of

    return keywords_of(read_posting(text), aliases)
