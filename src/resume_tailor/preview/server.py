"""The preview's addresses. All that is asked for by name is looked up in what was read; no path reaches the disk."""

import json
import secrets
from collections.abc import AsyncIterator
from pkgutil import get_data
from typing import Any

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, Response, StreamingResponse
from starlette.routing import Route

from resume_tailor import __version__, fonts
from resume_tailor.model import BASE_ID, LANGUAGES
from resume_tailor.preview.desk import Wanted
from resume_tailor.preview.editor import Editor
from resume_tailor.preview.gate import PAGE_POLICY, VIEWER_POLICY
from resume_tailor.preview.studio import Studio
from resume_tailor.problems import source_lines

_KINDS = {"css": "text/css", "js": "text/javascript", "svg": "image/svg+xml"}
_LINES = 20  # of a file that are shown around the one asked for
_RETRY = 500  # milliseconds until a browser comes back after a break


class Pages:
    """What is answered at each address."""

    def __init__(self, studio: Studio, editor: Editor | None) -> None:
        """Take what is shown and what opens a file."""
        self.studio = studio
        self.editor = editor
        self.token = secrets.token_urlsafe(16)

    def routes(self) -> list[Route]:
        """Return the addresses."""
        return [
            Route("/-/static/{name}", self.static),
            Route("/-/font/{name}", self.font),
            Route("/-/live", self.live),
            Route("/-/page", self.page),
            Route("/-/why", self.why),
            Route("/-/picture/{name}", self.picture),
            Route("/-/pdf", self.pdf),
            Route("/-/source", self.source),
            Route("/-/open", self.open, methods=["POST"]),
            Route("/", self.tool),
            Route("/{id}", self.tool),
        ]

    async def tool(self, _request: Request) -> Response:
        """Give the tool itself; whose page it shows is for its script to read from the address."""
        config = {"token": self.token, "version": __version__, "editor": self._editor()}
        told = json.dumps(config, ensure_ascii=False).replace("<", "\\u003c")
        page = (_static("index.html") or b"").decode()
        script = f'<script type="application/json" id="config">{told}</script>'
        return HTMLResponse(page.replace("<!-- config -->", script))

    def _editor(self) -> dict[str, str] | None:
        if self.editor is None:
            return None
        link = self.editor.link(self.studio.root)
        return {"name": self.editor.name} | ({"link": link} if link else {})

    async def static(self, request: Request) -> Response:
        """Give a style sheet or a script."""
        name: str = request.path_params["name"]
        kind = _KINDS.get(name.rpartition(".")[2])
        data = _static(name) if kind else None
        return Response(data, media_type=kind) if data is not None else _missing()

    async def font(self, request: Request) -> Response:
        """Give a shipped face: the tool's own words are Korean too, on machines without a Korean font."""
        face = next((face for face in fonts.FACES if face.file == request.path_params["name"]), None)
        headers = {"cache-control": "max-age=86400"}
        return Response(face.data, media_type="font/ttf", headers=headers) if face else _missing()

    async def live(self, request: Request) -> Response:
        """Give the state of one or two pages as it changes, as server-sent events."""
        ids = request.query_params.getlist("id")[:2] or [""]
        wanted = [_wanted(request, name) for name in ids]
        pictures = request.query_params.get("pages") == "1"
        return StreamingResponse(_events(self.studio, wanted, pictures=pictures), media_type="text/event-stream")

    async def page(self, request: Request) -> Response:
        """Give a page as `build` writes it."""
        view = await self.studio.view(_wanted(request))
        return HTMLResponse(view.page, headers={"content-security-policy": PAGE_POLICY})

    async def why(self, request: Request) -> Response:
        """Give what the panel shows."""
        view = await self.studio.view(_wanted(request))
        return Response(view.explained.why, media_type="application/json") if view.explained else _missing()

    async def pdf(self, request: Request) -> Response:
        """Give the PDF."""
        view = await self.studio.view(_wanted(request))
        if view.explained is None:
            return _missing()
        headers = {"content-disposition": "inline", "content-security-policy": VIEWER_POLICY}
        return Response(view.explained.pdf, media_type="application/pdf", headers=headers)

    async def picture(self, request: Request) -> Response:
        """Give a picture of a page."""
        picture = self.studio.picture(request.path_params["name"])
        return Response(picture, media_type="image/png") if picture else _missing()

    async def source(self, request: Request) -> Response:
        """Give the lines of a file around one of them."""
        path = request.query_params.get("path", "")
        text = self.studio.source(path)
        line = _number(request.query_params.get("line", ""))
        if text is None:
            return _missing()
        lines = source_lines(text)
        first = max(1, min(line, len(lines)) - _LINES // 2)
        shown = lines[first - 1 : first - 1 + _LINES]
        return JSONResponse(
            {"path": path, "first": first, "line": line, "lines": shown, "absolute": str(self.studio.root / path)}
        )

    async def open(self, request: Request) -> Response:
        """Open a file in the editor. The token is in the tool's own page: no other page knows it."""
        if not secrets.compare_digest(request.headers.get("x-resume-token", ""), self.token):
            raise HTTPException(403, "Only the preview's own pages may ask for this.")
        try:
            asked: Any = json.loads(await request.body())
            path, line, column = str(asked["path"]), int(asked["line"]), int(asked["column"])
        except (ValueError, LookupError, TypeError):
            raise HTTPException(400) from None
        if self.editor is None or not self.editor.command or self.studio.source(path) is None:
            return _missing()
        try:
            self.editor.open(self.studio.root / path, line, column)
        except OSError as error:
            raise HTTPException(500, error.strerror) from None
        return Response(status_code=204)


async def _events(studio: Studio, wanted: list[Wanted], *, pictures: bool) -> AsyncIterator[str]:
    yield f"retry: {_RETRY}\n\n"
    async for state in studio.states(wanted, pictures=pictures):
        yield f"data: {json.dumps(state, ensure_ascii=False)}\n\n" if state else ": still here\n\n"


def _wanted(request: Request, name: str | None = None) -> Wanted:
    asked = request.query_params
    lang = asked.get("lang", "")
    return Wanted(name or asked.get("id", "") or BASE_ID, lang if lang in LANGUAGES else "", asked.get("template", ""))


def _number(text: str) -> int:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 8 else 1  # noqa: PLR2004


def _missing() -> Response:
    return Response(status_code=404)


def _static(name: str) -> bytes | None:
    """Return a file of the tool; a name with a folder in it is none."""
    if "/" in name or "\\" in name or name.startswith("."):
        return None
    try:
        return get_data("resume_tailor.preview", f"static/{name}")
    except OSError:
        return None


def application(studio: Studio, editor: Editor | None) -> Starlette:
    """Return the preview as an ASGI application."""
    return Starlette(routes=Pages(studio, editor).routes())
