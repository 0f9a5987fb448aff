"""`resume preview`."""

import asyncio
import os
import threading
import webbrowser
from urllib.parse import quote

import click

from resume_tailor.commands.terminal import company_ids, composed, open_workspace, shows_problems, today

_PORT = 8400


@click.command()
@click.option(
    "--company",
    "-c",
    metavar="ID",
    type=composed,
    shell_complete=company_ids,
    help="Whose page to show [default: the base].",
)
@click.option(
    "--port", type=click.IntRange(1, 65535), default=_PORT, show_default=True, help="The next free one if it is taken."
)
@click.option("--open/--no-open", "opens", default=True, help="Open a browser [default: open].")
@click.option("--host", default="127.0.0.1", show_default=True, help="Address to listen on.")
@shows_problems
def preview(*, company: str | None, port: int, opens: bool, host: str) -> None:
    """Show the pages in a browser as they are edited, and why they are as they are."""
    from resume_tailor.preview import editor, run
    from resume_tailor.preview.gate import is_loopback

    workspace = open_workspace()
    if company is not None:
        workspace.profile(company)  # raises when there is none
    if not is_loopback(host):
        click.echo(f"On {host}, other machines may see this resume while the preview runs.", err=True)

    def ready(found: int) -> None:
        name = f"[{host}]" if ":" in host else host
        address = f"http://{name}:{found}/{quote(company or '')}"
        taken = f" (port {port} is taken)" if found != port else ""
        click.echo(f"Preview: {address}{taken}\nCtrl-C ends it.")
        if opens:  # in a thread: a browser of the terminal returns only when it is left
            threading.Thread(target=webbrowser.open, args=(address,), daemon=True).start()

    asyncio.run(run.serve(workspace.root, run.Place(host, port), today, editor.find(os.environ), ready))
