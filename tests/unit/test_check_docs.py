import click
import pytest

from check_docs import broken_links, foreign_names, quoted_commands, words_of, wrong_use


@click.group()
def cli():
    pass


@cli.command()
@click.option("--company", multiple=True)
@click.option("--all", "everything", is_flag=True)
@click.argument("where", required=False)
def build(company, everything, where):
    pass


@pytest.mark.parametrize(
    "command",
    [
        "resume build --company socar --all",
        "resume build [--company ID]... [WHERE]",
        "resume build here | less --company-like",
        "resume build > out.txt 2>&1  # --comments",
        "resume --help",
        "resume build --help",
    ],
)
def test_a_command_that_click_takes_is_fine(command):
    assert wrong_use(cli, command) is None


@pytest.mark.parametrize(
    ("command", "reason"),
    [
        ("resume build --compny socar", "No such option"),
        ("resume bild", "No such command"),
        ("resume build --company", "requires an argument"),
        ("resume build 'socar", "No closing quotation"),
    ],
)
def test_a_command_that_click_refuses_is_named_with_its_reason(command, reason):
    assert reason in wrong_use(cli, command)


def test_commands_are_read_from_shell_blocks_only_with_their_lines():
    text = "# t\n```sh\nmake demo\n$ resume build\n```\n`resume x`\n```yaml\nresume lint\n```\n"
    assert list(quoted_commands(text)) == [(4, "resume build")]


def test_words_end_where_the_shell_takes_over():
    assert words_of("resume build a && resume build b") == ["build", "a"]


def test_a_link_must_lead_somewhere_inside_the_project(tmp_path):
    (tmp_path / "there.md").touch()
    readme = tmp_path / "README.md"
    fine = "[a](there.md#part) [b](https://x.org/y) [c](#here)\n"
    text = f"{fine}[d](gone.md)\n[e](../)\n```\n[f](code.md)\n```\n"
    assert [line for line, _ in broken_links(readme, text, tmp_path)] == [2, 3]


def test_paths_of_somebodys_machine_and_registry_hosts_are_named():
    text = "fine\nsee /" + "home/jiwon/cv\nfrom https://" + "pypi" + ".org/simple\n"
    assert [line for line, _ in foreign_names(text)] == [3, 2]


def test_other_paths_and_hosts_pass():
    assert list(foreign_names("dist/socar/ /projects/0/highlights https://example.org/home/page")) == []
