"""Figures of placement beside the baselines: `python benchmarks/placement.py [LEARNERS]`."""

import sys

from agnesi import simulate

if __name__ == "__main__":
    learners = int(sys.argv[1]) if len(sys.argv) > 1 else 30
    print(simulate.table(simulate.run("placement", learners)))
