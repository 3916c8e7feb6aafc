"""Sends what the learner's code prints on the same pipe as the answers.

So both streams stay in order, and each text belongs to the operation that printed it.
"""

import io
import sys

from .channel import answer


class _Told(io.RawIOBase):
    def writable(self):
        return True

    def write(self, data):
        text = bytes(data).decode("utf-8", "replace")
        if text:
            answer({"kind": "printed", "text": text})
        return len(data)


def tell_what_is_printed():
    """Puts such a stream in place of both; returns what sends all that is still held back."""
    stream = io.TextIOWrapper(_Told(), encoding="utf-8", errors="replace", newline="\n", line_buffering=True)
    sys.stdout = sys.stderr = sys.__stdout__ = sys.__stderr__ = stream
    return stream.flush
