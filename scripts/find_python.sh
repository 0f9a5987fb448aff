#!/bin/sh
# Prints the first Python that will do: the one named by $PYTHON, else the newest tested one on PATH.
# One that is whole (it has ensurepip, which Debian packages apart) goes before one that is not: set-up can add that.
new_enough='import sys; sys.exit(sys.version_info < (3, 11))'

for check in "$new_enough; import ensurepip, venv" "$new_enough"; do
    for python in ${PYTHON:-python3.13 python3.12 python3.11 python3}; do
        # Run it: a shim on PATH may have no Python behind it.
        if "$python" -c "$check" >/dev/null 2>&1; then
            command -v "$python"
            exit 0
        fi
    done
done

found=$("${PYTHON:-python3}" --version 2>/dev/null || echo not there)
echo "This needs Python 3.11 or newer, and ${PYTHON:-python3} is $found." >&2
echo "Install a newer one, or name the one to take: make PYTHON=python3.12 demo" >&2
exit 1
