"""Jinja for templates that strangers made: what a template may do to a machine has an end, in work and in size.

Jinja's sandbox keeps a template from reaching out. It may still count to 10⁹ in a loop, or make a text of that length;
so here each turn of a loop, each call and each text costs something of what one page may take. What was read in Jinja
3.1: constants are folded when a template is compiled, but for operators that the sandbox intercepts, and for filters
that fail; compiled code joins texts by `environment.concat`, and calls by `environment.call`.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sized
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from functools import update_wrapper
from types import BuiltinMethodType
from typing import Any, ClassVar

from jinja2 import TemplateRuntimeError, nodes
from jinja2.compiler import CodeGenerator, Frame
from jinja2.sandbox import ImmutableSandboxedEnvironment

MOST_WORK = 300_000  # turns of loops, weighed by what is in them, calls, and a hundredth of the characters made
MOST_TEXT = 5_000_000  # characters of a page, or of any text on the way to it
MOST_COUNT = 10_000  # a width, a number of times
_MOST_BITS = 4_096  # of a whole number
_LONG_NUMBER = re.compile(rf"\d{{{len(str(MOST_COUNT))},}}")
_NESTED_FIELD = re.compile(r"\{[^{}]*\{")


class TooMuchError(TemplateRuntimeError):
    """A template asks for more than a page can need."""


@dataclass(slots=True)
class _Work:
    done: int = 0


_WORK: ContextVar[_Work | None] = ContextVar("_WORK", default=None)


@contextmanager
def one_page() -> Iterator[None]:
    """Draw one page in here: what it costs is counted from nothing."""
    token = _WORK.set(_Work())
    try:
        yield
    finally:
        _WORK.reset(token)


def _spend(amount: int) -> None:
    work = _WORK.get()
    if work is None:
        return
    work.done += amount
    if work.done > MOST_WORK:
        raise TooMuchError("the template does more work than any page needs: does a loop or a macro never end?")


def _fits(size: int) -> None:
    if size > MOST_TEXT:
        raise TooMuchError(f"the template makes a text of more than {MOST_TEXT // 1_000_000} million characters")
    _spend(size // 100)


def _measured(value: Any) -> Any:  # noqa: ANN401  whatever a template handles
    """Return a value that a template has made, once it is counted."""
    if isinstance(value, str | bytes | list | tuple | dict):
        _fits(len(value))
    return value


def _small(arguments: Iterable[object]) -> None:
    """Refuse a count that no page needs: of `center`, `batch`, `indent` and their like."""
    if any(isinstance(one, int) and abs(one) > MOST_COUNT for one in arguments):
        raise TooMuchError(f"the template asks for a width or a number of times above {MOST_COUNT:,}")


def _grown(text: str, old: object, new: object) -> None:
    """Refuse what `replace` would make too long, before it is there."""
    _fits(len(text) + text.count(str(old)) * len(str(new)))


def _plain_format(text: str) -> None:
    """Refuse a width in a format that is too large, or that comes from elsewhere."""
    if _LONG_NUMBER.search(text) or "*" in text or _NESTED_FIELD.search(text):
        raise TooMuchError("the template formats with a width that is too large, or not written in the format itself")


def _bounded(name: str, filter_: Callable[..., Any]) -> Callable[..., Any]:
    """Return a filter that refuses to make what is too large."""

    def bounded(*given: Any, **named: Any) -> Any:  # noqa: ANN401
        value, arguments = _split(filter_, given)
        if name == "format":
            _plain_format(str(value))
        else:
            _small([*arguments, *named.values()])
        if name == "replace" and len(arguments) > 1:
            _grown(str(value), *arguments[:2])
        if name == "join" and arguments and isinstance(value, Sized):
            _fits(len(value) * len(str(arguments[0])))
        return _measured(filter_(*given, **named))

    return update_wrapper(bounded, filter_)


def _split(filter_: Callable[..., Any], given: tuple[Any, ...]) -> tuple[Any, tuple[Any, ...]]:
    """Return the filtered value and the arguments; some filters get their surroundings first."""
    first = int(hasattr(filter_, "jinja_pass_arg"))
    return (given[first] if len(given) > first else None), given[first + 1 :]


def _turns(iterable: Iterable[object], weight: int) -> Iterator[object]:
    """Yield what a loop goes through; a turn costs as much as there is in the loop."""
    for one in iterable:
        _spend(weight)
        yield one


class _Generator(CodeGenerator):
    """Writes a template's code with what counts in it."""

    def visit_For(self, node: nodes.For, frame: Frame) -> None:  # noqa: N802
        """Count a loop's turns."""
        if node.recursive:
            self.fail("a loop of a template cannot be recursive", node.lineno)
        weight = nodes.Const(1 + sum(1 for part in node.body for _ in part.find_all(nodes.Node)))
        turns = nodes.EnvironmentAttribute("turns", lineno=node.iter.lineno)
        node.iter = nodes.Call(turns, [node.iter, weight], [], None, None, lineno=node.iter.lineno)
        super().visit_For(node, frame)

    def visit_Concat(self, node: nodes.Concat, frame: Frame) -> None:  # noqa: N802
        """Measure what `~` makes."""
        self.write("environment.measured(")
        super().visit_Concat(node, frame)
        self.write(")")


