"""The concepts of optimization."""
