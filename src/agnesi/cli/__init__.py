"""`agnesi`: the use cases from a terminal; one command a file, each importing what it needs when it is called."""

from agnesi.cli.app import main

__all__ = ["main"]
