"""Files on disk for tests: small workspaces, and pictures."""

import struct
import zlib
from collections.abc import Mapping
from pathlib import Path

SMALL = {
    "resume/base.yaml": """\
basics: {name: {ko: 한지원, en: Jiwon Han}, email: jiwon@example.com, phone: 010-1234-5678}
work:
  - id: moa
    name: {ko: 모아드라이브, en: Moadrive}
    startDate: 2022-03
    highlights:
      - {id: moa.surge, text: {ko: 요금을 나눠 매출 증가, en: Split prices and grew revenue}, tags: [pricing]}
      - {id: moa.course, text: {ko: 강의 진행, en: Taught a course}, tags: [teaching]}
""",
    "companies/acme.yaml": """\
company: {name: {ko: 애크미, en: ACME}}
exclude: [teaching]
""",
}


def write(root: Path, files: Mapping[str, str | bytes]) -> Path:
    """Write files below a folder and return the folder."""
    for name, data in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data if isinstance(data, bytes) else data.encode())
    return root


def files_in(folder: Path) -> list[str]:
    """Every file below a folder, by its path from there."""
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())


def contents(folder: Path) -> dict[str, bytes]:
    """Every file below a folder with its bytes."""
    return {name: (folder / name).read_bytes() for name in files_in(folder)}


def png(width: int = 2, height: int = 2) -> bytes:
    """A grey picture."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    rows = zlib.compress((b"\0" + b"\x80" * width) * height)
    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")
