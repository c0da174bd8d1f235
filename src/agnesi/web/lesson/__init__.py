"""The blocks of a lesson as their templates want them: one small function for each kind of block."""

from agnesi.web.lesson.blocks import Place, shown_blocks

__all__ = ["Place", "shown_blocks"]
