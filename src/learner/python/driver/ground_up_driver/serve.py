"""Answers the host's requests until the host is gone."""

import importlib
import os
import sys
import threading

from .channel import answer, requests, tell_grown
from .disarm import disarm
from .modules import LearnerModules
from .operations import Operations
from .printing import tell_what_is_printed
from .thrown import Describer
from .watch import end_with_host, watch_memory

_exit = os._exit


def serve(megabytes):
    """`megabytes` is what the process may take."""
    modules = LearnerModules()
    modules.install()
    describer = Describer(modules)
    operations = Operations(modules, describer, _Loop().run)
    flush = tell_what_is_printed()
    threading.excepthook = lambda failed: _tell_failure(describer, "uncaught", failed.exc_value)
    end_with_host()
    disarm()
    answer({"kind": "ready", "guarded": False})
    watched = False
    for request in requests():
        if not watched:
            watch_memory(megabytes)
            watched = True
        _take(request, modules, operations, describer, flush)
    _exit(0)


def _take(request, modules, operations, describer, flush):
    try:
        if _load(request, modules, operations, describer, flush):
            _perform(request, operations, flush)
    except SystemExit as end:
        flush()
        _exit(_exit_code(end, flush))
    except MemoryError:
        # The host ends the process when it is told.
        tell_grown()


def _load(request, modules, operations, describer, flush):
    """Whether all modules could be loaded."""
    os.environ.update(request["environment"])
    for served in request["modules"]:
        modules.add(served)
    try:
        for name, address in request["places"].items():
            if name not in operations.modules:
                operations.modules[name] = modules.load(address)
        if "client" in request and operations.client is None:
            operations.client = importlib.import_module(request["client"])
    except (SystemExit, MemoryError):
        raise
    except BaseException as failure:
        flush()
        _tell_failure(describer, "loadFailed", failure)
        return False
    flush()
    answer({"kind": "loaded", "token": request["tokens"][0]})
    return True


def _perform(request, operations, flush):
    tokens = request["tokens"]
    for index, operation in enumerate(request["operations"]):
        outcome = operations.perform(operation)
        flush()
        answer({"kind": "observed", "token": tokens[index + 1], "index": index, "outcome": outcome})
    answer({"kind": "done", "token": tokens[-1]})


def _tell_failure(describer, how, failure):
    answer({"kind": "failed", "how": how, "thrown": describer.describe(failure)})


def _exit_code(end, flush):
    """As Python itself has it: what is no number is printed, and means 1."""
    if end.code is None or isinstance(end.code, int):
        return (end.code or 0) & 0xFF
    print(end.code, file=sys.stderr)
    flush()
    return 1


class _Loop:
    """One event loop for all that has to be awaited, made when it is first needed."""

    def __init__(self):
        self._loop = None

    def run(self, awaitable):
        import asyncio

        if self._loop is None:
            self._loop = asyncio.new_event_loop()

        async def waited():
            return await awaitable

        return self._loop.run_until_complete(waited())
