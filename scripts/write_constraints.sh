#!/bin/sh
# Installs the project with all extras into an environment that is thrown away, and writes what came to
# constraints.txt: names and versions, never where they came from. `make constraints` calls it.
set -eu
python=$1
fresh=$(mktemp -d)
trap 'rm -rf "$fresh"' EXIT

"$python" -m venv "$fresh"
"$fresh/bin/python" -m pip --disable-pip-version-check --quiet install '.[test,check,fuzz]'
{
    echo "# What was tested together. pyproject.toml has the lower bounds. Written by: make constraints"
    "$fresh/bin/python" -m pip --disable-pip-version-check freeze --exclude resume-tailor
} >"$fresh/constraints.txt"
cp "$fresh/constraints.txt" constraints.txt
