"""The concepts of calculus."""
