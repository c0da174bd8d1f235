"""The figures of speed: every module here with `run(short) -> list[Row]` is one table of `make bench`."""
