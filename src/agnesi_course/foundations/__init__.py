"""Foundations: numbers, letters, equations, sets and functions, as far as the rest of the course needs them."""
