"""What the readers say about files that are no YAML and no JSON: where the mistake is, what it is, what mends it."""

import pytest
import yaml
from readers import syntax

from resume_tailor import yamlmarks

# Each: the source, then every line that is told.

YAML = {
    "a tab indents a line": (
        "work:\n\t- name: A\n",
        "base.yaml:2:1: error: cannot be read as YAML: a tab cannot indent a line [yaml-syntax]",
        "     - name: A",
        "    ^",
        "  = indent with spaces",
    ),
    "a tab indents a key under a list item": (
        "work:\n- name: A\n\tposition: B\n",
        "base.yaml:3:1: error: cannot be read as YAML: a tab cannot indent a line [yaml-syntax]",
        "     position: B",
        "    ^",
        "  = indent with spaces",
    ),
    "a text holds a colon and a space": (
        "basics:\n  label: 목표: 매출\n",
        "base.yaml:2:12: error: cannot be read as YAML: a text cannot hold ': ' [yaml-syntax]",
        "      label: 목표: 매출",
        "                 ^",
        "  = put quotes around the text",
    ),
    "a text starts with an at sign": (
        "work:\n- @home\n",
        "base.yaml:2:3: error: cannot be read as YAML: a text cannot start with @ [yaml-syntax]",
        "    - @home",
        "      ^",
        "  = put quotes around the text",
    ),
    "a text starts with a percent sign": (
        "work:\n- %5 개선\n",
        "base.yaml:2:3: error: cannot be read as YAML: a text cannot start with % [yaml-syntax]",
        "    - %5 개선",
        "      ^",
        "  = put quotes around the text",
    ),
    "a file starts with a percent sign": (
        "%5 개선\n",
        "base.yaml:1:1: error: cannot be read as YAML: a text cannot start with % [yaml-syntax]",
        "    %5 개선",
        "    ^",
        "  = put quotes around the text",
    ),
    "a text starts with a backtick": (
        "work:\n- `code`\n",
        "base.yaml:2:3: error: cannot be read as YAML: a text cannot start with ` [yaml-syntax]",
        "    - `code`",
        "      ^",
        "  = put quotes around the text",
    ),
    "a text starts with an asterisk": (
        "work:\n- **굵게** 쓴 글\n",
        "base.yaml:2:3: error: cannot be read as YAML: a text cannot start with * [yaml-syntax]",
        "    - **굵게** 쓴 글",
        "      ^",
        "  = put quotes around the text",
    ),
    "a text starts with an ampersand": (
        "work:\n- & 회사\n",
        "base.yaml:2:3: error: cannot be read as YAML: a text cannot start with & [yaml-syntax]",
        "    - & 회사",
        "      ^",
        "  = put quotes around the text",
    ),
    "a text starts with a greater-than sign": (
        "work:\n- > 8% 개선\n",
        "base.yaml:2:3: error: cannot be read as YAML: a text cannot start with > [yaml-syntax]",
        "    - > 8% 개선",
        "      ^",
        "  = put quotes around the text",
    ),
    "a text starts with a bar": (
        "work:\n- | 한 줄\n",
        "base.yaml:2:3: error: cannot be read as YAML: a text cannot start with | [yaml-syntax]",
        "    - | 한 줄",
        "      ^",
        "  = put quotes around the text",
    ),
    "a text starts with brackets": (
        "work:\n- [AI] 서비스\n",
        "base.yaml:2:8: error: cannot be read as YAML: nothing can follow the ] here [yaml-syntax]",
        "    - [AI] 서비스",
        "           ^",
        "  = put quotes around the whole text",
    ),
    "a text starts with braces": (
        "work:\n- {name} 서비스\n",
        "base.yaml:2:10: error: cannot be read as YAML: nothing can follow the } here [yaml-syntax]",
        "    - {name} 서비스",
        "             ^",
        "  = put quotes around the whole text",
    ),
    "a text starts with quotes": (
        'work:\n- "AI" 서비스\n',
        'base.yaml:2:8: error: cannot be read as YAML: nothing can follow the " here [yaml-syntax]',
        '    - "AI" 서비스',
        "           ^",
        "  = put quotes around the whole text, other quotes than those in it",
    ),
    "an apostrophe ends a quote": (
        "basics:\n  name: 'It's me'\n",
        "base.yaml:2:13: error: cannot be read as YAML: nothing can follow the ' here [yaml-syntax]",
        "      name: 'It's me'",
        "                ^",
        "  = put quotes around the whole text, other quotes than those in it",
    ),
    "a backslash between double quotes": (
        'basics:\n  name: "C:\\data"\n',
        "base.yaml:2:12: error: cannot be read as YAML: \\d means nothing between double quotes [yaml-syntax]",
        '      name: "C:\\data"',
        "               ^",
        "  = write \\\\ for a backslash, or use single quotes around the text",
    ),
    "a quote is never closed": (
        'work:\n- name: "A\n  position: B\n',
        "base.yaml:2:9: error: cannot be read as YAML: this quote is never closed [yaml-syntax]",
        '    - name: "A',
        "            ^",
        "  = put the same quote at the end of the text",
    ),
    "a bracket is never closed": (
        "skills: [SQL,\n",
        "base.yaml:1:9: error: cannot be read as YAML: this [ is not closed, or a ',' is missing in it [yaml-syntax]",
        "    skills: [SQL,",
        "            ^",
        "  = end it with ], put ',' between its parts, or put quotes around a text with [ or ': ' in it",
    ),
    "a bracket is open above another key": (
        "skills: [SQL, R\nwork: x\n",
        "base.yaml:1:9: error: cannot be read as YAML: this [ is not closed, or a ',' is missing in it [yaml-syntax]",
        "    skills: [SQL, R",
        "            ^",
        "  = end it with ], put ',' between its parts, or put quotes around a text with [ or ': ' in it",
    ),
    "a brace is never closed": (
        "basics: {name: A\nwork: []\n",
        "base.yaml:1:9: error: cannot be read as YAML: this { is not closed, or a ',' is missing in it [yaml-syntax]",
        "    basics: {name: A",
        "            ^",
        "  = end it with }, put ',' between its parts, or put quotes around a text with { or ': ' in it",
    ),
    "no space after a colon": (
        "basics:\n  name:한지원\n  email: a@b.kr\n",
        "base.yaml:2:7: error: cannot be read as YAML: there must be a space after this ':' [yaml-syntax]",
        "      name:한지원",
        "          ^",
        "  = write name: 한지원",
    ),
    "no colon after a key": (
        "basics:\n  name: A\nwork\n  - name: B\n",
        "base.yaml:3:1: error: cannot be read as YAML: there is no ': ' after this key [yaml-syntax]",
        "    work",
        "    ^",
        "  = write key: value; a text that goes on from the line above must be indented",
    ),
    "no colon after the first key": (
        "basics\n  name: A\n",
        "base.yaml:2:7: error: cannot be read as YAML: a key cannot stand here [yaml-syntax]",
        "      name: A",
        "          ^",
        "  = check its indentation; is a ':' missing above, or does a text need quotes around it?",
    ),
    "a line is indented too little": (
        "work:\n  - name: A\n position: B\n",
        "base.yaml:3:2: error: cannot be read as YAML: this line does not fit the lines above it [yaml-syntax]",
        "     position: B",
        "     ^",
        "  = start it in the same column as the lines it belongs to; lists need '- ' on every item",
    ),
    "a line is indented too much": (
        "basics:\n name: A\n   label: B\n",
        "base.yaml:3:9: error: cannot be read as YAML: a key cannot stand here [yaml-syntax]",
        "       label: B",
        "            ^",
        "  = check its indentation; is a ':' missing above, or does a text need quotes around it?",
    ),
    "an item is indented less than the one before it": (
        "work:\n  - name: A\n - name: B\n",
        "base.yaml:3:2: error: cannot be read as YAML: this line does not fit the lines above it [yaml-syntax]",
        "     - name: B",
        "     ^",
        "  = start it in the same column as the lines it belongs to; lists need '- ' on every item",
    ),
    "a text goes on without indentation": (
        "basics:\n  summary: |\n  한 줄\n",
        "base.yaml:3:3: error: cannot be read as YAML: there is no ': ' after this key [yaml-syntax]",
        "      한 줄",
        "      ^",
        "  = write key: value; a text that goes on from the line above must be indented",
    ),
    "an invisible line break splits a text": (
        "work:\n- name: 한\u2028글\n  position: B\n",
        "base.yaml:2:10: error: cannot be read as YAML: an invisible line break (U+2028) stands here [yaml-syntax]",
        "    - name: 한 글",
        "              ^",
        "  = delete it, or put quotes around the text",
    ),
    "a control character": (
        "work:\n- name: 한글\x07!\n",
        "base.yaml:2:11: error: cannot be read as YAML: the control character U+0007 stands here [yaml-syntax]",
        "    - name: 한글 !",
        "                ^",
        "  = delete it; most editors hide it",
    ),
    "text after the end of the document": (
        "basics: {name: A}\n...\nmore\n",
        "base.yaml:3:1: error: cannot be read as YAML: nothing can follow the line ... [yaml-syntax]",
        "    more",
        "    ^",
        "  = delete that line",
    ),
    "an unknown alias": (
        "work: *acme\n",
        "base.yaml:1:7: error: the alias *acme names nothing above it [alias]",
        "    work: *acme",
        "          ^",
        "  = name something &acme before it, or put quotes around a text that starts with *",
    ),
    "an alias of what it is part of": (
        "work: &acme [*acme]\n",
        "base.yaml:1:14: error: the alias *acme names nothing above it [alias]",
        "    work: &acme [*acme]",
        "                 ^",
        "  = name something &acme before it, or put quotes around a text that starts with *",
    ),
    "a tag": (
        "work: !!python/object:os.system x\n",
        "base.yaml:1:7: error: '!!python/object:os.system' is not text but a tag, and tags are not read [yaml-tag]",
        "    work: !!python/object:os.system x",
        "          ^",
        "  = delete it, or put quotes around a text that starts with !",
    ),
    "an exclamation mark before a text": (
        "work:\n- ! 중요\n",
        "base.yaml:2:3: error: '!' is not text but a tag, and tags are not read [yaml-tag]",
        "    - ! 중요",
        "      ^",
        "  = delete it, or put quotes around a text that starts with !",
    ),
    "a list on the line of its key": (
        "work: - name: A\n",
        "base.yaml:1:7: error: cannot be read as YAML: a list cannot start here [yaml-syntax]",
        "    work: - name: A",
        "          ^",
        "  = start it on the next line, or put quotes around a text that starts with '- '",
    ),
    "a dash instead of a value": (
        "work:\n- name: -\n",
        "base.yaml:2:9: error: cannot be read as YAML: a list cannot start here [yaml-syntax]",
        "    - name: -",
        "            ^",
        "  = start it on the next line, or put quotes around a text that starts with '- '",
    ),
    "a list as a key": (
        "work:\n- [a, b]: c\n",
        "base.yaml:2:3: error: a key must be plain text [key]",
        "    - [a, b]: c",
        "      ^",
        "  = put quotes around text with { } or [ ]",
    ),
    "a second document": (
        "basics: {name: A}\n---\nwork: []\n",
        "base.yaml:2:1: error: a second document starts here [second-document]",
        "    ---",
        "    ^",
        "  = delete the line ---",
    ),
}

