"""The rules of a concept, one a file: `RULE` is what it says, `faults(subject)` where it does not hold."""
