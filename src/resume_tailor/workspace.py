"""The workspace on disk: finding it, reading its files, writing what was made."""

import base64
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING
from unicodedata import normalize

from resume_tailor.encoding import decode
from resume_tailor.fields import Report, did_you_mean
from resume_tailor.problems import Place, Problem, ProblemsError, Severity
from resume_tailor.settings import FILE as SETTINGS_FILE
from resume_tailor.settings import Settings, read_settings
from resume_tailor.yamlmarks import MapNode, Reading, Scalar, read

if TYPE_CHECKING:
    from resume_tailor.template import Template

DEFAULTS = "_defaults"
_ENDINGS = (".yaml", ".yml", ".json")
_MAX_PHOTO = 5_000_000
_LONGEST_PATH = 400
_PHOTO_KINDS = ((b"\x89PNG\r\n\x1a\n", "image/png"), (b"\xff\xd8\xff", "image/jpeg"))


def find(start: Path) -> Path:
    """Return the nearest folder from `start` up that holds `resume/`, or raise `ProblemsError`."""
    for folder in (start, *start.parents):
        if _is_one(folder):
            return folder
    hint = "run `resume init` here to make one, or go to its folder"
    raise ProblemsError(
        Problem("no-workspace", "no workspace here or above: a folder with resume/ in it", Place("."), hint=hint)
    )


def _is_one(folder: Path) -> bool:
    """Tell whether a folder is a workspace; the one around a workspace called `resume`, as a clone may be, is none."""
    base = folder / "resume"
    if not base.is_dir() or (base / "resume").is_dir():
        return False
    return (folder / "companies").is_dir() or bool(_base_files(folder))


def _base_files(root: Path) -> list[Path]:
    return _yaml_files(root / "resume")


def _yaml_files(folder: Path) -> list[Path]:
    """Return a folder's YAML and JSON files by name; hidden ones are an editor's business."""
    if not folder.is_dir():
        return []
    found = [path for path in folder.iterdir() if path.suffix.lower() in _ENDINGS and not path.name.startswith(".")]
    if odd := [path for path in found if not path.name.isprintable()]:  # whoever reads names from our output is misled
        message = "the name of this file holds a line end or another control character"
        raise ProblemsError(*(Problem("file-name", message, Place(str(path)), hint="rename it") for path in odd))
    return sorted((path for path in found if path.is_file()), key=lambda path: path.name)


