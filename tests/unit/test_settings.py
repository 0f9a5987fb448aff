"""`resume.toml`, and file names that every system takes."""

import pytest
from readers import settings

from resume_tailor.settings import Settings, file_stem


def test_all_settings_are_optional():
    assert settings("") == (Settings("dist", "", "classic", ""), "")


def test_settings_are_read():
    source = '# 설정\nout = "build"\nfile_name = "{name}_{date}"\ntemplate = "compact"\nlang = "en"\n'
    assert settings(source) == (Settings("build", "{name}_{date}", "compact", "en"), "")


def test_the_pattern_follows_the_language_unless_one_is_given():
    assert Settings().pattern("ko") == "이력서_{name}_{company}"
    assert Settings().pattern("en") == "Resume_{name}_{company}"
    assert Settings(file_name="{id}").pattern("ko") == "{id}"


def test_every_mistake_is_told_at_once_and_leaves_the_default():
    found, words = settings(
        'ot = "x"\nout = 3\n\nlang = "kr"\nfile_name = "{nme}"\n  "template" = ""\n[growth]\na = 1\n'
    )
    assert found == Settings()
    assert words == (
        "resume.toml:1:1: error: unknown key 'ot' (did you mean 'out'?) [unknown-key]\n"
        '    ot = "x"\n'
        "    ^\n"
        "resume.toml:2:1: error: 'out' must be a text in quotes, and not empty [wrong-kind]\n"
        "    out = 3\n"
        "    ^\n"
        '  = write out = "..."\n'
        "resume.toml:4:1: error: 'lang' cannot be 'kr' [unknown-choice]\n"
        '    lang = "kr"\n'
        "    ^\n"
        "  = one of: ko, en\n"
        "resume.toml:5:1: error: 'file_name' cannot hold '{nme}' (did you mean 'name'?) [unknown-choice]\n"
        '    file_name = "{nme}"\n'
        "    ^\n"
        "  = there are: {name}, {company}, {position}, {lang}, {id}, {date}\n"
        "resume.toml:6:3: error: 'template' must be a text in quotes, and not empty [wrong-kind]\n"
        '      "template" = ""\n'
        "      ^\n"
        '  = write template = "..."\n'
        "resume.toml:7:1: error: unknown key 'growth' [unknown-key]\n"
        "    [growth]\n"
        "    ^"
    )


@pytest.mark.parametrize(
    ("source", "head", "hint"),
    [
        ("# 한글\nlang = ko\n", "2:8: error: cannot be read as TOML: Invalid value", 'texts need quotes: key = "text"'),
        ("lang: ko\n", "1:5: error: cannot be read as TOML: Expected '=' after a key in a key/value pair", ""),
        ("= 3\n", "1:1: error: cannot be read as TOML: Invalid statement", 'write key = "text"'),
        (
            'out = "a"\nout = "b"\n\n',
            "2:10: error: cannot be read as TOML: Cannot overwrite a value",
            "a key is written twice; keep one",
        ),
        ('a = ["x",\n"y"', "2:1: error: cannot be read as TOML: Unclosed array", ""),
    ],
)
def test_what_is_no_toml_is_told_with_its_place(source, head, hint):
    found, words = settings(source)
    first, *rest = words.splitlines()
    assert found == Settings()
    assert first == f"resume.toml:{head} [toml-syntax]"
    assert rest[2:] == ([f"  = {hint}"] if hint else [])


@pytest.mark.parametrize(
    ("source", "message"),
    [
        (f"x = {'[' * 5000}{']' * 5000}", "it is nested too deep"),
        (f"x = {'9' * 5000}", "a number in it is too long"),
    ],
)
def test_no_toml_gives_a_traceback(source, message):
    assert settings(source) == (
        Settings(),
        f"resume.toml: error: cannot be read as TOML: {message} [toml-syntax]",
    )


@pytest.mark.parametrize("pattern", ["{name", "name}", "a/{name}", "../{name}", "a\\\\b", "{{name}}"])
def test_a_pattern_is_one_file_name(pattern):
    found, words = settings(f'file_name = "{pattern}"\n')
    assert found == Settings()
    assert words.splitlines()[0] == (
        "resume.toml:1:1: error: 'file_name' cannot hold /, \\, or a { or } alone [unknown-choice]"
    )


@pytest.mark.parametrize("pattern", ["{}", "{name!r}", "{name.__class__}", "{0}", "{ name }"])
def test_a_pattern_holds_only_the_parts_there_are(pattern):
    assert "cannot hold '" in settings(f'file_name = "{pattern}"\n')[1]


ONE = {"name": "한지원", "company": "쏘카", "lang": "ko", "id": "socar", "date": "2026-01-02", "position": "분석가"}


@pytest.mark.parametrize(
    ("pattern", "parts", "stem"),
    [
        ("이력서_{name}_{company}", {}, "이력서_한지원_쏘카"),
        ("이력서_{name}_{company}", {"company": ""}, "이력서_한지원"),
        ("{company}_{name}", {"company": ""}, "한지원"),
        ("{name}-{company}-{date}", {"company": ""}, "한지원-2026-01-02"),
        ("{name} ({company})", {"company": ""}, "한지원"),
        ("{name} [{company}] {lang}", {"company": " "}, "한지원 ko"),
        ("{name}", {"name": ""}, "resume"),
        ("{unknown}", {}, "resume"),
        ("고정", {}, "고정"),
        ("{name}", {"name": "\u1112\u1161\u11ab"}, "한"),
        ("{name}", {"name": "../../etc/passwd"}, "etcpasswd"),
        ("{name}", {"name": "..\\..\\a"}, "a"),
        ("{name}", {"name": 'a/b\\c:d*e?f"g<h>i|j'}, "abcdefghij"),
        ("{name}", {"name": ".hidden."}, "hidden"),
        ("{name}", {"name": "-rf"}, "rf"),
        ("{name}", {"name": "a\n\tb"}, "a b"),
        ("{name}", {"name": "a\x00b\x1bc"}, "abc"),
        ("{name}", {"name": "fdp.\u202eexe\u200b"}, "fdp.exe"),
        ("{name}", {"name": "\ud800a"}, "a"),
        ("{name}", {"name": "CON"}, "CON_"),
        ("{name}", {"name": "com1"}, "com1_"),
        ("{name}", {"name": "aux.x"}, "aux_.x"),
        ("{name}", {"name": "{company}"}, "{company}"),
        ("{name}", {"name": "가" * 300}, "가" * 66),
        ("{name}", {"name": "a" * 300}, "a" * 200),
        ("{name}", {"name": "😀 팀"}, "😀 팀"),
    ],
)
def test_a_file_name_is_safe_everywhere(pattern, parts, stem):
    assert file_stem(pattern, ONE | parts) == stem
