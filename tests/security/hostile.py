"""What strangers may send: files over a small workspace, a command, and how it ends.

`{outside}` in a text stands for a folder beside the workspace, which nothing may read, `{secret}` for what lies in it.
A test (`test_hostile.py`) runs each, and docs/security.md counts them by kind.
"""

import json
import zlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from disk import SMALL, png

BASE = SMALL["resume/base.yaml"]
BUILD = ("build", "--company", "acme", "--date", "2026-11-23")
HTML = (*BUILD, "--format", "html")
LINT = ("lint",)


@dataclass(frozen=True)
class Case:
    """An input: its files, and what is run. How it ends stands in ends.txt."""

    kind: str
    name: str
    files: Mapping[str, str | bytes]
    args: tuple[str, ...] = HTML
    before: Callable[[Path, Path], object] | None = None  # what else is done to the workspace, given what lies outside

    @property
    def id(self) -> str:
        """As pytest names it."""
        return f"{self.kind}: {self.name}"


def base(name: str, text: str | bytes, **more: object) -> Case:
    """The base is another one."""
    return Case("base", name, {"resume/base.yaml": text}, **more)  # type: ignore[arg-type]


def field(name: str, value: str, args: tuple[str, ...] = HTML) -> Case:
    """A text of the base holds something; JSON, so that any character may stand in it."""
    told = json.dumps(value)
    text = f"{{basics: {{name: A, email: a@b.kr, summary: {told}}}, work: [{{name: {told}, highlights: [{told}]}}]}}"
    return Case("text", name, {"resume/base.yaml": text}, args)


def profile(name: str, text: str, args: tuple[str, ...] = HTML) -> Case:
    """The profile is another one."""
    return Case("profile", name, {"companies/acme.yaml": text}, args)


def template(name: str, page: str, **files: str) -> Case:
    """The page of a template of one's own; more files by their name without `.html.j2`."""
    folder = "templates/mine"
    return Case(
        "template",
        name,
        {
            f"{folder}/template.html.j2": f"<!doctype html><html lang=ko><head><title>x</title></head>{page}",
            f"{folder}/style.css": "",
            f"{folder}/template.yaml": "contract: 1\n",
            "companies/acme.yaml": "company: {name: A}\ntemplate: mine\n",
            **{f"{folder}/{part}.html.j2": text for part, text in files.items()},
        },
    )


def sheet(name: str, css: str, body: str = "<p>x</p>", **more: str | bytes) -> Case:
    """The style sheet, or the markup, of a template of one's own, made into a PDF."""
    page = '<!doctype html><html lang="ko"><head><title>x</title><meta name="author" content="x"></head><body>'
    return Case(
        "style",
        name,
        {
            "templates/mine/template.html.j2": f"{page}{body}</body></html>",
            "templates/mine/style.css": f"html {{ font: 10pt Pretendard }} {css}",
            "templates/mine/template.yaml": "contract: 1\n",
            "companies/acme.yaml": "company: {name: A}\ntemplate: mine\n",
            **more,
        },
        (*BUILD, "--format", "pdf"),
    )


def photo(name: str, data: bytes) -> Case:
    """The picture of the base, made into a PDF."""
    shown = BASE.replace("basics: {", "basics: {image: me.png, ")
    files = {"resume/base.yaml": shown, "me.png": data, "companies/acme.yaml": "privacy: {photo: show}\n"}
    return Case("image", name, files, BUILD)


def posting(name: str, file: str, data: str | bytes) -> Case:
    """A posting is read."""
    return Case("posting", name, {file: data}, ("posting", file))


def settings(name: str, text: str) -> Case:
    """The settings are others."""
    return Case("settings", name, {"resume.toml": text})


def words(name: str, text: str) -> Case:
    """The workspace brings lint words of its own."""
    return Case("word list", name, {"lint/own.yaml": text}, LINT)


def lint(name: str, text: str | bytes) -> Case:
    """A plain description is linted."""
    return Case("description", name, {"p.md": text}, ("lint", "p.md"))


