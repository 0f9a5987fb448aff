"""Resumes made by several processes at once: WeasyPrint is loaded before they part, and only the parent writes.

A worker hands back what it made as values; so one that is killed leaves nothing half done.

A layout is a tree whose boxes know each other, which only the collector takes away. It is called between two resumes:
left to itself it lets several lie, and memory grows by a half over a hundred companies.
"""

import gc
import os
import signal
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from resume_tailor import pipeline
from resume_tailor.build import make
from resume_tailor.made import Order, Product
from resume_tailor.problems import Place, Problem, ProblemsError
from resume_tailor.workspace import Workspace

if TYPE_CHECKING:
    from concurrent.futures import Future

    from resume_tailor.press import Press

_WORTH = 2  # resumes for each worker at least: starting one is not free


@dataclass(frozen=True, slots=True)
class Failure:
    """Why a resume was not made."""

    problems: tuple[Problem, ...]


_Work = tuple[Workspace, pipeline.Base, Sequence[Order]]
_work: _Work | None = None  # a worker's own


def workers(jobs: int, orders: int) -> int:
    """Return how many processes to use; `jobs` 0 leaves it to the cores and the work."""
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return min(jobs, orders) if jobs else max(1, min(cores, orders // _WORTH))


def products(
    workspace: Workspace, base: pipeline.Base, orders: Sequence[Order], jobs: int, press: "Press | None" = None
) -> Iterator[Product | Failure]:
    """Yield what came of each order, in their order; one that fails stops no other. One alone may use a `press`."""
    if workers(jobs, len(orders)) == 1:
        for number, order in enumerate(orders):
            if number:
                gc.collect()
            yield _made(workspace, base, order, None if number else press)
        return
    if press:
        press.close()
    yield from _pooled((workspace, base, orders), workers(jobs, len(orders)))


def _pooled(work: "_Work", processes: int) -> "Iterator[Product | Failure]":
    from concurrent.futures import ProcessPoolExecutor  # a tenth of a small build, for those that are alone
    from multiprocessing import get_context

    *_, orders = work
    _preload(orders)
    # Forked, a worker has WeasyPrint and the base at once; where that is not safe, it is started anew.
    context = get_context("fork" if sys.platform == "linux" else "spawn")
    with ProcessPoolExecutor(processes, context, _begin, (work,)) as pool:
        waiting = [pool.submit(_numbered, number) for number in range(len(orders))]
        try:
            yield from (_result(one) for one in waiting)
        finally:
            # Waited for: the interpreter's end closes the same pipe as the pool's own thread, which is a traceback.
            pool.shutdown(cancel_futures=True)


def _result(one: "Future[Product | Failure]") -> Product | Failure:
    from concurrent.futures.process import BrokenProcessPool

    try:
        return one.result()
    except BrokenProcessPool:
        hint = "there may be too little memory: try --jobs 1"
        return Failure(
            (Problem("worker-lost", "a process that made resumes was ended", Place("this machine"), hint=hint),)
        )


def _preload(orders: Sequence[Order]) -> None:
    """Load what every worker needs, once."""
    if any("pdf" in order.formats or "pages" in order.profile.limits for order in orders):
        from resume_tailor import pdf

        pdf.preload()
    gc.freeze()  # what is shared stays shared


def _begin(work: _Work) -> None:
    global _work  # noqa: PLW0603 - how a pool's worker is handed what it works on
    _work = work
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent hears it, and ends us
    signal.signal(signal.SIGTERM, signal.SIG_DFL)  # what a worker holds on the disk is its parent's


def _numbered(number: int) -> Product | Failure:
    assert _work is not None  # noqa: S101 - `_begin` was here before
    workspace, base, orders = _work
    product = _made(workspace, base, orders[number])
    gc.collect()
    return product


def _made(workspace: Workspace, base: pipeline.Base, order: Order, press: "Press | None" = None) -> Product | Failure:
    try:
        return make(workspace, base, order, press)
    except ProblemsError as error:
        return Failure(error.problems)
