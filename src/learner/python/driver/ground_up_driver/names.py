"""Habits of spelling: `player_one`, `_playerOne` and `playerOne` are one name."""

import re

_joints = re.compile(r"[-_]")
_capital = re.compile(r"(?<!^)(?=[A-Z])")


def plain(name):
    return _joints.sub("", name).lower()


def snake(name):
    return _capital.sub("_", name).lower()


def alike(names, wanted):
    """The name spelled so, or as Python spells it, or else the first one spelled alike."""
    for spelled in (wanted, snake(wanted)):
        if spelled in names:
            return spelled
    return next((name for name in names if plain(name) == plain(wanted)), None)
