"""What is said of the machine that measured: enough to compare by, nothing that names it."""

import datetime as dt
import os
import platform
import subprocess
from pathlib import Path


def described() -> str:
    """Return its processor, cores, system and Python, how busy it was, and the day."""
    day = dt.datetime.now(tz=dt.UTC).date().isoformat()
    busy = f"{os.getloadavg()[0]:.1f}"
    return (
        f"{day}. {_processor()}, {os.cpu_count()} cores; {_system()}; Python {platform.python_version()}. "
        f"Load average when it began: {busy}."
    )


def _processor() -> str:
    """Return the processor's model."""
    try:
        for line in Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines():
            if line.startswith("model name"):
                return line.partition(":")[2].strip()
    except OSError:
        pass
    if platform.system() == "Darwin":
        asked = ["sysctl", "-n", "machdep.cpu.brand_string"]
        return subprocess.run(asked, capture_output=True, text=True, check=False).stdout.strip() or "Apple"
    return platform.machine()


def _system() -> str:
    if platform.system() == "Darwin":
        return f"macOS {platform.mac_ver()[0]}"
    try:
        return platform.freedesktop_os_release()["PRETTY_NAME"]
    except (OSError, KeyError):
        return platform.system()
