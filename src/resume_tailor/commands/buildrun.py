"""One call of `resume build`: what is asked, what has changed, and what is told of each resume."""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import click

from resume_tailor.problems import Problem, ProblemsError, has_errors

if TYPE_CHECKING:
    from resume_tailor.crew import Failure
    from resume_tailor.made import Built, Order, Product
    from resume_tailor.memo import Memo, Recalled
    from resume_tailor.model import Profile
    from resume_tailor.pipeline import Base
    from resume_tailor.press import Press
    from resume_tailor.settings import Settings
    from resume_tailor.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Asked:
    """What the command line says of how to build."""

    formats: tuple[str, ...]
    lang: str
    values: tuple[str, ...]
    strict: bool
    day: dt.date

    def words(self) -> tuple[str, ...]:
        """Return it as words: what was made for others is made for nobody else."""
        return (",".join(sorted(self.formats)), self.lang, str(self.strict), self.day.isoformat(), *self.values)


@dataclass(slots=True)
class Run:
    """One call of the command: for whom, what is known so far, and what is wrong."""

    workspace: "Workspace"
    names: list[str]
    asked: Asked
    out: Path
    settings: "Settings"
    problems: list[Problem]
    everyone: bool
    memo: "Memo | None" = None

    def all_recalled(self) -> "dict[str, Recalled]":
        """Return what there is to tell where nothing at all has changed; nothing where anything has."""
        if self.memo is None or self.problems:
            return {}
        called = {name: self.memo.names(name) for name in self.workspace.companies()}
        if any(known is None for known in called.values()):
            return {}
        found: dict[str, Recalled] = {}
        for name in self.names:
            one = self.memo.recall(name, _others(name, called))
            if one is None:
                return {}
            found[name] = one
            self.problems += (*one.problems, *one.built.problems)
        return found

    def one_changed(self) -> bool:
        """Tell whether just one resume seems to have changed; there may be more."""
        return self.memo is not None and sum(self.memo.names(name) is None for name in self.names) == 1

    def build(self, jobs: int, press: "Press | None") -> "dict[str, Built]":
        """Build what has changed, several at once, saying each as it is done; one that fails stops no other."""
        from resume_tailor import crew

        base, shared = self._base()
        orders, own = self._orders(base)
        self.problems += [problem for found in own.values() for problem in found]
        stopped = has_errors(self.problems) and (not self.everyone or has_errors(shared) or base.resume is None)
        if base.resume is None or stopped or (self.problems and self.asked.strict):
            raise ProblemsError(*self.problems)
        called = {one.id: _called(one) for one in (orders[0].profile, *orders[0].others)} if orders else {}
        old = {order.profile.id: self._recalled(order, called) for order in orders}
        anew = [order for order in orders if not old[order.profile.id]]
        made = crew.products(self.workspace, base, anew, jobs, press)
        done: dict[str, Built] = {}
        for number, order in enumerate(orders, 1):
            counter = f"[{number}/{len(orders)}] " if len(orders) > 1 else ""
            name = order.profile.id
            one = old[name] or self._put(next(made), called, [*shared, *own.get(name, ())])
            if one:
                done[name] = one
                self.problems += one.problems
            for line in _report(one) if one else (f"{name}: not built",):
                click.echo(f"{counter}{line}")
                counter = " " * len(counter)
        for name in [name for name in self.names if name not in {order.profile.id for order in orders}]:
            click.echo(f"{name}: not built")
        return done

    def _base(self) -> tuple["Base", list[Problem]]:
        """Return the base, and what is wrong for whomever a resume is made; it is noted too."""
        from resume_tailor import pipeline
        from resume_tailor.ownlint import own_lint

        own, odd = own_lint(self.workspace)
        base = pipeline.load_base(self.workspace.base(), self.settings, own)
        shared = [*base.problems, *odd]
        self.problems += shared
        return base, shared

    def _orders(self, base: "Base") -> tuple[list["Order"], dict[str, list[Problem]]]:
        """Return what to build, and what is wrong with each profile."""
        from resume_tailor import review
        from resume_tailor.made import Order

        asked, own = self.asked, dict[str, list[Problem]]()
        read = list(_profiles(self.workspace, self.names, asked.values, base, own))
        known = review.profiles(self.workspace, base)
        orders = [
            Order(
                profile,
                files,
                asked.formats,
                self.out,
                asked.day,
                asked.lang,
                strict=asked.strict,
                others=tuple(other for other in known if other.id != profile.id),
                reuse=self.memo is not None,
            )
            for profile, files in read
        ]
        return orders, own

    def _recalled(self, order: "Order", called: Mapping[str, tuple[str, ...]]) -> "Built | None":
        one = self.memo.recall(order.profile.id, _others(order.profile.id, called)) if self.memo else None
        return one.built if one else None

    def _put(
        self, made: "Product | Failure", called: Mapping[str, tuple[str, ...]], problems: list[Problem]
    ) -> "Built | None":
        """Write what was made and keep it in mind, or note why it was not made."""
        from resume_tailor.build import put
        from resume_tailor.crew import Failure

        if isinstance(made, Failure):
            self.problems += made.problems
            return None
        built = put(made)
        if self.memo:
            self.memo.remember(made, called[built.id], _others(built.id, called), problems)
        return built


