"""Shows values of the learner's as data, without trusting one of them."""

import collections
import datetime
import enum
import functools
import math
import types
import uuid
from collections.abc import Mapping, Set

_DEPTH, _VALUES, _TEXT = 12, 10_000, 20_000
_SAFE = 2**53 - 1
_CALLABLES = (types.FunctionType, types.BuiltinFunctionType, types.MethodType, type, functools.partial)
_DATES = (datetime.datetime, datetime.date, datetime.time)


class Observer:
    """Numbers objects as long as it lives, and keeps them, so that no number is given twice."""

    def __init__(self, members, made):
        self._members = members
        self._made = made
        self._numbers = {}
        self._hidden = set()

    def observe(self, value):
        return _Walk(self).look(value, 0)

    def hide(self, value):
        """From now on only the class of this object is told: it isn't the learner's, and reading it would do things."""
        self._hidden.add(self.number(value))

    def is_hidden(self, value):
        return self.number(value) in self._hidden

    def number(self, value):
        known = self._numbers.setdefault(id(value), (len(self._numbers) + 1, value))
        return known[0]

    def fields(self, owner):
        """Each member that can be read, with a function that reads it."""
        if not (self._made(type(owner)) or isinstance(owner, (tuple, types.SimpleNamespace)) or _is_record(owner)):
            return []
        members = self._members.readable(owner)
        return [(member, functools.partial(self._members.get, owner, member)) for member in members]


class _Walk:
    """One value with all that is in it."""

    def __init__(self, observer):
        self._observer = observer
        self._met = set()
        self._left = _VALUES

    def look(self, value, depth):
        self._left -= 1
        if self._left < 0:
            return _cut("The value holds too much to show all of it.")
        simple = _simple(value)
        return simple if simple is not None else self._look_inside(value, depth)

    def _look_inside(self, value, depth):
        identity = self._observer.number(value)
        name = type(value).__name__
        if self._observer.is_hidden(value):
            return {"kind": "object", "className": name, "fields": [], "identity": identity, "frozen": False}
        if identity in self._met:
            return {"kind": "again", "identity": identity}
        if depth >= _DEPTH:
            return _cut("The value is nested too deep to show all of it.")
        self._met.add(identity)
        try:
            return {**self._parts(value, name, depth), "identity": identity}
        except Exception as failure:
            return _unreadable(failure)

    def _parts(self, value, name, depth):
        if issubclass(type(value), Mapping):
            return self._look_at_mapping(value, depth)
        if issubclass(type(value), (list, tuple, collections.deque)) and not hasattr(value, "_fields"):
            return {"kind": "list", "items": self._items(value, depth), "frozen": issubclass(type(value), tuple)}
        if issubclass(type(value), Set):
            return {"kind": "set", "items": self._items(value, depth)}
        fields = []
        for member, read in self._observer.fields(value):
            if self._left < 0:
                break
            fields.append({"name": member.name, "value": self._read(read, depth)})
        return {"kind": "object", "className": name, "fields": fields, "frozen": _is_frozen(value)}

    def _look_at_mapping(self, value, depth):
        entries = list(value.items())
        if not all(isinstance(_key(key), str) for key, _ in entries):
            pairs = [[self.look(key, depth + 1), self.look(item, depth + 1)] for key, item in entries if self._left >= 0]
            return {"kind": "map", "entries": pairs}
        fields = [{"name": str(_key(key)), "value": self.look(item, depth + 1)} for key, item in entries if self._left >= 0]
        return {
            "kind": "object",
            "className": "",
            "fields": fields,
            "frozen": isinstance(value, types.MappingProxyType),
        }

    def _items(self, values, depth):
        items = []
        for item in values:
            items.append(self.look(item, depth + 1))
            if self._left < 0:
                break
        return items

    def _read(self, read, depth):
        try:
            value = read()
        except Exception as failure:
            return _unreadable(failure)
        return self.look(value, depth + 1)


def _simple(value):
    """A value without parts; None for one that has some. What a class says of itself is not asked."""
    cls = type(value)
    if value is None:
        return {"kind": "nothing", "written": "None"}
    if cls in (list, dict, tuple):
        return None
    if cls is str:
        return _text(value)
    if issubclass(cls, enum.Enum):
        told = value.value
        if isinstance(told, str):
            return _text(told)
        return {"kind": "other", "written": f"{cls.__name__}({value.name})"}
    if issubclass(cls, bool):
        return {"kind": "boolean", "value": value}
    if issubclass(cls, int):
        return {"kind": "number" if abs(value) <= _SAFE else "integer", "value": _digits(value)}
    if issubclass(cls, float):
        return {"kind": "number", "value": _float_text(value)}
    if issubclass(cls, str):
        return _text(str.__str__(value))
    if issubclass(cls, _DATES):
        return {"kind": "date", "value": value.isoformat()}
    if issubclass(cls, uuid.UUID):
        return {"kind": "string", "value": str(value)}
    if issubclass(cls, _CALLABLES):
        return {"kind": "function", "name": getattr(value, "__name__", "")}
    if issubclass(cls, (bytes, bytearray, complex, range, type(...))):
        return {"kind": "other", "written": repr(value)[:1_000]}
    return None


def _text(value):
    if len(value) <= _TEXT:
        return {"kind": "string", "value": value}
    return _cut(f"A text of {len(value)} characters: {value[:100]}…")


def _digits(value):
    try:
        return int.__repr__(value)
    except ValueError:
        # Python itself does not write out numbers of more than some thousand digits.
        return hex(value)


def _float_text(value):
    if math.isnan(value):
        return "NaN"
    if math.isinf(value):
        return "Infinity" if value > 0 else "-Infinity"
    return float.__repr__(value)


def _key(key):
    return key.value if isinstance(key, enum.Enum) else key


def _is_record(value):
    """Of a package that makes classes of fields, such as a dataclass of somebody else's."""
    return hasattr(type(value), "__dataclass_fields__") or hasattr(type(value), "__attrs_attrs__")


def _is_frozen(value):
    cls = type(value)
    if isinstance(value, tuple):
        return True
    parameters = getattr(cls, "__dataclass_params__", None)
    if parameters is not None:
        return parameters.frozen
    return getattr(cls.__setattr__, "__name__", "") == "_frozen_setattrs"


def _cut(reason):
    return {"kind": "cut", "reason": reason}


def _unreadable(failure):
    return {"kind": "unreadable", "message": message_of(failure)}


def message_of(failure):
    try:
        return str(failure)
    except Exception:
        return f"[{type(failure).__name__}]"
