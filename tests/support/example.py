"""The example workspace of this repository, copied where tests may build in it."""

import json
import shutil
from dataclasses import dataclass, field
from pathlib import Path

from command import DAY, Ran, run

REPOSITORY = Path(__file__).resolve().parents[2]


def copy(target: Path) -> Path:
    """Copy the example's files, without what was built of them."""
    for part in ("resume", "companies", "postings"):
        shutil.copytree(REPOSITORY / part, target / part)
    if (REPOSITORY / "resume.toml").is_file():
        shutil.copy(REPOSITORY / "resume.toml", target)
    return target


@dataclass
class Outputs:
    """What one build left in its folder."""

    ran: Ran
    folder: Path

    @property
    def manifest(self) -> dict:
        return json.loads((self.folder / "manifest.json").read_text(encoding="utf-8"))

    @property
    def pdf(self) -> Path:
        return next(self.folder.glob("*.pdf"))

    @property
    def html(self) -> Path:
        return next(self.folder.glob("*.html"))


@dataclass
class Example:
    """A copy that is built once for all tests; none of them may change it."""

    root: Path
    _built: dict[tuple[str, str], Outputs] = field(default_factory=dict)

    def build(self, company: str, lang: str) -> Outputs:
        """Build a company (or, for "base", the base) in a language."""
        if (company, lang) not in self._built:
            who = [] if company == "base" else ["--company", company]
            out = self.root / "out" / lang
            ran = run("build", *who, "--lang", lang, "--date", DAY, "--out", str(out), cwd=self.root)
            assert ran.code == 0, ran.err
            (manifest,) = (out / company).rglob("manifest.json")
            self._built[company, lang] = Outputs(ran, manifest.parent)
        return self._built[company, lang]
