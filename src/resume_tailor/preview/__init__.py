"""The live preview: a local server that shows the pages as they are edited, and says why they are as they are.

`desk` reads the workspace and draws a page at once. `proof` is what takes long: fitting, the PDF, lint; `prover` has it
done in a process of its own. `studio` keeps what browsers look at up to date. `server`, `gate`, `watch` are the doors.
"""
