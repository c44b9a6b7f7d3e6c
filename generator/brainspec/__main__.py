"""`python -m brainspec`."""

from brainspec.cli import main

main()