def _called(profile: "Profile") -> tuple[str, ...]:
    """Return what a company is called: lint looks for it in the resumes of others."""
    return (profile.id, *profile.company.versions, *profile.aliases)


def _others(name: str, called: "Mapping[str, tuple[str, ...] | None]") -> list[str]:
    return [word for other, words in called.items() if other != name for word in words or ()]


def told_all(recalled: "Mapping[str, Recalled]") -> "dict[str, Built]":
    """Say of every company that its files are as they were."""
    for number, one in enumerate(recalled.values(), 1):
        counter = f"[{number}/{len(recalled)}] " if len(recalled) > 1 else ""
        for line in _report(one.built):
            click.echo(f"{counter}{line}")
            counter = " " * len(counter)
    return {name: one.built for name, one in recalled.items()}


def settings_of(workspace: "Workspace") -> tuple["Settings", list[Problem]]:
    """Return the settings, and what is wrong with them: that is told with all other mistakes."""
    from resume_tailor.settings import Settings

    try:
        return workspace.settings(), []
    except ProblemsError as error:
        return Settings(), list(error.problems)


def _profiles(
    workspace: "Workspace",
    names: Iterable[str],
    values: Iterable[str],
    base: "Base",
    problems: dict[str, list[Problem]],
) -> Iterator[tuple["Profile", tuple[str, ...]]]:
    """Yield the profiles that can be read, with their files; note what is wrong, by profile."""
    from resume_tailor import overrides, pipeline
    from resume_tailor.sheet import template_problems

    if not names:
        yield pipeline.no_profile(), ()
    for name in names:
        try:
            layers = [*workspace.profile(name), *(overrides.setting(value) for value in values)]
        except ProblemsError as error:
            problems[name] = list(error.problems)
            continue
        profile, found = pipeline.try_profile(name, layers, base)
        found += template_problems(workspace, profile) if profile else []
        problems[name] = found
        if profile and not has_errors(found):
            yield profile, tuple(layer.path for layer in layers)


def compare(built: "Mapping[str, Built]") -> list[Problem]:
    """Print how alike the resumes are, and return a warning for those that are in effect the same."""
    if len(built) < 2:  # noqa: PLR2004 - there is nobody to be the same as
        return []
    from resume_tailor.commands.tables import matrix_lines
    from resume_tailor.likeness import matrix, same_as_other

    resumes = {name: one.likeness for name, one in built.items()}
    figures = matrix(resumes)
    click.echo("\n".join(["", *matrix_lines(list(built), figures)]))
    return same_as_other(resumes, figures)


def _report(built: "Built") -> Iterator[str]:
    """Yield what was written: `dist/socar/이력서_한지원_쏘카.pdf  2 pages`, then counts and notes."""
    from resume_tailor.model import BASE_ID

    here = Path.cwd()
    for name, pages in built.pages.items():
        path = built.folder / name
        shown = path.relative_to(here) if path.is_relative_to(here) else path
        count = f"  {pages} page{'s' * (pages != 1)}" if pages else ""
        yield f"{shown}{count}{'  unchanged' if built.unchanged else ''}"
    yield f"  {built.kept} items kept, {built.dropped} dropped"
    yield from (f"  {note}" for note in built.notes)
    if built.lint:
        whose = "" if built.id == BASE_ID else f" --company {built.id}"
        yield f"  lint finds {built.lint} error{'s' * (built.lint != 1)}; see them: resume lint{whose}"
