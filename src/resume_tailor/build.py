"""One company's files: drawn and checked in memory, and only then written; not at all when anything is an error.

What is not needed to draw a page is loaded behind that: a press is at work by then.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from resume_tailor import __version__, pipeline, records, reuse, settings
from resume_tailor.likeness import likeness
from resume_tailor.made import MANIFEST, Built, Made, Order, Product
from resume_tailor.model import BASE_ID, Resume
from resume_tailor.problems import Problem, ProblemsError, has_errors
from resume_tailor.sheet import Sheet, draw, is_closed
from resume_tailor.template import Template
from resume_tailor.workspace import Workspace, check_output

if TYPE_CHECKING:
    from resume_tailor.press import Press


def build(workspace: Workspace, base: pipeline.Base, order: Order) -> Built:
    """Build one resume, or raise `ProblemsError` with everything that is wrong and nothing written."""
    return put(make(workspace, base, order))


def put(product: Product) -> Built:
    """Write what was made."""
    from resume_tailor import outputs

    built = product.built
    notes = outputs.write(built.folder, product.files, product.manifest, outputs.Manifest(MANIFEST))
    return replace(built, notes=(*built.notes, *notes))


def make(workspace: Workspace, base: pipeline.Base, order: Order, press: "Press | None" = None) -> Product:
    """Make one resume in memory, or raise `ProblemsError` with everything that is wrong."""
    profile, resume = order.profile, base.resume
    if resume is None:
        raise ProblemsError(*base.problems)
    wishes = workspace.settings()
    lang = pipeline.language(resume, (order.lang, profile.lang, wishes.lang))
    sheet = draw(workspace, resume, profile, lang=lang, today=order.today, recall=order.reuse, press=press)
    page, template = sheet.page, sheet.template
    stem = settings.file_stem(wishes.pattern(lang), _name_parts(page, order, lang))
    target = _folder(order, lang, pipeline.language(resume, (profile.lang, wishes.lang)))
    check_output(order.out, target)
    names = [f"{stem}.{form}" for form in order.formats]
    before = reuse.made_before(workspace.root, profile.id, page.html, names, target) if order.reuse else None
    made, flaws = _finished(sheet, base, resume, order, stem, before)
    problems = (*sheet.problems, *page.problems, *made.problems)
    if has_errors(problems) or (order.strict and (problems or flaws)):
        raise ProblemsError(*problems, *(flaws if order.strict else ()))
    inputs = _inputs(workspace, resume, order, page, template.name)
    kept = sum(decision.kept for decision in page.selection.decisions)
    built = Built(
        profile.id,
        target,
        made.pages,
        kept,
        len(page.selection.decisions) - kept,
        likeness(profile.id, page.selection),
        problems,
        len(flaws),
        tuple(_fitting(page, template)),
    )
    manifest = _manifest(inputs, order, page, template.name, made)
    others = {name: digest for name, digest in inputs.items() if not name.startswith(_WATCHED)}
    fitting = (sheet.fitting_key, page.fitting) if sheet.fitting_key else None
    told = reuse.told(made, page.html)
    return Product(built, made.files, manifest, others, _closed(page.html, problems), fitting, told, made.loaded)


def _finished(
    sheet: Sheet, base: pipeline.Base, resume: Resume, order: Order, stem: str, before: Made | None
) -> tuple[Made, tuple[Problem, ...]]:
    """Return a page's files, made unless they are those from `before`, and the errors that lint finds in it."""
    html, formats = sheet.page.html, () if before else order.formats
    if "pdf" in formats:
        sheet.layouts.of(html)
    from resume_tailor import outputs, review

    making = outputs.Making(html, stem, formats, sheet.layouts.of)
    flaws = review.errors(review.sent(sheet, resume, order.others, compare=False), base, order.today)
    records.tool()  # looked up now, while the PDF is still in the making
    return before or making.finish(), flaws


_WATCHED = ("resume/", "companies/", "templates/", settings.FILE)


def _closed(html: str, problems: Iterable[Problem]) -> bool:
    """Tell whether a page is made of nothing but itself and our own fonts: no file, no font of the system."""
    system = any(problem.rule in {"fallback-font", "missing-glyph"} for problem in problems)
    return not system and is_closed(html)


_MOST_NAMED = 8


def _fitting(page: pipeline.Page, template: Template) -> Iterator[str]:
    """Yield what was done to fit the page to its limit; what went is always said."""
    gone = [d.id for d in page.selection.decisions if not d.kept and d.reason.startswith("limits.pages=")]
    if page.fitting.space != template.normal:
        yield f"gaps tightened to {page.fitting.space:.0%} to fit"
    if gone:
        named = ", ".join(gone[:_MOST_NAMED]) + (f" and {len(gone) - _MOST_NAMED} more" if gone[_MOST_NAMED:] else "")
        yield f"{len(gone)} left out to fit: {named}"


def _name_parts(page: pipeline.Page, order: Order, lang: str) -> dict[str, str]:
    """Return what a file name may be made of."""
    tailored = order.profile.id != BASE_ID
    return {
        "name": page.document.person.name,
        "company": page.document.company if tailored else "",
        "position": page.document.position,
        "lang": lang,
        "id": order.profile.id,
        "date": order.today.isoformat(),
    }


def _folder(order: Order, lang: str, usual: str) -> Path:
    """Return where a resume goes: `dist/socar`, and `dist/socar/en` for a language that is not the profile's."""
    folder = order.out / order.profile.id
    return folder if lang == usual else folder / lang


def _inputs(workspace: Workspace, resume: Resume, order: Order, page: pipeline.Page, template: str) -> dict[str, str]:
    """Return the hashes of the files that this page was made of: with `--all`, others have been read as well."""
    photo = [workspace.name(workspace.root / resume.basics.image)] if page.document.person.photo else []
    mine = {*order.profile_files, settings.FILE, *photo}
    return {
        name: sha256(data).hexdigest()
        for name, data in sorted(workspace.inputs.items())
        if name in mine or name.startswith(("resume/", f"templates/{template}/"))
    }


def _manifest(
    inputs: Mapping[str, str], order: Order, page: pipeline.Page, template: str, made: Made
) -> dict[str, object]:
    """Return what a build was made of. No time in it: the same input gives the same manifest."""
    from resume_tailor import fonts

    decisions = page.selection.decisions
    return {
        "company": order.profile.id,
        "lang": page.document.lang,
        "template": template,
        "date": order.today.isoformat(),
        "versions": {"resume-tailor": __version__, **made.versions},
        "inputs": inputs,
        "fonts": {face.file: face.sha256 for face in fonts.FACES},
        "outputs": made.outputs(),
        "kept": [decision.id for decision in decisions if decision.kept],
        "dropped": [decision.id for decision in decisions if not decision.kept],
    }
