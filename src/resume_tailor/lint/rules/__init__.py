"""The rules, one a file, each as `RULE`; this is their register, in the order of the docs.

A rule is loaded when it is asked for: a build asks for those that make errors alone.
"""

from importlib import import_module

from resume_tailor.lint.engine import AnyRule

NAMES = (
    "public-dataset",
    "competition-clone",
    "tutorial-clone",
    "missing-why",
    "missing-outcome",
    "missing-role",
    "stack-dump",
    "tech-first",
    "sota-worship",
    "til-commits",
    "no-metric",
    "no-baseline",
    "weak-opener",
    "long-bullet",
    "first-person",
    "cliche",
    "repeated-opener",
    "mixed-ending",
    "mixed-punctuation",
    "term-variants",
    "misspelling",
    "uncategorised-skills",
    "unproven-skill",
    "self-rating",
    "bad-range",
    "gap",
    "overlap",
    "resident-number",
    "sensitive-personal",
    "other-company-name",
    "same-as-other",
    "keyword-left-out",
    "hidden-employer",
    "over-pages",
    "near-empty-last-page",
    "text-layer",
    "missing-contact",
)
ERRORS = (
    "public-dataset",
    "bad-range",
    "resident-number",
    "other-company-name",
    "over-pages",
    "text-layer",
    "missing-contact",
)
ALL: tuple[AnyRule, ...]


def load(name: str) -> AnyRule:
    """Return the rule of a name that stands above."""
    rule: AnyRule = import_module(f"{__name__}.{name.replace('-', '_')}").RULE
    return rule


def __getattr__(name: str) -> tuple[AnyRule, ...]:
    """Return `ALL`: every rule."""
    if name != "ALL":
        raise AttributeError(name)
    return tuple(map(load, NAMES))
