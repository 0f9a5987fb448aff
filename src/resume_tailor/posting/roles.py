"""What is known of the roles: their names, titles, duties, questions. The data is roles.yaml."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pkgutil import get_data
from typing import Any

OTHER = "other"


@dataclass(frozen=True, slots=True)
class Sign:
    """What speaks for a role: parts that all stand in one line, each of alternatives. `weight` is 1 to 3."""

    weight: float
    parts: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Question:
    """What an interviewer asks for a role, in both languages, and the words that an answering project has."""

    ko: str
    en: str
    about: tuple[str, ...]

    def to(self, lang: str) -> str:
        """Return the question in a language."""
        return self.ko if lang == "ko" else self.en


@dataclass(frozen=True, slots=True)
class Role:
    """A role: how it is called, what it is for, and what tells it; `sections` is the order that suits its resume."""

    id: str
    names: Mapping[str, str]
    about: Mapping[str, str]
    source: str
    titles: tuple[str, ...]
    signs: tuple[Sign, ...]
    tools: tuple[str, ...]
    sections: tuple[str, ...]
    questions: tuple[Question, ...]


@cache
def roles() -> Mapping[str, Role]:
    """Return the roles by id, in the order of roles.yaml."""
    found: dict[str, dict[str, Any]] = json.loads(get_data(__name__, "roles.json") or b"{}")
    return {name: _role(name, raw) for name, raw in found.items()}


def _role(name: str, raw: Mapping[str, Any]) -> Role:
    signs = (_sign(float(weight), text) for weight, texts in raw["signs"].items() for text in texts)
    questions = (Question(one["ko"], one["en"], tuple(one["about"])) for one in raw["questions"])
    words = {key: tuple(raw[key]) for key in ("titles", "tools", "sections")}
    names, about, source = raw["name"], raw["about"], raw["source"]
    return Role(
        id=name, names=names, about=about, source=source, signs=tuple(signs), questions=tuple(questions), **words
    )


def _sign(weight: float, text: str) -> Sign:
    """Read `모델|model* + 배포|deploy*`."""
    return Sign(weight, tuple(tuple(part.split("|")) for part in text.split(" + ")))
