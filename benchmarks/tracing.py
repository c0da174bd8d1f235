"""Figures of tracing beside the baselines: `python benchmarks/tracing.py [LEARNERS]`."""

import sys

from agnesi import simulate

if __name__ == "__main__":
    learners = int(sys.argv[1]) if len(sys.argv) > 1 else 30
    print(simulate.table(simulate.run("tracing", learners)))
