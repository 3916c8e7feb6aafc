"""What host and driver say to each other: one JSON text a line."""

import json
import os

_ANSWERS, _REQUESTS, LIFELINE = 3, 4, 5

_write, _read = os.write, os.read
_encode = json.JSONEncoder(ensure_ascii=True, separators=(",", ":")).encode
_decode = json.JSONDecoder().decode


def answer(message):
    """Written at once and whole, so that what was seen before an endless loop or an exit has arrived."""
    line = memoryview((_encode(message) + "\n").encode("ascii"))
    while line:
        line = line[_write(_ANSWERS, line) :]


def requests():
    """The host's requests, until the host is gone."""
    rest = b""
    while chunk := _read(_REQUESTS, 65_536):
        rest += chunk
        *lines, rest = rest.split(b"\n")
        for line in lines:
            yield _decode(line.decode("utf-8"))


def tell_grown():
    """Tells the host that the process has taken more memory than it may."""
    _write(LIFELINE, b"memory")
