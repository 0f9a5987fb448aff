"""What a workspace adds to the linter, as a value: who only hands it on loads no rule."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from resume_tailor.lint.engine import AnyRule
    from resume_tailor.lint.lexicon import Entry


@dataclass(frozen=True, slots=True)
class Own:
    """What a workspace and its plugins add: sets and exercises, and rules."""

    entries: "tuple[Entry, ...]" = ()
    rules: "tuple[AnyRule, ...]" = ()
