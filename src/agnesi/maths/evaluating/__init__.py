"""What a tree is worth at a sample point: exact rationals and balls, vectors and matrices, random variables, slopes."""
