"""Who may talk to the preview: the browser on this machine, from the preview's own pages, and nobody else.

A page on the web can make a browser send requests to this machine, and its name can be made to mean this machine (DNS
rebinding). So the Host must be a name that only this machine has, and whatever another site asks for is refused.
"""

import ipaddress
from collections.abc import Mapping
from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

_ALWAYS: Mapping[str, str] = {
    "cache-control": "no-store",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "referrer-policy": "no-referrer",
    "x-content-type-options": "nosniff",
}
TOOL_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
    "font-src 'self'; frame-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
# The page in its frame runs nothing and asks for nothing: its style and its font are in it.
PAGE_POLICY = (
    "default-src 'none'; script-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'self'"
)
VIEWER_POLICY = "frame-ancestors 'none'"  # for the PDF: a browser's own viewer is a page with scripts


class Gate:
    """Lets in what comes from the preview itself."""

    def __init__(self, app: ASGIApp, host: str) -> None:
        """Take the application and the address that it listens on."""
        self.app = app
        self.host = host

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request, or refuse it."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return

        async def guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in _ALWAYS.items():
                    headers.setdefault(name, value)
                headers.setdefault("content-security-policy", TOOL_POLICY)
            await send(message)

        refusal = self._refusal(Headers(scope=scope), scope["method"], scope["path"])
        answer = PlainTextResponse(f"{refusal}\n", 403) if refusal else self.app
        await answer(scope, receive, guarded)

    def _refusal(self, headers: Headers, method: str, path: str) -> str:
        """Return why a request is refused, or ""."""
        host = headers.get("host", "")
        if not is_ours(host, self.host):
            return "This name is not that of the preview: open the address that `resume preview` printed."
        origin = headers.get("origin")
        if origin is not None and urlsplit(origin).netloc != host:
            return "Only the preview's own pages may ask for this."
        site = headers.get("sec-fetch-site", "none")
        if site not in {"none", "same-origin"} and not _is_visit(headers, method, path):
            return "Only the preview's own pages may ask for this."
        return ""


def _is_visit(headers: Headers, method: str, path: str) -> bool:
    """Tell whether somebody follows a link to the preview, which shows it in a window of its own."""
    visits = headers.get("sec-fetch-mode") == "navigate" and headers.get("sec-fetch-dest") == "document"
    return visits and method == "GET" and not path.startswith("/-/")


def is_ours(host: str, listening: str) -> bool:
    """Tell whether a Host header names this machine: by number, as localhost, or by the name that was asked for.

    A name of the web never does, wherever it leads; a port may be another, where it is forwarded.
    """
    try:
        name = urlsplit(f"//{host}").hostname or ""
    except ValueError:
        return False
    try:
        address = ipaddress.ip_address(name)
    except ValueError:
        return name == "localhost" or (bool(name) and name == listening.lower())
    return address.is_loopback or not is_loopback(listening)


def is_loopback(host: str) -> bool:
    """Tell whether an address is this machine's own, that no other machine reaches."""
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host.lower() == "localhost"
