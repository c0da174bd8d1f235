"""A course on disk, read into concepts: plan, lessons, formulas, and the check that answers every exercise."""