def link(path: str, target: str, workspace: Path, outside: Path) -> None:
    """Lay a symbolic link in the place of whatever is there."""
    here = workspace / path
    here.parent.mkdir(parents=True, exist_ok=True)
    if here.is_dir():
        here.rename(outside.parent / "moved")
    here.unlink(missing_ok=True)
    here.symlink_to(target.format(outside=outside, secret=outside / "secret.txt"))


def linked(name: str, path: str, target: str, args: tuple[str, ...] = HTML) -> Case:
    """A symbolic link leads out of the workspace."""
    return Case("file", name, {}, args, partial(link, path, target))


def deep(opening: str, closing: str, times: int = 50_000) -> str:
    """Something nested."""
    return opening * times + closing * times


def huge_png(width: int, height: int) -> bytes:
    """A picture whose head says that it is huge."""
    data = bytearray(png())
    data[16:24] = width.to_bytes(4, "big") + height.to_bytes(4, "big")
    data[29:33] = zlib.crc32(data[12:29]).to_bytes(4, "big")
    return bytes(data)


BOMB = "a: &a [x,x,x,x,x,x,x,x,x]\n" + "".join(
    f"{b}: &{b} [*{a},*{a},*{a},*{a},*{a},*{a},*{a},*{a},*{a}]\n" for a, b in zip("abcdefgh", "bcdefghi", strict=True)
)
LAUGHS = (
    '<!DOCTYPE svg [<!ENTITY a "ha">'
    + "".join(f'<!ENTITY {b} "{f"&{a};" * 10}">' for a, b in zip("abcdefgh", "bcdefghi", strict=True))
    + ']><svg xmlns="http://www.w3.org/2000/svg"><text>&i;</text></svg>'
)
XXE = '<!DOCTYPE svg [<!ENTITY x SYSTEM "file://{secret}">]><svg xmlns="http://www.w3.org/2000/svg"><text>&x;</text></svg>'