@dataclass(slots=True)
class Workspace:
    """A workspace that is being read; `sources` and `inputs` fill up with the files met."""

    root: Path
    parse: Callable[[str, bytes], Reading] = read  # a preview remembers what it has parsed
    sources: dict[str, str] = field(default_factory=dict)  # for excerpts in problems
    inputs: dict[str, bytes] = field(default_factory=dict)  # for the manifest
    _profiles: list[Path] | None = None  # listed once: each profile asks for several others

    def name(self, path: Path) -> str:
        """Return a file's name in messages: relative to the root, with `/`, composed (macOS gives parts)."""
        shown = path.relative_to(self.root) if path.is_relative_to(self.root) else path
        return normalize("NFC", shown.as_posix())

    def holds(self, path: Path) -> bool:
        """Tell whether a file, all links followed, lies in the workspace: a stranger's may link to anything."""
        return path.resolve().is_relative_to(self.root.resolve())

    def _read(self, path: Path) -> Reading:
        name = self.name(path)
        if not self.holds(path):
            return Reading(name, "", None, (_led_out(name),))
        try:
            data = path.read_bytes()
        except OSError as error:
            return Reading(name, "", None, (Problem("unreadable", f"cannot be read: {error.strerror}", Place(name)),))
        reading = self.parse(name, data)
        self.sources[name], self.inputs[name] = reading.text, data
        return reading

    def base(self) -> list[Reading]:
        """Read every file of `resume/`."""
        files = _base_files(self.root)
        if not files:
            hint = "write resume/base.yaml, or run `resume init` in an empty folder to see one"
            raise ProblemsError(
                Problem("no-base", "there is no .yaml or .json file in resume/", Place("resume"), hint=hint)
            )
        return [self._read(path) for path in files]

    def lint_files(self) -> list[Reading]:
        """Read the workspace's own lint rules and sets, every file of `lint/`."""
        return [self._read(path) for path in _yaml_files(self.root / "lint")]

    def _profile_files(self) -> list[Path]:
        if self._profiles is None:
            self._profiles = _yaml_files(self.root / "companies")
        return self._profiles

    def companies(self) -> list[str]:
        """Return the ids of the company profiles; those that start with `_` are shared parts."""
        names = [normalize("NFC", path.stem) for path in self._profile_files()]
        return list(dict.fromkeys(name for name in names if not name.startswith("_")))

    def _profile_file(self, name: str) -> Path | None:
        files = self._profile_files()
        return next((path for path in files if normalize("NFC", path.stem) == name), None)

    def profile(self, name: str) -> list[Reading]:
        """Read a profile's layers: `_defaults`, the one it extends, its own; or raise when there is none."""
        own_file = None if name.startswith("_") else self._profile_file(name)
        if own_file is None:
            known = self.companies()
            hint = f"there are: {', '.join(known)}" if known else f"write companies/{name}.yaml"
            message = f"no profile '{name}'{did_you_mean(name, known)}"
            raise ProblemsError(Problem("unknown-company", message, Place("companies"), hint=hint))
        own = self._read(own_file)
        return self._layers(replace(own, problems=(*own.problems, *self._name_problems(name))))

    def drafted(self, name: str, data: bytes) -> list[Reading]:
        """Return the layers of a profile that is not written yet, as `profile` gives those of one that is."""
        path = f"companies/{name}.yaml"
        own = self.parse(path, data)
        self.sources[path] = own.text
        return self._layers(own)

    def _layers(self, own: Reading) -> list[Reading]:
        defaults = self._profile_file(DEFAULTS)
        shared, problems = self._extended(own)
        layers = [self._read(defaults)] if defaults else []
        return [*layers, *shared, replace(own, problems=(*own.problems, *problems))]

    def _name_problems(self, name: str) -> list[Problem]:
        """Say where files share a name: one would never be read, or its outputs be replaced by the other's."""
        files = [path for path in self._profile_files() if normalize("NFC", path.stem) == name]
        first, *others = (Place(self.name(path)) for path in files)
        hint = "give one of the files another name"
        same = [Problem("duplicate-id", f"'{name}' is also {first.path}", place, hint=hint) for place in others]
        message = "is the same name as '{}' on disks that do not tell capitals: one's files would replace the other's"
        alike = [one for one in self.companies() if one != name and one.casefold() == name.casefold()]
        return same + [Problem("duplicate-id", message.format(one), first, Severity.WARNING, hint) for one in alike]

    def _extended(self, own: Reading) -> tuple[list[Reading], list[Problem]]:
        """Read the profile that `extends` names, which may not extend another; or say what is wrong with the wish."""
        wish = own.node.get("extends") if isinstance(own.node, MapNode) else None
        if not isinstance(wish, Scalar) or wish.is_null:
            return [], []
        file = self._profile_file(wish.text)
        if file is None or wish.text == DEFAULTS:
            names = [path.stem for path in self._profile_files() if path.stem != DEFAULTS]
            message = f"extends: no profile '{wish.text}'{did_you_mean(wish.text, names)}"
            return [], [Problem("unknown-company", message, wish.place)]
        shared = self._read(file)
        chained = shared.node.get("extends") if isinstance(shared.node, MapNode) else None
        if chained is None:
            return [shared], []
        message = f"'{wish.text}' itself extends another profile; only one level is read"
        return [shared], [Problem("chained-extends", message, chained.place, hint="copy what you need into it")]

    def ground(self) -> Iterator[tuple[str, bytes]]:
        """Yield every file that any company's resume may be made of, its own profile aside, unparsed."""
        paths = [*_base_files(self.root), *_yaml_files(self.root / "lint"), self.root / SETTINGS_FILE]
        paths += [path for path in self._profile_files() if path.stem.startswith("_")]
        for home in (shipped_templates(), self.root / "templates"):
            paths += sorted(path for path in home.rglob("*") if path.is_file()) if home.is_dir() else []
        yield from ((str(path), path.read_bytes()) for path in paths if path.is_file())

    def profile_bytes(self) -> dict[str, bytes]:
        """Return the companies' own profiles, unparsed."""
        files = {name: self._profile_file(name) for name in self.companies()}
        return {name: path.read_bytes() for name, path in files.items() if path}

    def settings(self) -> Settings:
        """Read `resume.toml`, or give the defaults; raise when something in it is wrong."""
        path = self.root / SETTINGS_FILE
        if not path.is_file():
            return Settings()
        if not self.holds(path):
            raise ProblemsError(_led_out(SETTINGS_FILE))
        report = Report(strict=True)
        try:
            text = decode(SETTINGS_FILE, path.read_bytes())
        except OSError as error:
            message = f"cannot be read: {error.strerror}"
            raise ProblemsError(Problem("unreadable", message, Place(SETTINGS_FILE))) from None
        self.sources[SETTINGS_FILE], self.inputs[SETTINGS_FILE] = text, text.encode()
        settings = read_settings(text, report)
        if report.problems:
            raise ProblemsError(*report.problems)
        return settings

    def output(self, asked: Path | None) -> Path:
        """Return the output folder: the one that was asked for, else that of the settings, which lies in here."""
        if asked:
            return asked
        out = self.root / self.settings().out
        if not self.holds(out):
            hint = f"remove the link, or say where with --out {out.resolve()}"
            raise ProblemsError(
                Problem("outside", "is a link that leads out of the workspace", Place(self.name(out)), hint=hint)
            )
        return out

    def templates(self) -> dict[str, Path]:
        """Return the template folders by name; the workspace's own win over the shipped ones."""
        found: dict[str, Path] = {}
        for home in (shipped_templates(), self.root / "templates"):
            if home.is_dir():
                found |= {path.name: path for path in sorted(home.iterdir()) if (path / "template.yaml").is_file()}
        return found

    def template(self, name: str, wanted_at: Place) -> "tuple[Template, Path]":
        """Read a template and return it with its folder; raise when there is none or it is wrong."""
        known = self.templates()
        if name not in known:
            hint = f"there are: {', '.join(sorted(known))}"
            message = f"no template '{name}'{did_you_mean(name, known)}"
            raise ProblemsError(Problem("unknown-template", message, wanted_at, hint=hint))
        folder = known[name]
        paths = [path for path in sorted(folder.iterdir()) if path.is_file()]
        own = folder.is_relative_to(self.root)
        if own and (out := [path for path in paths if not self.holds(path)]):
            raise ProblemsError(*(_led_out(self.name(path)) for path in out))
        files = {path.name: path.read_bytes() for path in paths}
        path = self.name(folder) if own else f"{name} (shipped)"
        for part, data in files.items():
            self.sources[f"{path}/{part}"] = data.decode(errors="replace")
        self.inputs |= {f"templates/{name}/{part}": data for part, data in files.items()}
        from resume_tailor.template import read_template

        return read_template(name, path, files), folder

    def photo(self, image: str, place: Place) -> tuple[str, list[Problem]]:
        """Return a picture of the workspace as a data: address, or "" with a warning, at `place`, that says why not."""
        if not image or re.match(r"data:image/(png|jpeg);base64,[A-Za-z0-9+/=\s]*$", image):
            return image, []
        problem = "is on the web" if "://" in image else "is no file name" if len(image) > _LONGEST_PATH else ""
        path = self.root / image
        if problem := problem or _photo_problem(path.resolve(), self.root.resolve()):
            shown = image if len(image) <= _LONGEST_PATH else f"{image[:40]}…"
            hint = "save it as PNG or JPEG in the workspace and write its path"
            message = f"the picture '{shown}' {problem}; it is left out"
            return "", [Problem("photo", message, place, Severity.WARNING, hint)]
        data = path.read_bytes()
        self.inputs[self.name(path)] = data
        kind = next(kind for magic, kind in _PHOTO_KINDS if data.startswith(magic))
        return f"data:{kind};base64,{base64.b64encode(data).decode()}", []


