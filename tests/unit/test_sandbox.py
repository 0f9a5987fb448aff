"""What a template may do to a machine has an end, and an honest page is far from it."""

import pytest
from samples import draw, homemade, source

from resume_tailor import sandbox
from resume_tailor.problems import ProblemsError

WORK = "the template does more work than any page needs: does a loop or a macro never end?"
TEXT = "the template makes a text of more than 5 million characters"
COUNT = "the template asks for a width or a number of times above 10,000"
WIDTH = "the template formats with a width that is too large, or not written in the format itself"
NUMBER = "the template makes a number that is too large"


def drawn(page: str, **parts: str) -> str:
    return draw(source("least"), using=homemade(page, **parts)).html


def stopped(page: str, **parts: str) -> str:
    with pytest.raises(ProblemsError) as caught:
        drawn(page, **parts)
    (problem,) = caught.value.problems
    return problem.message.removeprefix("cannot be drawn: ")


@pytest.mark.parametrize(
    ("page", "message"),
    [
        ("{% for a in 'xxxxxxxxxx' %}" * 6 + "{% endfor %}" * 6, WORK),
        ("{% macro m(n) %}{% if n %}{{ m(n - 1) }}{{ m(n - 1) }}{% endif %}{% endmacro %}{{ m(40) }}", WORK),
        ("{{ 'x' * 10000000 }}", TEXT),
        ("{{ 10000000 * 'x' }}", TEXT),
        ("{{ [1] * 10000000 }}", TEXT),
        ("{% set a = 'x' * 4000000 %}{{ a + a }}", TEXT),
        ("{% set a = 'x' * 4000000 %}{{ a ~ a }}", TEXT),
        ("{% set a = 'x' * 4000 %}{{ a|replace('x', a) }}", TEXT),
        ("{% set a = 'x' * 4000 %}{{ a.replace('x', a) }}", TEXT),
        ("{{ ('x' * 4000)|list|join('y' * 4000) }}", TEXT),
        ("{{ ('y' * 4000).join(('x' * 4000)|list) }}", TEXT),
        ("{% for a in 'x' * 2000 %}" + "y" * 4000 + "{% endfor %}", TEXT),
        ("{% set a %}{% for a in 'x' * 2000 %}" + "y" * 4000 + "{% endfor %}{% endset %}", TEXT),
        ("{{ 'x'|center(10001) }}", COUNT),
        ("{{ 'x'|indent(width=10001) }}", COUNT),
        ("{{ 'x'.ljust(10001) }}", COUNT),
        ("{{ (5).to_bytes(10001, 'big') }}", COUNT),
        ("{{ '%99999d'|format(1) }}", WIDTH),
        ("{{ '%99999d' % 1 }}", WIDTH),
        ("{{ '%*d' % (5, 1) }}", WIDTH),
        ("{{ '{:>99999}'.format(1) }}", WIDTH),
        ("{{ '{:{}}'.format(1, 5) }}", WIDTH),
        ("{{ 9 ** (9 ** 9) }}", NUMBER),
        ("{% set a = 9 ** 1000 %}{{ a * a }}", NUMBER),
        ("{% for a in [1] recursive %}{{ loop([1]) }}{% endfor %}", "a loop of a template cannot be recursive"),
    ],
)
def test_what_has_no_end_is_ended(page, message):
    assert stopped(page) == message


def test_files_that_include_each_other_have_an_end_too():
    parts = {here: f"{{% include '{there}.html.j2' %}}" * 9 for here, there in ("ab", "bc", "cd")}
    assert stopped("{% include 'a.html.j2' %}" * 9, **parts, d="x") == WORK


@pytest.mark.parametrize(
    ("page", "text"),
    [
        ("{{ 'x'|center(9) }}|{{ 'x'.rjust(3) }}|{{ 'a-b'|replace('-', '+') }}", "x    |  x|a+b"),
        ("{{ '%d명 %.1f%%'|format(20250, 12.34) }}|{{ '%s' % 1500000 }}", "20250명 12.3%|1500000"),
        ("{{ '{:,}원'.format(1500000) }}|{{ '{a}'.format_map({'a': 1}) }}", "1,500,000원|1"),
        ("{{ ['a', 'b']|join(', ') }}|{{ ', '.join(['a', 'b']) }}|{{ 'a' ~ 1 ~ '<' }}", "a, b|a, b|a1&lt;"),
        ("{{ 3 * 4 + 2 ** 5 % 7 }}|{{ [1] + [2] }}|{{ 'a' * 3 }}|{{ -1 * 'a' }}", "16|[1, 2]|aaa|"),
        (
            "{% for a in [1, 2, 3] if a != 2 %}{{ loop.index }}/{{ loop.length }}:{{ a }} {% else %}none{% endfor %}",
            "1/2:1 2/2:3 ",
        ),
        ("{% for a in [] %}x{% else %}none{% endfor %}", "none"),
        ("{% macro m(a) %}<{{ a }}>{% endmacro %}{{ m('x') }}{% include 'p.html.j2' %}", "<x>part"),
    ],
)
def test_what_a_page_needs_is_as_in_jinja(page, text):
    assert drawn(page, p="part").removeprefix("<style>\n</style>\n").strip("\n") == text


def test_a_base_of_two_thousand_lines_is_far_from_the_end(monkeypatch):
    spent = []
    real = sandbox._spend

    def spend(amount):
        spent.append(amount)
        real(amount)

    monkeypatch.setattr(sandbox, "_spend", spend)
    jobs = "".join(
        f"- {{name: A{n}, startDate: '2020', highlights: [{', '.join(f'b{n}-{k}' for k in range(100))}]}}\n"
        for n in range(20)
    )
    page = draw(f"basics: {{name: A}}\nwork:\n{jobs}").html
    assert page.count("<li") >= 2000
    assert sum(spent) * 4 < sandbox.MOST_WORK