JSON = {
    "a comma before the end of a list": (
        '{"skills": ["SQL", ]}',
        "base.json:1:18: error: cannot be read as JSON: no ',' may stand before the end of a list or map [json-syntax]",
        '    {"skills": ["SQL", ]}',
        "                     ^",
        "  = delete it",
    ),
    "a comma before the end of a map": (
        '{"basics": {"name": "A",\n}}',
        "base.json:1:24: error: cannot be read as JSON: no ',' may stand before the end of a list or map [json-syntax]",
        '    {"basics": {"name": "A",',
        "                           ^",
        "  = delete it",
    ),
    "single quotes": (
        "{'basics': 1}",
        "base.json:1:2: error: cannot be read as JSON: a text must stand in double quotes [json-syntax]",
        "    {'basics': 1}",
        "     ^",
        "  = write \" in place of '",
    ),
    "a comment": (
        '{"basics": 1} // me',
        "base.json:1:15: error: cannot be read as JSON: JSON has no comments [json-syntax]",
        '    {"basics": 1} // me',
        "                  ^",
        "  = delete it",
    ),
    "a hash comment": (
        '{"basics": 1, # me\n"work": 2}',
        "base.json:1:15: error: cannot be read as JSON: JSON has no comments [json-syntax]",
        '    {"basics": 1, # me',
        "                  ^",
        "  = delete it",
    ),
    "YAML in a .json file": (
        "basics:\n  name: A\n",
        "base.json:1:1: error: cannot be read as JSON: this is YAML [json-syntax]",
        "    basics:",
        "    ^",
        "  = end the file's name in .yaml instead of .json",
    ),
    "the end is missing": (
        '{"basics": {"name": "A"}',
        "base.json:1:25: error: cannot be read as JSON: the file ends too early [json-syntax]",
        '    {"basics": {"name": "A"}',
        "                            ^",
        "  = is a } or ] missing?",
    ),
    "a quote is never closed": (
        '{"basics": "A',
        "base.json:1:12: error: cannot be read as JSON: this quote is never closed [json-syntax]",
        '    {"basics": "A',
        "               ^",
        '  = put " at the end of the text',
    ),
    "no comma": (
        '{"basics": 1 "work": 2}',
        "base.json:1:14: error: cannot be read as JSON: there is no ',' before this [json-syntax]",
        '    {"basics": 1 "work": 2}',
        "                 ^",
    ),
    "no colon": (
        '{"basics" 1}',
        "base.json:1:11: error: cannot be read as JSON: there is no ':' before this [json-syntax]",
        '    {"basics" 1}',
        "              ^",
    ),
    "no quotes around a key": (
        '{"basics": 1, work: 2}',
        "base.json:1:15: error: cannot be read as JSON: a key in double quotes must stand here [json-syntax]",
        '    {"basics": 1, work: 2}',
        "                  ^",
    ),
    "no quotes around a text": (
        '{"basics": yes}',
        "base.json:1:12: error: cannot be read as JSON: a value must stand here [json-syntax]",
        '    {"basics": yes}',
        "               ^",
        "  = texts need double quotes",
    ),
    "two values": (
        '{"basics": 1}\n{"work": 2}',
        "base.json:2:1: error: cannot be read as JSON: something follows the end of the data [json-syntax]",
        '    {"work": 2}',
        "    ^",
        "  = a file holds one { ... }",
    ),
    "a backslash": (
        '{"basics": "C:\\data"}',
        "base.json:1:15: error: cannot be read as JSON: a backslash must be written twice [json-syntax]",
        '    {"basics": "C:\\data"}',
        "                  ^",
        "  = write \\\\ for \\ in a text",
    ),
}


