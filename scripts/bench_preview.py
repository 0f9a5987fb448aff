"""How long it takes from a save until the changed text is painted, in a real browser. `make bench-preview` prints it.

Two workspaces: the example, and one of 25 companies and a base of five pages and more (the example's projects twice).
Times are of this machine at this moment; beside them stands what a bare Python start takes in the same run.
"""

import shutil
import statistics
import subprocess
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory

REPOSITORY = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(REPOSITORY / "tests" / "support"))

from browser import launched  # noqa: E402
from example import copy  # noqa: E402
from serving import Served, preview  # noqa: E402

SAVES = 20
OLD = "실험 준비 9일"
WATCH = """() => {
  window.painted = new Map();
  const frame = document.querySelector('section.sheet iframe').contentDocument;
  new MutationObserver(() => {
    const found = frame.body.textContent.match(/실험 준비 (\\d+)일/);
    if (found && !window.painted.has(found[1]))
      requestAnimationFrame(() => setTimeout(() => window.painted.set(found[1], Date.now())));
  }).observe(frame.body, {subtree: true, childList: true, characterData: true});
}"""

PAINTED = """async (number) => {
  while (!window.painted.has(number)) await new Promise((done) => setTimeout(done, 2));
  return window.painted.get(number);
}"""


def many(root: Path) -> Path:
    """Make 25 companies of three, and a longer base."""
    copy(root)
    for number in range(22):
        shutil.copy(root / "companies/socar.yaml", root / f"companies/other{number}.yaml")
    projects = root / "resume/projects.yaml"
    text = projects.read_text(encoding="utf-8")
    head, _, entries = text.partition("projects:\n")
    again = entries.replace("- id: ", "- id: again-")
    projects.write_text(f"{head}projects:\n{entries.rstrip()}\n{again}", encoding="utf-8")
    return root


def measured(browser: object, served: Served) -> list[float]:
    """Return the milliseconds from each save to its text on the screen."""
    page = browser.new_page()  # type: ignore[attr-defined]
    page.goto(f"{served.url}socar")
    page.wait_for_selector('section.sheet[data-settled="true"]')
    page.evaluate(WATCH)
    path = served.root / "resume/work.yaml"
    text = path.read_text(encoding="utf-8")
    took = []
    for number in range(100, 100 + SAVES):
        start = time.time() * 1000
        path.write_text(text.replace(OLD, f"실험 준비 {number}일"), encoding="utf-8")
        took.append(page.evaluate(PAINTED, str(number)) - start)
        page.wait_for_selector('section.sheet[data-settled="true"]')
    page.close()
    return took


def main() -> None:
    """Print the figures."""
    start = time.perf_counter()
    subprocess.run([sys.executable, "-c", "pass"], check=True)
    bare = (time.perf_counter() - start) * 1000
    print(f"a bare Python start: {bare:.0f} ms")
    with TemporaryDirectory() as folder, launched() as browser:
        for name, root in (
            ("the example", copy(Path(folder) / "example")),
            ("25 companies, long base", many(Path(folder) / "many")),
        ):
            with preview(root) as served:
                took = sorted(measured(browser, served))
            print(
                f"{name}: save to painted text over {SAVES} saves: median {statistics.median(took):.0f} ms, "
                f"{took[0]:.0f} to {took[-1]:.0f}"
            )


if __name__ == "__main__":
    main()
