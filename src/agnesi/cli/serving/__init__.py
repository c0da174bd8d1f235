"""Serving the pages from this process: its lock, its port, the server itself, and the browser."""
