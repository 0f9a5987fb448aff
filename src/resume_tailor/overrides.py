"""A profile beyond its files: one-off values from the command line, and every value with the line it came from."""

import re
from collections.abc import Iterator

from resume_tailor.problems import Place, Problem
from resume_tailor.yamlmarks import ListNode, MapNode, Node, Reading, Scalar, read

_KEY = r"[\w-]+"


def setting(text: str) -> Reading:
    """Return the tree of a `--set`: `limits.pages=1`, `focus=[pricing, nlp]`; it lies over the profile like a file."""
    path = f"--set {text}"
    found = re.fullmatch(rf"({_KEY}(?:\.{_KEY})*)\s*=(.*)", text, re.DOTALL)
    if found is None:
        hint = "write KEY=VALUE with a key of the profile, for example --set limits.pages=1"
        return Reading(path, text, None, (Problem("bad-setting", f"'{text}' sets nothing", Place(path), hint=hint),))
    inside = read(path, found[2].encode())
    node = inside.node
    for key in reversed(found[1].split(".")) if node else ():
        node = MapNode(((Scalar(key, Place(path)), node),), Place(path)) if node else None
    return Reading(path, "", _moved(node, Place(path)) if node else None, tuple(_at(p, path) for p in inside.problems))


def _at(problem: Problem, path: str) -> Problem:
    """Return a problem of a value on the command line, where lines and columns say nothing."""
    return Problem(problem.rule, problem.message, Place(path), problem.severity, problem.hint)


def _moved(node: Node, place: Place) -> Node:
    """Return a tree with every node at one place."""
    if isinstance(node, Scalar):
        return Scalar(node.text, place, node.quoted)
    if isinstance(node, ListNode):
        return ListNode(tuple(_moved(item, place) for item in node.items), place)
    return MapNode(tuple((Scalar(key.text, place), _moved(value, place)) for key, value in node.pairs), place)


def leaves(node: Node, key: str = "") -> Iterator[tuple[str, str, Place]]:
    """Yield each value of an effective profile: its dotted key, the value as YAML, and the place that decided it."""
    if isinstance(node, MapNode):
        for name, child in node.pairs:
            yield from leaves(child, f"{key}.{name.text}" if key else name.text)
    elif isinstance(node, ListNode) and all(isinstance(item, Scalar) for item in node.items):
        words = ", ".join(item.text for item in node.items if isinstance(item, Scalar))
        yield key, f"[{words}]", node.place
    elif isinstance(node, ListNode):
        for number, child in enumerate(node.items):
            yield from leaves(child, f"{key}.{number}")
    else:
        yield key, node.text, node.place
