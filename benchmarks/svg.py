"""Small line charts as SVG text: time and memory against size. No library, no disk."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape
from math import floor, log10

_WIDTH, _HEIGHT = 340, 230
_LEFT, _RIGHT, _TOP, _BOTTOM = 58, 24, 34, 42
_COLUMNS = 2
_TICKS = 4
_STYLE = (
    "text{font:12px sans-serif;fill:#333}.title{font-weight:bold}.axis{stroke:#bbb}"
    ".even{stroke:#999;stroke-dasharray:4 4}.line{stroke:#0f4c5c;stroke-width:2;fill:none}.dot{fill:#0f4c5c}"
)


@dataclass(frozen=True, slots=True)
class Curve:
    """One chart: a title, what runs along below, the unit of the values, the points by size."""

    title: str
    along: str
    unit: str
    points: tuple[tuple[float, float], ...]


def drawing(curves: Sequence[Curve], about: str) -> str:
    """Return the charts, two beside each other."""
    rows = -(-len(curves) // _COLUMNS)
    width, height = _WIDTH * _COLUMNS, _HEIGHT * rows
    lines = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" role="img">',
        f"<title>{escape(about)}</title><style>{_STYLE}</style>",
        f'<rect width="{width}" height="{height}" fill="#fff"/>',
    ]
    for number, curve in enumerate(curves):
        down, across = divmod(number, _COLUMNS)
        lines += [f'<g transform="translate({across * _WIDTH} {down * _HEIGHT})">', *_chart(curve), "</g>"]
    return "\n".join([*lines, "</svg>"]) + "\n"


def step(most: float) -> float:
    """Return a round distance between ticks, so that a few of them reach up to a value."""
    rough = most / _TICKS
    power: float = 10 ** floor(log10(rough))
    return next(size * power for size in (1, 2, 5, 10) if size * power >= rough)


def _chart(curve: Curve) -> Iterator[str]:
    """Yield one chart's elements; both axes begin at nothing."""
    most_x, most_y = (max(values) for values in zip(*curve.points, strict=True))
    across, up = _ticks(most_x), _ticks(most_y)
    top_x, top_y = max(most_x, across[-1]), max(most_y, up[-1])

    def at(x: float, y: float) -> tuple[float, float]:
        wide, high = _WIDTH - _LEFT - _RIGHT, _HEIGHT - _TOP - _BOTTOM
        return round(_LEFT + x / top_x * wide, 1), round(_HEIGHT - _BOTTOM - y / top_y * high, 1)

    yield f'<text class="title" x="{_LEFT}" y="20">{escape(curve.title)}</text>'
    for value in up:
        left, y = at(0, value)
        yield f'<line class="axis" x1="{left}" x2="{_WIDTH - _RIGHT}" y1="{y}" y2="{y}"/>'
        yield f'<text x="{left - 6}" y="{y + 4}" text-anchor="end">{value:g} {escape(curve.unit)}</text>'
    for value in across:
        x, bottom = at(value, 0)
        yield f'<text x="{x}" y="{bottom + 16}" text-anchor="middle">{value:g}</text>'
    middle = (_LEFT + _WIDTH - _RIGHT) / 2
    yield f'<text x="{middle}" y="{_HEIGHT - 8}" text-anchor="middle">{escape(curve.along)}</text>'
    spots = [at(x, y) for x, y in curve.points]
    (x1, y1), (x2, y2) = spots[0], spots[-1]
    yield f'<line class="even" x1="{x1}" y1="{y1}" x2="{x2}" y2="{y2}"/>'
    yield f'<polyline class="line" points="{" ".join(f"{x},{y}" for x, y in spots)}"/>'
    yield from (f'<circle class="dot" cx="{x}" cy="{y}" r="3"/>' for x, y in spots)


def _ticks(most: float) -> list[float]:
    size = step(most)
    return [number * size for number in range(int(most / size + 1.000001) + 1) if number * size < most + size]
