"""Makes the pictures of the README anew, from the example workspace: `make pictures`. Look at them before you commit.

Two companies' pages of one base side by side, the map for an interview, and the preview in a browser.
"""

import re
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

import pypdfium2
from PIL import Image, ImageDraw, ImageFilter, ImageFont

REPOSITORY = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(REPOSITORY / "tests" / "support"))

from browser import launched  # noqa: E402
from command import DAY, RESUME  # noqa: E402
from example import copy  # noqa: E402
from serving import preview  # noqa: E402

FOLDER = REPOSITORY / "docs" / "pictures"
WIDTH = 1600  # pixels: twice what a README shows
GROUND = (246, 248, 250)
EDGE = (208, 215, 222)
COLOURS = 256  # of a palette: the files stay small
FACE = REPOSITORY / "src/resume_tailor/fonts/Pretendard-Bold.ttf"
_MARGIN = 44
_CAPTION = 40
_WINDOW = (1440, 900)


def first_page(pdf: Path, width: int) -> Image.Image:
    """Return a PDF's first page, so many pixels wide."""
    page = pypdfium2.PdfDocument(pdf)[0]
    picture: Image.Image = page.render(scale=width / page.get_width()).to_pil()
    return picture.convert("RGB")


def laid_out(pictures: Sequence[Image.Image], cut: float = 1.0, captions: Sequence[str] = ()) -> Image.Image:
    """Return pictures side by side on a light ground, each with a soft shadow; below `cut` they run out of it."""
    height = int(max(picture.height for picture in pictures) * cut)
    top = _MARGIN + (_CAPTION if captions else 0)
    width = sum(picture.width for picture in pictures) + _MARGIN * (len(pictures) + 1)
    below = 0 if cut < 1 else _MARGIN
    ground = Image.new("RGB", (width, height + top + below), GROUND)
    left = _MARGIN
    for picture, words in zip(pictures, captions or [""] * len(pictures), strict=True):
        box = (left, top, left + picture.width, top + picture.height)
        shadow = Image.new("L", ground.size, 0)
        ImageDraw.Draw(shadow).rectangle((box[0], box[1] + 6, box[2], box[3] + 6), fill=70)
        ground.paste((27, 31, 36), mask=shadow.filter(ImageFilter.GaussianBlur(14)))
        ground.paste(picture, box[:2])
        ImageDraw.Draw(ground).rectangle((box[0] - 1, box[1] - 1, box[2], box[3]), outline=EDGE)
        if words:
            ImageDraw.Draw(ground).text(
                (left, _MARGIN - 10), words, font=ImageFont.truetype(FACE, 28), fill=(27, 31, 36)
            )
        left = box[2] + _MARGIN
    return ground


def save(picture: Image.Image, name: str) -> None:
    """Write a picture with a palette, at most `WIDTH` wide."""
    if picture.width > WIDTH:
        picture = picture.resize((WIDTH, round(picture.height * WIDTH / picture.width)), Image.Resampling.LANCZOS)
    path = FOLDER / f"{name}.png"
    picture.quantize(COLOURS, method=Image.Quantize.MAXCOVERAGE, dither=Image.Dither.NONE).save(path, optimize=True)
    print(f"{path.relative_to(REPOSITORY)}  {picture.width} x {picture.height}, {path.stat().st_size // 1000} KB")


def resume(root: Path, *args: str) -> None:
    subprocess.run([str(RESUME), *args], cwd=root, check=True, stdout=subprocess.DEVNULL)


def in_browser(root: Path) -> Image.Image:
    """Return the preview of SOCAR's page as a browser shows it, once the PDF's pages are counted."""
    with preview(root, "--company", "socar") as served, launched() as browser, TemporaryDirectory() as folder:
        size = {"width": _WINDOW[0], "height": _WINDOW[1]}
        page = browser.new_page(viewport=size, device_scale_factor=2, locale="ko-KR")
        page.goto(f"{served.url}")
        page.wait_for_selector("section.sheet iframe")
        page.click("#why")
        page.locator("#count", has_text=re.compile("[0-9]")).wait_for()  # the PDF's pages are counted
        page.locator("#badge", has_text=re.compile("[1-9]")).wait_for()  # and lint has spoken
        page.wait_for_timeout(500)  # whatever still moves
        file = Path(folder) / "preview.png"
        page.screenshot(path=file)
        return Image.open(file).convert("RGB")


def main() -> None:
    """Write all three."""
    with TemporaryDirectory() as folder:
        root = copy(Path(folder) / "example")
        resume(root, "build", "--company", "socar", "--company", "dangol", "--date", DAY)
        resume(root, "map", "--company", "socar", "--date", DAY)
        pdfs = [next((root / "dist" / name).glob("이력서*.pdf")) for name in ("socar", "dangol")]
        pages = [first_page(pdf, WIDTH // 2 - 66) for pdf in pdfs]
        save(
            laid_out(pages, cut=0.72, captions=("쏘카 · 데이터 분석가", "단골장터 · 프로덕트 분석가")), "two-companies"
        )
        drawn = next(path for path in (root / "dist" / "socar").glob("*.pdf") if path not in pdfs)
        save(laid_out([first_page(drawn, WIDTH - 2 * _MARGIN)]), "socar-map")
        save(laid_out([in_browser(root).resize((WIDTH - 2 * _MARGIN, 945), Image.Resampling.LANCZOS)]), "preview")


if __name__ == "__main__":
    main()
