"""The concepts of probability."""
