"""The concepts of linear algebra, a folder each."""
