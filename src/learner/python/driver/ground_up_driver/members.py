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
        self._known = {}

    def readable(self, owner):
        """Fields and what is computed. Public names come first: what hides behind them comes after."""
        return [member for member in self.all(owner) if member.kind != "method"]

    def all(self, owner):
        if isinstance(owner, Mapping):
            return [Member(str(key), key, "field") for key in owner if isinstance(key, str)]
        cls = type(owner)
        shared = self._of_class(cls)
        own = [name for name in _instance_attributes(owner, cls) if not _is_special(name)]
        members = [Member(_unmangled(name, cls), name, "field") for name in own]
        known = set(own)
        for member, slot in shared:
            if member.attribute not in known and (slot is None or _has(owner, slot)):
                members.append(member)
        return sorted(members, key=_hides)

    def _of_class(self, cls):
        """What objects of a class have by it, each with its slot where it is one; worked out anew when the class has changed."""
        classes = [each for each in cls.__mro__ if self._made(each)]
        state = [len(vars(each)) for each in classes]
        known = self._known.get(id(cls))
        if known is None or known[1] != state:
            known = (cls, state, _members_of_class(cls, classes))
            self._known[id(cls)] = known
        return known[2]

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


def _members_of_class(cls, classes):
    found = {}
    # What a named tuple has for each of its fields is told with the object, and what it keeps about them is not the learner's.
    fields = (*getattr(cls, "_fields", ()), "_fields", "_field_defaults") if issubclass(cls, tuple) else ()
    for each in classes:
        for attribute, raw in list(vars(each).items()):
            kind = None if attribute in fields or _is_special(attribute) else _kind_of(attribute, raw)
            if kind is not None and attribute not in found:
                slot = raw if isinstance(raw, types.MemberDescriptorType) else None
                found[attribute] = (Member(_unmangled(attribute, cls), attribute, kind), slot)
    return list(found.values())


def _kind_of(attribute, raw):
    """What a thing in a class is to its objects; None for what is no member of them."""
    if isinstance(raw, types.MemberDescriptorType):
        return "field"
    if isinstance(raw, (property, functools.cached_property)):
        return "computed"
    if isinstance(raw, _METHODS):
        return "method"
    if isinstance(raw, type) or attribute.startswith("_abc_"):
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


def _hides(member):
    return member.name.startswith("_")


def _unmangled(attribute, cls):
    if attribute.startswith("_") and "__" in attribute:
        for each in cls.__mro__:
            start = f"_{each.__name__.lstrip('_')}__"
            if attribute.startswith(start):
                return attribute[len(start) - 2 :]
    return attribute