def _led_out(name: str) -> Problem:
    hint = "put the file itself here, or make the workspace where it lies"
    return Problem("outside", "is a link that leads out of the workspace, and is not read", Place(name), hint=hint)


def check_output(out: Path, folder: Path) -> None:
    """Raise `ProblemsError` where a link in the output folder `out` takes one of its folders elsewhere."""
    if not folder.resolve().is_relative_to(out.resolve()):
        message = f"{folder.name} is a link that leads out of {out.name}; nothing is written through it"
        raise ProblemsError(Problem("outside", message, Place(str(folder)), hint="remove the link"))


def _photo_problem(path: Path, root: Path) -> str:
    """Return what is wrong with a picture, or ""."""
    if not path.is_relative_to(root):
        return "is not inside the workspace"
    if not path.is_file():
        return "is not there"
    if path.stat().st_size > _MAX_PHOTO:
        return f"is larger than {_MAX_PHOTO // 1_000_000} MB"
    with path.open("rb") as file:
        head = file.read(16)
    return "" if any(head.startswith(magic) for magic, _ in _PHOTO_KINDS) else "is neither PNG nor JPEG"


def shipped_templates() -> Path:
    """Return the folder of the templates that come with the tool: in the package, or beside `src/` in a checkout."""
    here = Path(__file__).resolve().parent
    inside = here / "templates"
    return inside if inside.is_dir() else here.parents[1] / "templates"