class BoundedEnvironment(ImmutableSandboxedEnvironment):
    """The sandbox in which work and size have an end."""

    intercepted_binops: ClassVar[frozenset[str]] = frozenset({"+", "*", "**", "%"})  # type: ignore[misc]
    code_generator_class = _Generator
    measured = staticmethod(_measured)
    turns = staticmethod(_turns)

    def __init__(self, **options: Any) -> None:  # noqa: ANN401  Jinja's own
        super().__init__(**options)
        self.filters = {name: _bounded(name, filter_) for name, filter_ in self.filters.items()}

    def concat(self, parts: Iterable[str]) -> str:
        """Join the texts of a page, a macro or a block, while they fit."""
        kept, size = [], 0
        for part in parts:
            size += len(part) + 1
            if size > MOST_TEXT:
                break
            kept.append(part)
        _fits(size)
        _spend(len(kept))
        return "".join(kept)

    def get_template(self, *given: Any, **named: Any) -> Any:  # noqa: ANN401
        """Count what is included, imported or extended: files may ask for each other."""
        _spend(100)
        return super().get_template(*given, **named)

    def call(self, context: Any, called: Any, *given: Any, **named: Any) -> Any:  # noqa: ANN401
        """Call something, counted; a method of Python's own only with small numbers."""
        _spend(1)
        if isinstance(called, BuiltinMethodType):
            _small([*given, *named.values()])
            if called.__name__ == "replace" and isinstance(called.__self__, str) and len(given) > 1:
                _grown(called.__self__, *given[:2])
            if called.__name__ == "join" and isinstance(called.__self__, str) and given and isinstance(given[0], Sized):
                _fits(len(given[0]) * len(called.__self__))
        return _measured(super().call(context, called, *given, **named))

    def wrap_str_format(self, value: Any) -> Callable[..., str] | None:  # noqa: ANN401
        """Format as Jinja's sandbox does, with no width that is too large."""
        formatted = super().wrap_str_format(value)
        if formatted is None:
            return None

        def bounded(*given: Any, **named: Any) -> str:  # noqa: ANN401
            _plain_format(value.__self__)
            text: str = _measured(formatted(*given, **named))
            return text

        return update_wrapper(bounded, formatted)

    def call_binop(self, context: Any, operator: str, left: Any, right: Any) -> Any:  # noqa: ANN401
        """Work out what an operator makes, where that is not too large."""
        if operator == "%" and isinstance(left, str):
            _plain_format(left)
        elif operator == "+" and isinstance(left, Sized) and isinstance(right, Sized):
            _fits(len(left) + len(right))
        elif operator in {"*", "**"}:
            _multiplied(operator, left, right)
        return _measured(super().call_binop(context, operator, left, right))


def _multiplied(operator: str, left: object, right: object) -> None:
    """Refuse a product that is too large."""
    for many, times in ((left, right), (right, left)):
        if isinstance(many, Sized) and isinstance(times, int):
            _fits(len(many) * max(times, 0))
    if isinstance(left, int) and isinstance(right, int):
        bits = left.bit_length() + right.bit_length() if operator == "*" else left.bit_length() * max(right, 0)
        if bits > _MOST_BITS:
            raise TooMuchError("the template makes a number that is too large")
