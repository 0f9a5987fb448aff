"""Opening a file at a line in the user's editor: `$VISUAL`, or the editor whose terminal this is."""

import shlex
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path, PurePath
from urllib.parse import quote

# Editors that register an address of their own: a link opens them, and the server need not start anything.
_LINKS: Mapping[str, tuple[str, str]] = {
    "code": ("VS Code", "vscode"),
    "code-insiders": ("VS Code Insiders", "vscode-insiders"),
    "codium": ("VSCodium", "vscodium"),
    "cursor": ("Cursor", "cursor"),
    "windsurf": ("Windsurf", "windsurf"),
}
# How others with a window of their own are told a line. One in a terminal (vim, nano) has nowhere to show itself.
_ARGUMENTS: Mapping[str, tuple[str, ...]] = {
    "subl": ("{path}:{line}:{column}",),
    "zed": ("{path}:{line}:{column}",),
    "mate": ("-l", "{line}:{column}", "{path}"),
    "idea": ("--line", "{line}", "{path}"),
    "pycharm": ("--line", "{line}", "{path}"),
    "gedit": ("+{line}:{column}", "{path}"),
    "kate": ("-l", "{line}", "-c", "{column}", "{path}"),
    "gvim": ("+{line}", "{path}"),
    "mvim": ("+{line}", "{path}"),
    "emacsclient": ("-n", "+{line}:{column}", "{path}"),
}


@dataclass(frozen=True, slots=True)
class Editor:
    """An editor: its name, and either the start of its links or its command and how it is told a line."""

    name: str
    scheme: str = ""
    command: tuple[str, ...] = ()

    def link(self, root: Path) -> str:
        """Return a link with `{path}`, `{line}` and `{column}` to be filled in, or ""."""
        folder = quote(root.as_posix().lstrip("/"))
        return f"{self.scheme}://file/{folder}/{{path}}:{{line}}:{{column}}" if self.scheme else ""

    def open(self, path: Path, line: int, column: int) -> None:
        """Start the editor at a place; raises `OSError` when it cannot be started."""
        arguments = (part.format(path=path, line=line, column=column) for part in self.command_arguments)
        subprocess.Popen(  # noqa: S603 - the user's own $VISUAL, no shell, a path of the workspace
            [*self.command, *arguments],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )

    @property
    def command_arguments(self) -> tuple[str, ...]:
        """Return how the editor is told a place."""
        return _ARGUMENTS[_program(self.command[0])]


def find(environment: Mapping[str, str]) -> Editor | None:
    """Return the editor that the environment names, or None where there is none that a browser could open."""
    try:
        words = shlex.split(environment.get("VISUAL", ""))
    except ValueError:  # a quote that does not end
        return None
    if not words:
        return Editor(*_LINKS["code"]) if environment.get("TERM_PROGRAM") == "vscode" else None
    program = _program(words[0])
    if program in _LINKS:
        return Editor(*_LINKS[program])
    if program in _ARGUMENTS:
        return Editor(program, command=tuple(word for word in words if word not in {"-w", "--wait"}))
    return None


def _program(word: str) -> str:
    return PurePath(word).name.removesuffix(".exe").removesuffix(".cmd")
