"""Fuzzes what bytes of strangers reach, guided by coverage, until the time is up.

    fuzz.py                     all targets, FUZZ_SECONDS (600) together
    fuzz.py posting template    these
    fuzz.py --replay FILE       once more what was found: .fuzz/<target>/crash-...

An input that raises, takes ten seconds or 500 MB is kept in .fuzz/, and the run ends with 1. Each target runs in a
process of its own. It needs atheris, which `make fuzz` installs.
"""

import os
import subprocess
import sys
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parent.parent
FOUND = REPOSITORY / ".fuzz"
_SECONDS = 600
_LIMITS = ("-timeout=10", "-rss_limit_mb=500", "-max_len=20000", "-print_final_stats=1")


def main(words: list[str]) -> int:
    """Run the targets one after another."""
    sys.path[:0] = [str(REPOSITORY / "tests/fuzz"), str(REPOSITORY / "tests/support")]
    from targets import TARGETS

    if words[:1] == ["--replay"]:
        path = Path(words[1])
        next(target for target in TARGETS if target.name == path.parent.name).try_one(path.read_bytes())
        print("nothing was raised")
        return 0
    if words[:1] == ["--one"]:
        _fuzz(next(target for target in TARGETS if target.name == words[1]), words[2])
    chosen = [target for target in TARGETS if not words or target.name in words]
    seconds = max(1, int(os.environ.get("FUZZ_SECONDS") or _SECONDS) // len(chosen))
    ends = {target.name: _run(target.name, seconds) for target in chosen}
    for name, end in ends.items():
        print(f"{name}: {'nothing found' if not end else f'see {FOUND / name}; replay: fuzz.py --replay FILE'}")
    return int(any(ends.values()))


def _run(name: str, seconds: int) -> int:
    folder = FOUND / name
    folder.mkdir(parents=True, exist_ok=True)
    return subprocess.run([sys.executable, __file__, "--one", name, str(seconds)], check=False).returncode


def _fuzz(target: object, seconds: str) -> None:
    """Hand a target to atheris, which ends the process."""
    import atheris

    folder = FOUND / target.name  # type: ignore[attr-defined]
    corpus = folder / "corpus"
    corpus.mkdir(exist_ok=True)
    for number, data in enumerate(target.corpus()):  # type: ignore[attr-defined]
        (corpus / f"sample-{number}").write_bytes(data)
    atheris.instrument_all()
    limits = (*_LIMITS, f"-max_total_time={seconds}", f"-artifact_prefix={folder}/", str(corpus))
    atheris.Setup([sys.argv[0], *limits], target.try_one)  # type: ignore[attr-defined]
    atheris.Fuzz()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
