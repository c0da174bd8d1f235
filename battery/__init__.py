"""What must never happen, tried hard: one row of TRUST a file, each with a figure and a bar."""
