"""How much is read at most: limits by counting, so that no text takes long, and none depends on the machine."""

CHARACTERS = 2_000
DEPTH = 60
NODES = 1_500
DIGITS = 1_000
EXPONENT = 10_000
NOTES = 5
REPAIRED = 300
"""A longer text is not repaired for the learner: it would be read several times over."""
