"""Starts the driver: a child's own program, told its limit of memory in megabytes and nothing else."""

import os
import sys

_own = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, _own)

from ground_up_driver.serve import serve  # noqa: E402

sys.path.remove(_own)
_megabytes = int(sys.argv.pop())
serve(_megabytes)
