"""How WeasyPrint is loaded: lean, quick, as it is elsewhere, and with nothing left behind."""

import ctypes.util
import importlib.util
import json
import os
import re
import subprocess
import sys
from importlib import import_module
from pathlib import Path
from types import SimpleNamespace

import pytest

import resume_tailor
from resume_tailor.weasy import loading, quick

SOURCE = Path(resume_tailor.__file__).parents[1]
ROOT = SOURCE.parent
linux = pytest.mark.skipif(sys.platform != "linux", reason="elsewhere libraries are found in another way")


def fresh(program):
    """What a program prints in a process of its own, where a warning is an error."""
    env = os.environ | {"PYTHONPATH": str(SOURCE)}
    command = [sys.executable, "-W", "error", "-c", program]
    return subprocess.run(command, env=env, capture_output=True, text=True, check=True).stdout


# --- loading ---

COLD = """
import ctypes.util, sys
asked = []
def hunt(name):
    asked.append(name)
ctypes.util.find_library = hunt
from resume_tailor import pdf
assert not {"weasyprint", "pypdfium2", "uharfbuzz"} & set(sys.modules), "imported before it is needed"
pdf.libraries()
print(asked, ctypes.util.find_library is hunt)
"""


@linux
def test_weasyprint_is_loaded_when_needed_and_hunts_for_no_library():
    assert fresh(COLD) == "[] True\n"


NEVER = ("cffi", "pycparser", "fontTools.subset", "fontTools.varLib", "fontTools.ttLib.woff2")


@linux
def test_nothing_is_loaded_that_a_resume_does_not_need():
    loaded = fresh("import sys\nfrom resume_tailor import pdf\npdf.preload()\nprint(*sys.modules)").split()
    assert "weasyprint" in loaded
    assert [name for name in loaded if name.startswith(NEVER)] == []


STAND_INS = """
import tinycss2
parse = tinycss2.parse_stylesheet
from resume_tailor import pdf
pdf.libraries()
assert tinycss2.parse_stylesheet is parse
from weasyprint.pdf import fonts
from weasyprint.text import fonts as text_fonts
print(fonts.subset.Options.__module__, text_fonts.woff2.decompress.__module__)
try:
    fonts.instantiateVariableFont("no font", {})
except Exception as error:
    print(error.__traceback__.tb_next.tb_next.tb_frame.f_globals["__name__"])
import cffi, fontTools.subset, fontTools.varLib.instancer
print(cffi.FFI.__module__, fontTools.subset.Options is fonts.subset.Options, fontTools.varLib.instancer.__file__ != "")
try:
    fonts.subset.nothing
except AttributeError as error:
    print(error)
"""


@linux
def test_a_stand_in_answers_as_the_real_module_and_leaves_its_place_to_it():
    assert fresh(STAND_INS).splitlines() == [
        "fontTools.subset fontTools.ttLib.woff2",
        "fontTools.varLib.instancer",
        "cffi.api True True",
        "module 'fontTools.subset' has no attribute 'nothing'",
    ]


def test_a_module_that_is_there_already_keeps_its_place():
    with loading._stand_ins([SimpleNamespace(__name__="json"), SimpleNamespace(__name__="nowhere")]):
        assert (sys.modules["json"], "nowhere" in sys.modules) == (json, True)
    assert (sys.modules["json"], "nowhere" in sys.modules) == (json, False)


PAGE = """
import hashlib
from resume_tailor import pdf
from resume_tailor.weasy import loading
{change}
html = '<html lang=ko><title>x</title><style>a{{display:inline-block}}</style><h1><a>다라 마바</a></h1>' + '사아 ' * 400
data = pdf.render(html, roots=[pdf.Path()], base=pdf.Path()).data
import sys
print(hashlib.sha256(data).hexdigest(), "pycparser" in sys.modules)
"""


@linux
@pytest.mark.parametrize(
    "change",
    ["loading._source_sha256 = lambda: 'another version'", "loading._SONAMES = ('libnowhere.so.7',)"],
    ids=["declarations", "sonames"],
)
def test_another_weasyprint_or_system_makes_the_same_file_the_long_way(change):
    quickly, slowly = fresh(PAGE.format(change="")).split(), fresh(PAGE.format(change=change)).split()
    assert (quickly[0], quickly[1], slowly[1]) == (slowly[0], "False", "True")


def test_the_declarations_are_those_of_the_installed_weasyprint():
    spec = importlib.util.spec_from_file_location("write_data", ROOT / "scripts/write_data.py")
    script = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(script)
    assert script.DECLARED.read_text(encoding="utf-8") == script.declared(), "run scripts/write_data.py"


@pytest.mark.parametrize("spec", [None, SimpleNamespace(loader=None, submodule_search_locations=["x"])])
def test_declarations_that_cannot_be_read_are_others(monkeypatch, spec):
    monkeypatch.setattr(loading, "find_spec", lambda _name: spec)
    assert (loading._source_sha256(), loading._cffi()) == ("", None)


def test_the_hunt_comes_back_whatever_happens():
    before = ctypes.util.find_library
    with pytest.raises(RuntimeError), loading._no_library_hunt():
        raise RuntimeError(ctypes.util.find_library("pango-1.0"))
    assert ctypes.util.find_library is before


# --- quick ---


class Preferred:
    """Stands in for WeasyPrint's measuring, and notes what was asked."""

    def __init__(self, narrowest, widest):
        self.widths = {"min": narrowest, "max": widest}
        self.asked = []

    def _width(self, kind):
        self.asked.append(kind)
        return self.widths[kind]

    def min_content_width(self, _context, _box, **_outer):
        return self._width("min")

    def max_content_width(self, _context, _box, **_outer):
        return self._width("max")


@pytest.mark.parametrize("narrowest", [0, 3, 5, 8])
@pytest.mark.parametrize("widest", [0, 3, 5, 8])
@pytest.mark.parametrize("available", [-1, 0, 4, 5, 9])
def test_shrinking_to_fit_gives_what_css_says(monkeypatch, narrowest, widest, available):
    preferred = Preferred(narrowest, widest)
    monkeypatch.setattr(quick, "import_module", lambda _name: preferred)
    assert quick.shrink_to_fit(None, None, available) == min(max(narrowest, available), widest)
    assert preferred.asked == (["max"] if widest <= available else ["max", "min"])


def test_what_a_later_version_does_otherwise_is_left_alone(monkeypatch):
    def other(context, box, available_content_width, more):
        """Of a later version."""

    theirs = SimpleNamespace(shrink_to_fit=other, characters_until_regex=None)
    monkeypatch.setattr(quick, "import_module", lambda _name: theirs)
    quick.quicken()
    assert (theirs.shrink_to_fit, theirs.characters_until_regex) == (other, None)


def test_patterns_are_kept_and_those_of_tinyhtml5(monkeypatch):
    stream = import_module("tinyhtml5.inputstream")
    made = []
    monkeypatch.setattr(stream, "re", SimpleNamespace(compile=lambda text: made.append(text) or re.compile(text)))
    for characters in (frozenset("<&\0"), ("]", "^", "-", "\\"), "가"):
        for opposite in (False, True):
            monkeypatch.setattr(stream, "characters_until_regex", {})
            stream.HTMLUnicodeInputStream(stream.StringIO("x")).chars_until(characters, opposite=opposite)
            ours = quick.Patterns()
            assert ours[characters, opposite].pattern == made.pop()
            assert ours[characters, opposite] is ours[characters, opposite]
