"""`python -m resume_tailor`, where the console script is not on the path."""

from resume_tailor.cli import main

main()
