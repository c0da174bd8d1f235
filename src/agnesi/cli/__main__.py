"""`python -m agnesi.cli` is `agnesi`."""

from agnesi.cli.app import main

main()
