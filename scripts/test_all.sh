#!/bin/sh
# Runs the tests on each of the Pythons named, each in an environment of its own; one that is not here is passed over.
# What stands in $TESTS (default: all) is run: make test-all TESTS='tests/unit tests/rules'
set -u

found_python() { # prints a python of a version, or nothing; a shim of pyenv may have none behind it
    for python in "python$1" "${PYENV_ROOT:-$HOME/.pyenv}/versions/$1".*/bin/python; do
        if "$python" -c 'import sys, venv; sys.exit(not sys.version.startswith(sys.argv[1] + "."))' "$1" 2>/dev/null; then
            command -v "$python"
            return
        fi
    done
}

failed=
for version in "$@"; do
    python=$(found_python "$version")
    if [ -z "$python" ]; then
        echo "Python $version: not found here, passed over"
        continue
    fi
    echo "Python $version: $python"
    "${MAKE:-make}" --no-print-directory VENV=".venv-$version" PYTHON="$python" \
        PYTEST_ADDOPTS="${PYTEST_ADDOPTS:-} ${TESTS:-}" test || failed="$failed $version"
done
[ -z "$failed" ] || { echo "The tests fail on Python$failed" >&2; exit 1; }
