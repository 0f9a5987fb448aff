"""The files that a page may draw from: data: addresses and files of a few folders; nothing else, and no network."""

import base64
import warnings
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from io import BytesIO
from mimetypes import guess_type
from pathlib import Path
from typing import Any
from urllib.parse import quote, unquote_to_bytes, urlsplit
from urllib.request import url2pathname

PAGE = "file://page/"  # the address of the first root as the page sees it: no path of this machine in a PDF
MAX_BYTES = 20_000_000  # of one image or font
MAX_PIXELS = 50_000_000  # of one image, 200 MB when unpacked; a phone's largest photo


class Refused(ValueError):  # noqa: N818  WeasyPrint's log holds this name
    """An address that is not read: the rule it breaks, and why in words that follow the address."""

    def __init__(self, rule: str, why: str) -> None:
        super().__init__(why)
        self.rule = rule
        self.why = why


@dataclass(frozen=True)
class PageFiles:
    """The files of one page: those in `roots`, addressed from `base`, which lies in one of them (real paths).

    `unread` is told of what was not read: the rule, the address, and why.
    """

    roots: Sequence[Path]
    base: Path
    unread: Callable[[str, str, str], None]

    @property
    def home(self) -> Path:
        """The first root that `base` lies in, or `ValueError`."""
        for root in self.roots:
            if self.base.is_relative_to(root):
                return root
        raise ValueError(f"{self.base} lies in none of the roots")

    @property
    def base_url(self) -> str:
        """The address that relative ones start from."""
        inside = self.base.relative_to(self.home).as_posix()
        return PAGE if inside == "." else f"{PAGE}{quote(inside)}/"

    def read(self, url: str) -> tuple[bytes, str]:
        """Return the bytes and the media type behind an address, or say why not and raise `Refused`."""
        try:
            return self._read(url)
        except Refused as refused:
            self.unread(refused.rule, url, refused.why)
            raise

    def _read(self, url: str) -> tuple[bytes, str]:
        """Return the bytes and the media type behind an address."""
        data, kind = _read_data(url) if url[:5].lower() == "data:" else self._read_file(url)
        if not kind.startswith(("text/", "font/", "image/svg")) and _pixels(data) > MAX_PIXELS:
            raise Refused("refused-url", f"is an image of more than {MAX_PIXELS // 1_000_000} million pixels")
        return data, kind

    def _read_file(self, url: str) -> tuple[bytes, str]:
        """Return a file's bytes and its type by its name."""
        path = self._path(url)
        if not any(path.is_relative_to(root) for root in self.roots):
            raise Refused("refused-url", _OUTSIDE)
        if not path.is_file():
            raise Refused("missing-file", "does not exist")
        try:
            with path.open("rb") as file:
                data = file.read(MAX_BYTES + 1)
        except OSError as error:
            raise Refused("missing-file", f"cannot be read: {error.strerror}") from error
        if len(data) > MAX_BYTES:
            raise Refused("refused-url", _TOO_LARGE)
        return data, guess_type(path.name)[0] or "application/octet-stream"

    def _path(self, url: str) -> Path:
        """Return the real path, all symbolic links followed, of a file: address."""
        try:
            parts = urlsplit(url)
            path = Path(url2pathname(parts.path))
            if parts.scheme == "file" and parts.netloc == "page":
                return (self.home / path.relative_to(path.anchor)).resolve()
            if parts.scheme == "file" and parts.netloc in {"", "localhost"}:
                return path.resolve()
        except (OSError, RuntimeError, ValueError):  # a loop of links, a NUL, a broken host
            pass
        raise Refused("refused-url", _OUTSIDE)


_OUTSIDE = "is not read: only data: addresses and files of the workspace and the template are"
_NO_DATA = "is no data: address that can be read"
_TOO_LARGE = f"is larger than {MAX_BYTES // 1_000_000} MB"


def _read_data(url: str) -> tuple[bytes, str]:
    """Return the bytes and the media type of a data: address."""
    head, comma, body = url[5:].partition(",")
    kind, *options = head.lower().split(";")
    try:
        data = unquote_to_bytes(body)
        if "base64" in (option.strip() for option in options):
            data = base64.b64decode(data)
    except ValueError as error:
        raise Refused("refused-url", _NO_DATA) from error
    if not comma or len(data) > MAX_BYTES:
        raise Refused("refused-url", _TOO_LARGE if comma else _NO_DATA)
    return data, kind.strip() or "text/plain"


def _pixels(data: bytes) -> int:
    """Return how many pixels an image has by its head; 0 for what is no image, WeasyPrint will say so."""
    from PIL import Image

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # Pillow warns of an image that is large, and refuses a huge one
        try:
            width, height = Image.open(BytesIO(data)).size
        except Image.DecompressionBombError:
            return MAX_PIXELS + 1
        except (OSError, ValueError, SyntaxError):
            return 0
    return width * height


def fetcher(read: Callable[[str], tuple[bytes, str]]) -> Any:  # noqa: ANN401
    """Return WeasyPrint's way to an address: `read` gives its bytes and media type, or raises."""
    from weasyprint.urls import URLFetcher, URLFetcherResponse

    class Fetcher(URLFetcher):  # type: ignore[misc]
        def fetch(self, url: str, headers: object = None) -> Any:  # noqa: ANN401, ARG002
            data, kind = read(url)
            # A style sheet's own addresses start from its own; an image must not be read again on writing.
            return URLFetcherResponse(url if kind == "text/css" else "data:", data, {"Content-Type": kind})

    return Fetcher()
