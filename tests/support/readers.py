"""Reading files from memory, and the whole text of what is said about them."""

from collections.abc import Iterable, Mapping

from resume_tailor.fields import Report
from resume_tailor.model import Profile, Resume
from resume_tailor.pipeline import Base, load_base, load_profile
from resume_tailor.problems import Problem, ProblemsError, ordered, render
from resume_tailor.settings import FILE, Settings, read_settings
from resume_tailor.yamlmarks import ListNode, MapNode, Node, Reading, Scalar, read

BASE = "resume/base.yaml"
PROFILE = "companies/acme.yaml"


def reading(source: str | bytes, path: str = BASE) -> Reading:
    return read(path, source.encode() if isinstance(source, str) else source)


def told(problems: Iterable[Problem], readings: Iterable[Reading] = (), **sources: str) -> str:
    """The problems as `resume build` prints them."""
    texts = {item.path: item.text for item in readings} | sources
    return "\n".join(render(problem, texts) for problem in ordered(problems))


def syntax(source: str | bytes, path: str = BASE) -> str:
    """What reading alone says about a file."""
    found = reading(source, path)
    return told(found.problems, [found])


def base(*sources: str | bytes) -> tuple[Base, str]:
    """The base that files make (base.yaml, base1.yaml …), and what is said about them."""
    readings = [reading(source, f"resume/base{number or ''}.yaml") for number, source in enumerate(sources)]
    found = load_base(readings)
    return found, told(found.problems, readings)


def said(*sources: str | bytes) -> str:
    """What is said about a base."""
    return base(*sources)[1]


def resume(*sources: str | bytes) -> Resume:
    """The resume of a base without problems."""
    found, problems = base(*sources)
    assert problems == ""
    assert found.resume is not None
    return found.resume


def ids(source: str) -> list[str]:
    """The ids of a base's items, the summary's left out."""
    return [item.id for item in resume(source).items() if item.id != "summary"]


def profile(*layers: str, over: str) -> Profile:
    """The profile that layers make over a base; raises when anything is wrong."""
    readings = [reading(layer, path) for layer, path in zip(layers, _profile_paths(layers), strict=True)]
    return load_profile("acme", readings, base(over)[0])


def profile_said(*layers: str | bytes, over: str | tuple[str, ...] = "basics: {name: 한지원}\n") -> str:
    """What is said about a profile's layers over a base of one file or several; "" when nothing is wrong."""
    readings = [reading(layer, path) for layer, path in zip(layers, _profile_paths(layers), strict=True)]
    try:
        load_profile("acme", readings, base(*([over] if isinstance(over, str) else over))[0])
    except ProblemsError as error:
        return told(error.problems, readings)
    return ""


def _profile_paths(layers: tuple[str | bytes, ...]) -> list[str]:
    return [*(f"companies/_layer{number}.yaml" for number in range(1, len(layers))), PROFILE]


def settings(source: str) -> tuple[Settings, str]:
    """The settings of a resume.toml, and what is said about it."""
    report = Report(strict=True)
    found = read_settings(source, report)
    return found, told(report.problems, **{FILE: source})


def plain(node: Node) -> object:
    """A tree as Python data, every scalar its text."""
    match node:
        case Scalar():
            return node.text
        case ListNode():
            return [plain(item) for item in node.items]
        case MapNode():
            return {key.text: plain(value) for key, value in node.pairs}


def as_data(node: Node) -> object:
    """A tree as an editor's YAML 1.2 sees it: numbers, truth values and null where they are not quoted."""
    match node:
        case Scalar(text=text, quoted=False) if not text or text in {"~", "null"}:
            return None
        case Scalar(text="true" | "false", quoted=False):
            return node.text == "true"
        case Scalar(text=text, quoted=False) if text.isascii() and text.lstrip("-").isdigit():
            return int(text)
        case Scalar():
            return node.text
        case ListNode():
            return [as_data(item) for item in node.items]
        case MapNode():
            return {key.text: as_data(value) for key, value in node.pairs}


def nodes(node: Node) -> Iterable[Node]:
    """Every node of a tree, keys too."""
    yield node
    match node:
        case ListNode():
            for item in node.items:
                yield from nodes(item)
        case MapNode():
            for key, value in node.pairs:
                yield key
                yield from nodes(value)


def flat(data: object) -> Mapping[str, object]:
    """JSON data with every scalar as the text that JSON writes for it."""
    match data:
        case dict():
            return {key: flat(value) for key, value in data.items()}
        case list():
            return [flat(item) for item in data]
        case True | False:
            return str(data).lower()
        case None:
            return "null"
        case _:
            return str(data)
