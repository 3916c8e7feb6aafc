"""Behaves badly on purpose."""

from collections.abc import MutableMapping, MutableSequence

_FOREIGN = "put here by the check"


def tamper_with(members, value, field):
    """Tries to change a value from outside; true when the value would not have it."""
    try:
        return not _changed(members, value, field)
    except Exception:
        return True


def _changed(members, value, field):
    if field is None and isinstance(value, MutableSequence):
        value.append(_FOREIGN)
        return value[-1] is _FOREIGN
    name = "put_here_by_the_check" if field is None else _attribute(members, value, field)
    if isinstance(value, MutableMapping):
        value[name] = _FOREIGN
        return value[name] is _FOREIGN
    setattr(value, name, _FOREIGN)
    return getattr(value, name) is _FOREIGN


def _attribute(members, value, field):
    member = members.find(value, field)
    return field if member is None else member.attribute
