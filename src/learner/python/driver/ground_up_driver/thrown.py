"""Describes whatever was raised: whose it is, whether it was meant, and where."""

import builtins
import itertools
import opcode
import sys

from .observe import message_of

_RAISE = opcode.opmap["RAISE_VARARGS"]
_MOST_FRAMES = 100


class Describer:
    """`modules` knows which files and classes are the learner's."""

    def __init__(self, modules):
        self._modules = modules

    def describe(self, failure):
        origin = self._origin(type(failure))
        return {
            "name": type(failure).__name__,
            "message": _message(failure),
            "isError": True,
            "origin": origin,
            "deliberate": origin == "learner" or self._was_raised_by_learner(failure),
            "frames": self._frames(failure),
        }

    def frames_here(self):
        """Where the learner's code is now, innermost first."""
        frames = []
        frame = sys._getframe(1)
        while frame is not None and len(frames) < _MOST_FRAMES:
            if frame.f_code.co_filename in self._modules.files:
                frames.append(_place(frame.f_code, frame.f_lasti))
            frame = frame.f_back
        return frames

    def _origin(self, cls):
        module = getattr(cls, "__module__", None)
        if module in self._modules.table:
            return "learner"
        top = module.split(".")[0] if isinstance(module, str) else ""
        is_language = top in sys.stdlib_module_names or hasattr(builtins, cls.__name__)
        return "language" if is_language else "package"

    def _was_raised_by_learner(self, failure):
        """By a `raise` or an `assert` in the innermost frame of all; what goes wrong by itself stands elsewhere.

        What is caught and raised again has its innermost frame still where it was first.
        """
        innermost = _traceback(failure)[-1:]
        return any(
            code.co_filename in self._modules.files and code.co_code[lasti] == _RAISE for code, lasti in innermost
        )

    def _frames(self, failure):
        own = [(code, lasti) for code, lasti in _traceback(failure) if code.co_filename in self._modules.files]
        places = [_place(code, lasti) for code, lasti in own[: -_MOST_FRAMES - 1 : -1]]
        if isinstance(failure, SyntaxError) and failure.filename in self._modules.files:
            place = {"file": failure.filename, "line": failure.lineno or 1, "column": max(failure.offset or 1, 1)}
            return [place, *places]
        return places


def _traceback(failure):
    found = []
    at = failure.__traceback__
    while at is not None:
        found.append((at.tb_frame.f_code, at.tb_lasti))
        at = at.tb_next
    return found


def _place(code, lasti):
    line, _, column, _ = next(itertools.islice(code.co_positions(), lasti // 2, None), (None,) * 4)
    place = {"file": code.co_filename, "line": line or code.co_firstlineno, "column": (column or 0) + 1}
    return place if code.co_name == "<module>" else {**place, "function": code.co_qualname}


def _message(failure):
    """Of a text that cannot be read, what is wrong without the place that is told beside it."""
    if isinstance(failure, SyntaxError) and isinstance(failure.msg, str):
        return failure.msg
    return message_of(failure)
