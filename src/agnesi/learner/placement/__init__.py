"""Placement: what somebody knows of a graph, from a few answers, by particles over what people may know."""
