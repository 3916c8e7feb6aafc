"""Puts a method that does nothing in place of another, and notes where fields are set.

Both are done in the class and for one object only, since an object with slots has no room for either.
"""

from .missing import no_member


class Interventions:
    def __init__(self, members, describer):
        self._members = members
        self._describer = describer
        self._notes = {}

    def silence(self, on, owner, name):
        member = self._members.find(owner, name)
        if member is None or not callable(self._members.get(owner, member)):
            raise no_member(self._members, on, owner, name)
        counts, _ = self._notes_of(on)
        counts[member.name] = 0

        def silent(*_args, **_named):
            counts[member.name] += 1

        try:
            _replace(owner, member.attribute, silent)
        except Exception:
            return {"kind": "tampered", "refused": True}
        return {"kind": "tampered", "refused": False}

    def watch(self, on, owner, names):
        _, writes = self._notes_of(on)
        watched = {each.attribute: each.name for name in names for each in self._members.fields_like(owner, name)}

        def note(attribute):
            if attribute in watched:
                writes.append({"name": watched[attribute], "frames": self._describer.frames_here()})

        try:
            _note_writes(owner, note)
        except TypeError:
            # A class that is not written in Python cannot be changed.
            pass
        return {"kind": "tampered", "refused": False}

    def noted(self, on):
        counts, writes = self._notes_of(on)
        calls = [{"name": name, "count": count} for name, count in counts.items()]
        return {"kind": "noted", "calls": calls, "writes": writes}

    def _notes_of(self, on):
        return self._notes.setdefault(on, ({}, []))


def _replace(owner, attribute, silent):
    own = getattr(owner, "__dict__", {})
    if attribute in own:
        own[attribute] = silent
        return
    cls = type(owner)
    original = next(vars(each)[attribute] for each in cls.__mro__ if attribute in vars(each))
    setattr(cls, attribute, _Silenced(owner, original, silent))


class _Silenced:
    """A method that is silent for one object and what it was for all others."""

    def __init__(self, owner, original, silent):
        self._owner = owner
        self._original = original
        self._silent = silent

    def __get__(self, instance, cls=None):
        if instance is self._owner:
            return self._silent
        get = getattr(type(self._original), "__get__", None)
        return self._original if get is None else get(self._original, instance, cls)


def _note_writes(owner, note):
    cls = type(owner)
    original = cls.__setattr__

    def noting(self, attribute, value):
        if self is owner:
            note(attribute)
        original(self, attribute, value)

    cls.__setattr__ = noting
