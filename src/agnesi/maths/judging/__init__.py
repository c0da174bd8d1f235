"""Judging: is an answer the same as its key.

By meaning or by one of the other tests? `comparing.compare` is the door.
"""
