import pytest

import system_packages
from system_packages import (
    GROUPS,
    MANAGERS,
    Need,
    commands,
    has_programs,
    loads,
    main,
    manager_here,
    plan,
    report,
    way_by_hand,
)

APT = ("env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-o", "DPkg::Lock::Timeout=120")
INSTALL = (*APT, "install", "-y", "--no-install-recommends")


def need(name, *, there=False, vital=False, **packages):
    return Need(name, "a reason", lambda: there, packages or {"apt-get": (name,)}, vital=vital)


def test_nothing_missing_runs_nothing_not_even_an_update():
    assert commands([], "apt-get", root=True) == []


def test_a_need_the_manager_has_no_package_for_runs_nothing():
    assert commands([need("chromium", dnf=("chromium",))], "apt-get", root=True) == []


def test_apt_updates_once_then_installs_each_need_by_itself():
    missing = [need("pango"), need("poppler")]
    assert commands(missing, "apt-get", root=True) == [
        (*APT, "update", "-q"),
        (*INSTALL, "pango"),
        (*INSTALL, "poppler"),
    ]


def test_sudo_only_where_not_root():
    assert all(command[0] == "sudo" for command in commands([need("pango")], "apt-get", root=False))
    assert all(command[0] != "sudo" for command in commands([need("pango")], "apt-get", root=True))


def test_brew_never_runs_as_root():
    assert commands([need("pango", brew=("pango",))], "brew", root=False) == [("brew", "install", "pango")]


def test_dnf_installs_without_weak_dependencies():
    assert commands([need("pango", dnf=("pango",))], "dnf", root=True) == [
        ("dnf", "install", "-y", "--setopt=install_weak_deps=False", "pango"),
    ]


def test_packages_are_named_only_for_managers_that_are_known():
    for group in GROUPS.values():
        for each in group:
            assert set(each.packages) <= set(MANAGERS)


def test_only_what_nothing_works_without_is_vital():
    vital = {each.name for group in GROUPS.values() for each in group if each.vital}
    assert vital == {"Python's ensurepip", "Pango"}


@pytest.mark.parametrize(("vital", "code"), [(True, 1), (False, 0)])
def test_what_cannot_be_had_is_named_with_the_way_by_hand_and_stops_only_if_vital(vital, code, capsys):
    assert report([need("pango", vital=vital)], "apt-get") == code
    assert capsys.readouterr().err == (
        "Still missing: pango (a reason).\n"
        "  By hand: apt-get install pango; or install it with your system's package manager\n"
    )


def test_without_a_known_manager_the_way_by_hand_names_no_command():
    assert way_by_hand(need("pango"), None) == "install it with your system's package manager"


def test_what_is_there_is_passed_over_in_silence(monkeypatch, capsys):
    monkeypatch.setattr(system_packages, "GROUPS", {"run": (need("pango", there=True),)})
    assert main(["run"]) == 0
    assert capsys.readouterr() == ("", "")


def test_it_says_what_it_runs_before_it_runs_it_and_looks_again_after(monkeypatch, capfd):
    looks = iter([False, True])
    pango = Need("Pango", "a reason", lambda: next(looks), {"apt-get": ("pango",)}, vital=True)
    monkeypatch.setattr(system_packages, "GROUPS", {"run": (pango,)})
    monkeypatch.setattr(system_packages, "plan", lambda *_: [("echo", "installing")])
    assert main(["run"]) == 0
    assert capfd.readouterr().out == "Missing: Pango (a reason)\nRunning: echo installing\ninstalling\n"


def test_a_machine_without_a_known_package_manager_is_left_alone(monkeypatch, tmp_path):
    monkeypatch.setenv("PATH", str(tmp_path))
    assert manager_here() is None
    assert plan([need("pango")], None) == []


def test_a_user_who_cannot_become_root_is_asked_for_nothing(monkeypatch, tmp_path):
    for name in ("apt-get", "env"):
        (tmp_path / name).touch(mode=0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr("os.geteuid", lambda: 1000)
    assert plan([need("pango")], "apt-get") == []


def test_a_library_or_program_that_is_not_there_is_not_found():
    assert not loads("no-such-library-anywhere")
    assert not has_programs("sh", "no-such-program-anywhere")
    assert has_programs("sh")
