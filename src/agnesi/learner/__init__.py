"""What a learner has learned, recalls and can do: pure functions from the log of what happened to a state."""
