"""Threads of their own, so that they work while the learner's code loops."""

import os
import sys
import threading
import time

from .channel import LIFELINE, tell_grown

_PAUSE = 0.025
_CPU_SECONDS = 60
_ADDRESS_SPACE = 2_048
_MEGABYTE = 1_000_000


def end_with_host():
    """Ends the process when the host is gone: only it holds the other end of this pipe."""

    def wait():
        try:
            while os.read(LIFELINE, 1):
                pass
        finally:
            os._exit(1)

    threading.Thread(target=wait, daemon=True, name="lifeline").start()


def watch_memory(megabytes):
    """Tells the host when the process grows past its limit, and refuses what is far beyond at once.

    Where the system tells no size of a process, as on Windows, there is nothing to watch.
    """
    resident = _resident_bytes()
    if resident is None:
        return
    _limit_address_space(megabytes)

    def look():
        rounds = 0
        while True:
            if resident() > megabytes * _MEGABYTE:
                tell_grown()
            if rounds % 200 == 0:
                _allow_more_cpu()
            rounds += 1
            time.sleep(_PAUSE)

    threading.Thread(target=look, daemon=True, name="memory").start()


def _resident_bytes():
    if sys.platform == "win32":
        return None
    if not os.path.exists("/proc/self/statm"):
        import resource

        return lambda: resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    page = os.sysconf("SC_PAGE_SIZE")
    statm = os.open("/proc/self/statm", os.O_RDONLY)
    return lambda: int(os.pread(statm, 100, 0).split()[1]) * page


def _limit_address_space(megabytes):
    import resource

    _, hardest = resource.getrlimit(resource.RLIMIT_AS)
    resource.setrlimit(resource.RLIMIT_AS, ((megabytes + _ADDRESS_SPACE) * _MEGABYTE, hardest))


def _allow_more_cpu():
    """Code that lets no other thread run keeps this one from saying so again, and comes to its end even without a host."""
    import resource

    used = int(sum(resource.getrusage(resource.RUSAGE_SELF)[:2]))
    _, hardest = resource.getrlimit(resource.RLIMIT_CPU)
    resource.setrlimit(resource.RLIMIT_CPU, (used + _CPU_SECONDS, hardest))
