"""What a value has that can be asked for: fields, slots, properties and attributes of the learner's own classes."""

import functools
import types
from collections.abc import Mapping
from typing import Any, NamedTuple

from .names import alike, plain

_METHODS = (
    types.FunctionType,
    types.BuiltinFunctionType,
    classmethod,
    staticmethod,
    functools.partialmethod,
    functools.singledispatchmethod,
)


class Member(NamedTuple):
    name: str
    """As the learner wrote it: `__events`."""
    attribute: Any
    """What the object knows it by: `_Game__events`; of a dict, the key."""
    kind: str
    """`field`, `computed` or `method`."""


class Members:
    """Looks members up; `made` says whether a class is the learner's own."""

    def __init__(self, made):
        self._made = made

    def readable(self, owner):
        """Fields and what is computed. Public names come first: what hides behind them comes after."""
        return [member for member in self.all(owner) if member.kind != "method"]

    def all(self, owner):
        if isinstance(owner, Mapping):
            return [Member(str(key), key, "field") for key in owner if isinstance(key, str)]
        found = {}
        classes = [each for each in type(owner).__mro__ if self._made(each)]
        for attribute in _instance_attributes(owner, type(owner)):
            found.setdefault(attribute, "field")
        for each in classes:
            for attribute, raw in list(vars(each).items()):
                kind = _kind_of(owner, attribute, raw)
                if kind is not None:
                    found.setdefault(attribute, kind)
        members = [
            Member(_unmangled(attribute, classes), attribute, kind)
            for attribute, kind in found.items()
            if not _is_special(attribute)
        ]
        return sorted(members, key=lambda member: member.name.startswith("_"))

    def find(self, owner, name):
        """The member meant by a name; None where there is none."""
        members = {}
        for member in self.all(owner):
            members.setdefault(member.name, member)
        found = alike(members, name)
        return None if found is None else members[found]

    def fields_like(self, owner, name):
        """Every field that a name may mean, hidden ones too."""
        return [each for each in self.all(owner) if each.kind == "field" and plain(each.name) == plain(name)]

    def get(self, owner, member):
        if isinstance(owner, Mapping):
            return owner[member.attribute]
        return getattr(owner, member.attribute)


def _instance_attributes(owner, cls):
    own = getattr(owner, "__dict__", None)
    if isinstance(own, dict):
        yield from [name for name in own if isinstance(name, str)]
    if isinstance(owner, tuple):
        yield from getattr(cls, "_fields", ())


def _kind_of(owner, attribute, raw):
    """What a thing in a class is to its objects; None for what is no member of them."""
    if isinstance(raw, types.MemberDescriptorType):
        return "field" if _has(owner, raw) else None
    if isinstance(raw, (property, functools.cached_property)):
        return "computed"
    if isinstance(raw, _METHODS):
        return "method"
    if isinstance(raw, type) or (isinstance(owner, tuple) and attribute in getattr(owner, "_fields", ())):
        return None
    if attribute.startswith("_abc_"):
        return None
    if hasattr(type(raw), "__get__"):
        return "computed" if hasattr(type(raw), "__set__") else "method"
    return "field"


def _has(owner, slot):
    try:
        slot.__get__(owner)
    except AttributeError:
        return False
    return True


def _is_special(attribute):
    return attribute.startswith("__") and attribute.endswith("__")


def _unmangled(attribute, classes):
    for each in classes:
        start = f"_{each.__name__.lstrip('_')}__"
        if attribute.startswith(start):
            return attribute[len(start) - 2 :]
    return attribute