CASES: tuple[Case, ...] = (
    # --- base ---
    base("aliases that grow tenfold", BOMB),
    base("an alias of itself", "a: &a [*a]\n"),
    base("sequences nested deep", deep("[", "]")),
    base("maps nested deep", deep("{a: ", "}")),
    base("blocks nested deep", "\n".join(" " * n + "a:" for n in range(2000))),
    base("a Python object", "a: !!python/object/apply:os.system ['touch {outside}/x']\n"),
    base("a Python module", "basics: {name: !!python/name:os.system }\n"),
    base("a merge key", "a: &a {name: A}\nbasics: {<<: *a}\n"),
    base("keys twice", "basics: {name: A, name: B}\n"),
    base("a key that is a list", "? [a, b]\n: x\n"),
    base("two documents", "basics: {name: A}\n---\nbasics: {name: B}\n"),
    base("NUL bytes", b"basics: {name: A\0B}\n"),
    base("bytes that are no text", bytes(range(256)) * 40),
    base("UTF-16", "basics: {name: A}".encode("utf-16")),
    base("nothing at all", ""),
    base("a text of a million letters", f"basics: {{name: A, summary: {'가' * 1_000_000}}}\n"),
    base("six megabytes", b"# x\n" * 1_500_000),
    base("a number of a million digits", f"basics: {{name: {'9' * 1_000_000}}}\n"),
    base("a date without end", f"work: [{{name: A, startDate: {'9' * 5000}}}]\n"),
    base("ids that lead out", "basics: {name: A}\nwork: [{id: ../../../outside/x, name: A}]\n"),
    base("one id twenty thousand times", "basics: {name: A}\nskills:\n" + "- {id: a, name: A}\n" * 20_000),
    base("twenty thousand bullets", "basics: {name: A}\nwork: [{name: A, highlights: [" + "x," * 20_000 + "]}]\n"),
    base(
        "tags by the thousand",
        "basics: {name: A}\nskills: [{name: A, tags: [" + ",".join(f"t{n}" for n in range(20_000)) + "]}]\n",
    ),
    base("a directive for another YAML", "%YAML 9.9\n%TAG ! tag:evil,2026:\n---\nbasics: {name: A}\n"),
    base("an anchor of a million letters", f"basics: {{name: &{'a' * 1_000_000} A}}\n"),
    Case("base", "JSON nested deep", {"resume/base.yaml": "", "resume/base.json": deep("[", "]")}),
    Case("base", "JSON with NaN and infinity", {"resume/base.json": '{"basics": {"name": NaN, "label": Infinity}}'}),
    Case("base", "JSON cut short", {"resume/base.json": '{"basics": {"name": "A'}),
    # --- text ---
    field("a script", "<script>fetch('http://127.0.0.1:9/')</script>"),
    field("an image that is no image", '"><img src=x onerror=alert(1)>'),
    field("the end of a style", "</style><script>alert(1)</script>"),
    field("a frame of a file", '<iframe src="file://{secret}"></iframe>', args=BUILD),
    field("an attachment", '<link rel=attachment href="file://{secret}">', args=BUILD),
    field("a link that runs", "[read](javascript:alert(1)) [me](data:text/html;base64,PHNjcmlwdD4=) [x](vbscript:x)"),
    field("a link to a file", "[secret](file://{secret}) <file://{secret}>", args=BUILD),
    field("Jinja in a text", "{{ doc.__class__.__mro__ }}{% for a in doc %}{{ a }}{% endfor %}"),
    field("a format in a text", "{0.__class__} %s %n ${HOME} $(touch x) `touch x`"),
    field("text that runs backwards", "\u202etxt.exe\u202c \u2066\u2067x\u2069", args=BUILD),
    field("letters without width", "S\u200bQ\u200cL\u200d\u2060\ufeff\u00ad", args=BUILD),
    field("Hangul fillers", "\u3164\uffa0\u115f\u1160", args=BUILD),
    field("accents without end", "가" + "\u0301" * 5000, args=BUILD),
    field("a surrogate alone", "a\ud800b"),
    field("controls of a terminal", "\x1b]0;owned\x07\x1b[2J\x1b[31mred\x9b31m"),
    field("stars without end", "*" * 50_000),
    field("brackets without end", "[" * 50_000),
    field("links half begun", "[a](" * 20_000),
    field("backticks without end", "`" * 49_999),
    field("digits without end", "1," * 30_000),
    field("a word without end", "a" * 2_000, args=BUILD),
    field("Hangul without a space", "가" * 1_000, args=BUILD),
    field("a command for GitHub", "::error file=x::owned\n::set-output name=x::y", args=("lint", "--format", "github")),
    field("percent signs for GitHub", "%0A::error::x", args=("lint", "--format", "github")),
    # --- profile ---
    profile("a template outside", "company: {name: A}\ntemplate: ../../outside\n"),
    profile("a template by its whole path", "company: {name: A}\ntemplate: /etc\n"),
    profile("one that extends itself", "company: {name: A}\nextends: acme\n"),
    profile("one that extends a path", "company: {name: A}\nextends: ../resume/base\n"),
    profile("unknown keys by the thousand", "company: {name: A}\n" + "".join(f"k{n}: 1\n" for n in range(3000))),
    profile(
        "unknown ids by the thousand", "company: {name: A}\ndrop: [" + ",".join(f"x{n}" for n in range(3000)) + "]\n"
    ),
    profile(
        "keywords by the thousand",
        "company: {name: A}\nkeywords: [" + ",".join(f"w{n}" for n in range(5000)) + "]\n",
    ),
    profile("a keyword of four thousand words", f"company: {{name: A}}\nkeywords: [{'a b ' * 2_000}]\n"),
    profile("a keyword that is a pattern", "company: {name: A}\nkeywords: ['(a+)+$', '[[[', '.*.*.*=']\n"),
    profile(
        "limits of nonsense",
        "company: {name: A}\nlimits: {pages: -1, projects: 99999999999999999999, bullets_per_entry: x}\n",
    ),
    profile("a wording that is not in the base", "company: {name: A}\nuse: {moa.surge: secret}\n"),
    profile(
        "a claim that the base lacks",
        "company: {name: A}\nreword: {moa.surge: {was: 요금을 나눠 매출 증가, text: 매출 900% 증가}}\n",
    ),
    profile(
        "an option that is style",
        "company: {name: A}\noptions: {accent: 'red; } * { background: url(http://127.0.0.1:9/)'}\n",
    ),
    profile("a name that is a path", "company: {name: ../../../outside/x}\n"),
    profile("a name of line ends", 'company: {name: "a\\nb\\r\\n::error::x"}\n'),
    profile("a name of ten thousand letters", f"company: {{name: {'가' * 10_000}}}\n"),
    profile("aliases that are patterns", "company: {name: A, aliases: ['(a|a)*$', '\\\\', '.']}\n"),
    profile(
        "a posting outside",
        "company: {name: A}\nposting: ../outside/secret.txt\n",
        args=("match", "--company", "acme"),
    ),
    # --- template ---
    template("the class of a text", "{{ ''.__class__.__mro__[1].__subclasses__() }}"),
    template("the globals of a function", "{{ doc.__init__.__globals__ }}"),
    template("a format that reaches", "{{ '{0.__class__.__mro__}'.format(doc) }}"),
    template("attr that reaches", "{{ doc|attr('__class__') }}"),
    template("an import of a module", "{{ cycler.__init__.__globals__.os.popen('id').read() }}"),
    template("lipsum", "{{ lipsum.__globals__ }}"),
    template("the config", "{{ config.items() }}{{ self._TemplateReference__context }}"),
    template("a file outside", "{% include '../../../outside/secret.txt' %}"),
    template("a file by its whole path", "{% include '{secret}' %}"),
    template("a file of the workspace", "{% include '../../resume/base.yaml' %}"),
    template("a range", "{% for a in range(1000000000) %}{% endfor %}"),
    template(
        "loops in each other",
        "".join(f"{{% for a{n} in 'xxxxxxxxxxxxxxxxxxxx' %}}" for n in range(9)) + "{% endfor %}" * 9,
    ),
    template("a text times a thousand million", "{{ 'x' * 1000000000 }}"),
    template("a list times a thousand million", "{{ [1] * 1000000000 }}"),
    template("a number to the power of itself", "{{ 9 ** (9 ** 9) }}"),
    template("a text joined to itself", "{% set a = 'x' * 100 %}" + "{% set a = a ~ a %}" * 40),
    template("a text added to itself", "{% set a = 'x' * 100 %}" + "{% set a = a + a %}" * 40),
    template("a text replaced by itself", "{% set a = 'xx' %}" + "{% set a = a|replace('x', a) %}" * 12),
    template("a replacement by method", "{% set a = 'xx' %}" + "{% set a = a.replace('x', a) %}" * 12),
    template("a wide centre", "{{ 'x'|center(1000000000) }}"),
    template("a wide text by method", "{{ 'x'.ljust(1000000000) }}"),
    template("a wide format", "{{ '%1000000000d'|format(1) }}"),
    template("a wide format by method", "{{ '{:>1000000000}'.format(1) }}"),
    template("a width from elsewhere", "{{ '{:{}}'.format(1, 1000000000) }}"),
    template("a wide percent", "{{ '%*d' % (1000000000, 1) }}"),
    template("a number of many bytes", "{{ (5).to_bytes(1000000000, 'big') }}"),
    template("a join of much", "{{ ('x' * 100000).join(['y'] * 100000) }}"),
    template("a macro that calls itself", "{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}"),
    template(
        "a macro that calls itself twice",
        "{% macro m(n) %}{% if n %}{{ m(n - 1) }}{{ m(n - 1) }}{% endif %}{% endmacro %}{{ m(60) }}",
    ),
    template("a page that includes itself", "{% include 'template.html.j2' %}"),
    template(
        "parts that include each other twice",
        "{% include 'a.html.j2' %}",
        **{p: f"{{% include '{q}.html.j2' %}}" * 9 for p, q in zip("abcdefgh", "bcdefghi", strict=True)},
        i="x",
    ),
    template("a loop that calls itself", "{% for a in [1] recursive %}{{ loop([1]) }}{% endfor %}"),
    template("brackets nested deep", "{{ " + deep("(", ")", 3000) + " }}"),
    template("loops nested too deep for Python", "{% for a in [1] %}" * 30 + "{% endfor %}" * 30),
    template("a batch of many", "{{ 'x'|batch(1000000000, 'y')|list }}"),
    template("an indent of many", "{{ 'x\\ny'|indent(1000000000) }}"),
    template("a page of ten million letters", "{% for a in 'x' * 1000 %}" + "y" * 10_000 + "{% endfor %}"),
    template(
        "a block caught in a loop", "{% set a %}{% for a in 'x' * 1000 %}" + "y" * 10_000 + "{% endfor %}{% endset %}"
    ),
    template("a statement that is none", "{% evil %}"),
    template("one that changes the document", "{{ doc.sections.append(1) }}"),
    # --- style ---
    sheet("a file", "p {{ background: url(file://{secret}) }}".replace("{{", "{").replace("}}", "}")),
    sheet("an import of a file", "@import 'file://{secret}';"),
    sheet("an import from the network", "@import 'http://127.0.0.1:9/x.css';"),
    sheet(
        "a font from the network",
        "@font-face { font-family: X; src: url(http://127.0.0.1:9/x.woff2) } p { font-family: X }",
    ),
    sheet("a font that is a secret", "@font-face { font-family: X; src: url(file://{secret}) } p { font-family: X }"),
    sheet(
        "a font that is noise",
        "@font-face { font-family: X; src: url(x.ttf) } p { font-family: X }",
        **{"templates/mine/x.ttf": b"\0\1\0\0" + bytes(range(256)) * 20},
    ),
    sheet(
        "a font cut short",
        "@font-face { font-family: X; src: url(x.woff2) } p { font-family: X }",
        **{"templates/mine/x.woff2": b"wOF2" + b"\xff" * 60},
    ),
    sheet("an image from the network", "", body='<img alt="x" src="http://127.0.0.1:9/x.png">'),
    sheet("an image that is a secret", "", body='<img alt="x" src="../../../outside/secret.png">'),
    sheet("an image with a host", "", body='<img alt="x" src="//127.0.0.1:9/x.png">'),
    sheet(
        "an SVG that asks for a file",
        "",
        body='<img alt="x" src="x.svg">',
        **{
            "templates/mine/x.svg": '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"><image xlink:href="file://{secret}"/></svg>'
        },
    ),
    sheet("an SVG with an entity of a file", "", body='<img alt="x" src="x.svg">', **{"templates/mine/x.svg": XXE}),
    sheet("an SVG that grows tenfold", "", body='<img alt="x" src="x.svg">', **{"templates/mine/x.svg": LAUGHS}),
    sheet(
        "an SVG as large as a country",
        "",
        body='<img alt="x" src="x.svg">',
        **{
            "templates/mine/x.svg": '<svg xmlns="http://www.w3.org/2000/svg" width="1e9" height="1e9"><rect width="1e9" height="1e9"/></svg>'
        },
    ),
    sheet(
        "an SVG that uses itself",
        "",
        body='<img alt="x" src="x.svg">',
        **{"templates/mine/x.svg": '<svg xmlns="http://www.w3.org/2000/svg"><g id="a"><use href="#a"/></g></svg>'},
    ),
    sheet("an attachment", "", body='<link rel="attachment" href="file://{secret}"><p>x</p>'),
    sheet(
        "a frame and an object",
        "",
        body='<iframe src="file://{secret}"></iframe><object data="file://{secret}"></object><embed src="file://{secret}">',
    ),
    sheet("a base address", "", body='<base href="file:///"><img alt="x" src="etc/hostname">'),
    sheet("a link that runs", "", body='<p><a href="javascript:alert(1)">x</a><a href="file://{secret}">y</a></p>'),
    sheet("lengths without measure", "p { width: 1e30px; margin: -1e30px; font-size: 1e9pt }"),
    sheet("a page of a millimetre", "@page { size: 1mm; margin: 0 }", body="<p>" + "x " * 50),
    sheet("columns by the million", "body { columns: 1000000 }"),
    sheet("content that counts itself", 'p::before { content: counter(page) counter(pages) attr(x) "a" }'),
    sheet("a variable of itself", ":root { --a: var(--b); --b: var(--a) } p { color: var(--a) }"),
    sheet(
        "variables that grow tenfold",
        ":root { --a: x x x x x x x x x x;"
        + "".join(f"--{b}: {f'var(--{a}) ' * 10};" for a, b in zip("abc", "bcd", strict=True))
        + "} p { font-family: var(--d) }",
    ),
    sheet("brackets without end", "p { width: calc(" + deep("(", ")", 400) + ") }"),
    sheet("boxes nested deep", "", body="<div>" * 3000),
    sheet(
        "a form and a script",
        "",
        body="<form action='http://127.0.0.1:9/'><input></form><script>document.write(1)</script>",
    ),
    # --- image ---
    photo("a picture that says it is huge", huge_png(100_000, 100_000)),
    photo("a picture of nothing", huge_png(0, 0)),
    photo("a picture cut short", png(400, 400)[:90]),
    photo("a picture followed by a program", png() + b"MZ" + b"\x90" * 5000),
    photo("a picture that is a page", b"\x89PNG\r\n\x1a\n<html><script>alert(1)</script>"),
    photo("a picture that is an SVG", b'<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>'),
    photo("a JPEG of noise", b"\xff\xd8\xff\xe0" + bytes(range(256)) * 30),
    photo("six megabytes", png() + bytes(6_000_000)),
    Case(
        "image",
        "a picture outside",
        {
            "resume/base.yaml": BASE.replace("basics: {", "basics: {image: ../outside/secret.png, "),
            "companies/acme.yaml": "privacy: {photo: show}\n",
        },
        BUILD,
    ),
    Case(
        "image",
        "a picture from the network",
        {
            "resume/base.yaml": BASE.replace("basics: {", "basics: {image: 'http://127.0.0.1:9/me.png', "),
            "companies/acme.yaml": "privacy: {photo: show}\n",
        },
        BUILD,
    ),
    Case(
        "image",
        "a picture as an address with a script",
        {
            "resume/base.yaml": BASE.replace(
                "basics: {", "basics: {image: 'data:image/svg+xml,<svg onload=alert(1)>', "
            ),
            "companies/acme.yaml": "privacy: {photo: show}\n",
        },
        BUILD,
    ),
    # --- posting ---
    posting("nothing", "p.txt", ""),
    posting("a megabyte of one letter", "p.txt", "가" * 350_000),
    posting("bullets without end", "p.md", "- \n" * 100_000),
    posting("headings without end", "p.md", "# " * 50_000),
    posting("numbers without end", "p.txt", "주요업무\n" + "1." * 50_000),
    posting("NUL bytes", "p.txt", b"a\0b" * 100),
    posting("another encoding", "p.txt", "주요업무\n데이터 분석".encode("cp949")),
    posting(
        "a page that scripts and asks",
        "p.html",
        "<html><head><meta http-equiv=refresh content='0;url=http://127.0.0.1:9/'><script src=http://127.0.0.1:9/x.js></script></head><body><h1>데이터 분석가</h1><img src=http://127.0.0.1:9/x.png><p>SQL로 지표를 분석합니다.</body>",
    ),
    posting("a page with tags nested deep", "p.html", "<html><body>" + "<div>" * 50_000 + "SQL 분석"),
    posting("a page of open tags", "p.html", "<html>" + "<" * 100_000),
    posting("a page of attributes", "p.html", "<html><body><p " + "a=b " * 50_000 + ">데이터 분석"),
    posting("a page of entities", "p.html", "<html><body>" + "&amp;" * 100_000),
    posting("a PDF of noise", "p.pdf", b"%PDF-1.7\n" + bytes(range(256)) * 100),
    posting("a PDF cut short", "p.pdf", b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R"),
    posting(
        "a PDF that points at itself",
        "p.pdf",
        b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 1 0 R/Kids[1 0 R]/Count 99999999>>endobj\ntrailer<</Root 1 0 R>>",
    ),
    posting("controls of a terminal", "p.txt", "\x1b]0;owned\x07데이터 분석가\n주요업무\n- SQL로 \x1b[31m지표를 분석"),
    Case("posting", "a posting outside by a link", {}, ("posting", "p.txt"), partial(link, "p.txt", "/dev/zero")),
    # --- word list ---
    words("a pattern that never ends", "rules: [{name: x, words: ['(a+)+$'], message: x}]\n"),
    words("nothing that is known", "x: [1, 2, 3]\n"),
    words(
        "forms by the thousand",
        "datasets: [{name: x, forms: [" + ",".join(f"w{n}" for n in range(20_000)) + "], home: x, instead: x}]\n",
    ),
    words("aliases that grow tenfold", BOMB),
    words("a form of a letter", "datasets: [{id: x, name: x, forms: ['a', ' ', '']}]\n"),
    words("a name that is taken", "rules: [{name: public-dataset, words: [x], message: x}]\n"),
    # --- settings ---
    settings("an output folder above", 'out = "../outside"\n'),
    settings("an output folder by its whole path", 'out = "/tmp/x"\n'),
    settings("an output folder that is the base's", 'out = "resume"\n'),
    settings("a file name that leads out", 'file_name = "../../outside/{name}"\n'),
    settings("a file name that reaches", 'file_name = "{name.__class__}"\n'),
    settings("a file name of a device", 'file_name = "CON"\n'),
    settings("tables nested deep", "a = " + deep("[", "]", 5000)),
    settings("a number without end", f"out = {'9' * 5000}\n"),
    settings("keys by the thousand", "".join(f"k{n} = 1\n" for n in range(3000))),
    settings("a tag of itself", '[tags]\na = ["b"]\nb = ["a"]\n'),
    settings("NUL bytes", 'out = "a\0b"\n'),
    # --- file ---
    linked("a base that is a secret", "resume/base.yaml", "{secret}"),
    linked("a base that is a device", "resume/base.yaml", "/dev/zero"),
    linked("a base that leads in a circle", "resume/base.yaml", "base.yaml"),
    linked("a template folder outside", "templates", "{outside}"),
    linked("an output folder that leads out", "dist", "{outside}"),
    linked("a company's output that leads out", "dist/acme", "{outside}"),
    linked("a page that leads out", "dist/acme/이력서_한지원_애크미.html", "{secret}"),
    linked("a manifest that leads out", "dist/acme/manifest.json", "{secret}"),
    linked("a cache that leads out", ".resume", "{outside}"),
    Case("file", "a company that is a path", {}, ("build", "--company", "../outside/x", "--format", "html")),
    Case("file", "a company that is an option", {}, ("build", "--company", "--all", "--format", "html")),
    Case("file", "a company with a NUL and colours", {}, ("explain", "--company", "\x1b[31mx")),
    Case("file", "profiles by the hundred", {f"companies/c{n}.yaml": "company: {name: A}\n" for n in range(300)}),
    Case(
        "file",
        "a file whose name is a command",
        {"companies/$(touch x).yaml": "x: 1\n", "companies/-rf.yaml": "x: 1\n"},
    ),
    Case(
        "file",
        "a file whose name has line ends",
        {"companies/a\n::error::b.yaml": "x: 1\n"},
        ("build", "--all", "--format", "html"),
    ),
    # --- cache ---
    Case("cache", "a manifest of noise", {"dist/acme/manifest.json": bytes(range(256)) * 50}),
    Case(
        "cache",
        "a manifest that names files outside",
        {
            "dist/acme/manifest.json": '{"outputs": {"../../../outside/secret.txt": {"sha256": "x", "pages": 1}}, "older": {"../../resume/base.yaml": "x"}}'
        },
    ),
    Case("cache", "a manifest nested deep", {"dist/acme/manifest.json": deep("[", "]")}),
    Case("cache", "records of noise", {f".resume/cache/{n:016x}.json": bytes(range(256)) for n in range(5)}),
    # --- description ---
    lint("brackets without end", "# 프로젝트\n" + "[" * 50_000),
    lint("a table without end", "# 프로젝트\n" + "|a" * 50_000),
    lint("the same dataset ten thousand times", "# 타이타닉\n" + "titanic " * 10_000),
    lint("comments half begun", "# x\n" + "<!-- resume-lint: allow " * 10_000),
    lint("commands for GitHub", "# ::error::x\n타이타닉 생존자 예측 정확도 82%\n"),
    lint("controls of a terminal", "# \x1b[2J타이타닉 생존자 예측 정확도 82% 랜덤 포레스트\n"),
    lint("ten thousand headings", "# a\n" * 10_000),
    lint("noise", bytes(range(256)) * 100),
)
