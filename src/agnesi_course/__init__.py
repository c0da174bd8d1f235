"""The course: lessons, exercises and figures, and the plan that orders them.

It knows the concepts and not the engine.
"""