@pytest.mark.parametrize("loader", [yaml.CSafeLoader, yaml.SafeLoader], ids=["libyaml", "pure"])
@pytest.mark.parametrize("case", YAML)
def test_a_mistake_in_yaml_is_told_in_our_words_whichever_parser_met_it(case, loader, monkeypatch):
    monkeypatch.setattr(yamlmarks, "_loader", lambda: loader)
    source, *lines = YAML[case]
    assert syntax(source, "base.yaml") == "\n".join(lines)


def test_json_escapes_of_characters_in_halves_are_told_where_libyaml_cannot_join_them(monkeypatch):
    monkeypatch.setattr(yamlmarks, "_loader", lambda: yaml.CSafeLoader)
    assert syntax('{"name": "\\ud83d\\ude00"}', "base.yaml") == (
        "base.yaml:1:11: error: cannot be read as YAML: \\ud83d is half a character [yaml-syntax]\n"
        '    {"name": "\\ud83d\\ude00"}\n'
        "              ^\n"
        "  = write the character itself; JSON is read as such in a file whose name ends in .json"
    )


@pytest.mark.parametrize("case", JSON)
def test_a_mistake_in_json_is_told_in_our_words(case):
    source, *lines = JSON[case]
    assert syntax(source, "base.json") == "\n".join(lines)
