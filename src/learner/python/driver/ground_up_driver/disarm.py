"""Keeps the learner's code from ending other processes, the host first of all.

It keeps accidents and simple tricks out; it is no sandbox.
"""

import os

_kill = os.kill
_own = os.getpid()


def disarm():
    def kill(pid, signal, /):
        if pid != _own:
            raise PermissionError("Only the process itself can be killed while a solution is checked.")
        _kill(pid, signal)

    def killpg(_group, _signal, /):
        raise PermissionError("No group of processes can be killed while a solution is checked.")

    os.kill = kill
    if hasattr(os, "killpg"):
        os.killpg = killpg
