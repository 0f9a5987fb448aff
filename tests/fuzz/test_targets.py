"""A fixed budget of fuzzing: bytes, and our own files bent a little. `make fuzz` goes on for as long as it is let."""

import os
import random

import pytest
from targets import TARGETS, Target

EACH = int(os.environ.get("FUZZ_EACH") or 150)  # inputs a target
# fmt: off
WORDS = (
    "{{", "}}", "{%", "%}", "[", "]", "{", "}", ": ", "- ", "\n", "\t", "&a ", "*a", "!!", "|", ">", '"', "'", "#",
    "<", ">", "</", "<!--", "&amp;", "\\", "가", "각", "\u202e", "\u3164", "\ufeff", "2021-06", "9" * 40, "0x", "1e999",
    "~", "null", "%", "**", "`", "](", "http://", "A/B", "...",
)
# fmt: on
PIECES = [*(word.encode() for word in WORDS), b"\0", b"\xff", b"\xed\xa0\x80"]


def bent(data: bytes, chance: random.Random) -> bytes:
    """A file as somebody might leave it: cut, doubled, with something in it that does not belong."""
    for _ in range(chance.randrange(1, 6)):
        at = chance.randrange(len(data) + 1)
        end = min(len(data), at + chance.randrange(0, 40))
        kind = chance.randrange(4)
        if kind == 0:
            data = data[:at] + chance.choice(PIECES) * chance.choice((1, 1, 1, 30)) + data[at:]
        elif kind == 1:
            data = data[:at] + data[end:]
        elif kind == 2:
            data = data[:end] + data[at:]
        else:
            data = data[:at] + bytes(chance.randrange(256) for _ in range(4)) + data[at + 4 :]
    return data


@pytest.mark.parametrize("target", TARGETS, ids=[target.name for target in TARGETS])
def test_any_bytes_end_with_a_value_or_with_problems(target: Target):
    chance = random.Random(target.name)
    corpus = list(target.corpus())
    for data in corpus:
        target.try_one(data)
    for _ in range(EACH):
        target.try_one(bent(chance.choice(corpus), chance))
