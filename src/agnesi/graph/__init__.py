"""Prerequisites: an order to learn in, what a concept needs and opens, the frontier, the way to a goal."""

from agnesi.graph.graph import CycleError, Graph, UnknownConceptError

__all__ = ["CycleError", "Graph", "UnknownConceptError"]
