"""Arguments as the learner's code takes them: their classes, members of their enums, ids."""

import enum
import inspect
import re
import sys
import uuid

from .exports import find_maker
from .names import alike, plain


class Maker:
    """Makes events and records by the learner's own classes."""

    def __init__(self, modules, members):
        self._modules = modules
        self._members = members

    def event(self, module, name, data):
        """By the class or function of its name, or else a dict with a `type`."""
        made = self._made(module, name, data)
        return {"type": name, **data} if made is None else made

    def record(self, module, name, fields):
        """By the class of its name wherever the learner has it, or else a dict of its fields. A function of that name does something else."""
        made = self._made(module, name, fields, lambda maker: isinstance(maker, type))
        return dict(fields) if made is None else made

    def _made(self, module, name, data, may_make=callable):
        for each in [module, *self._modules.loaded()]:
            maker = None if each is None else find_maker(each, name)
            if maker is not None and may_make(maker) and (each is module or self._modules.made(maker)):
                return self._made_by(maker, data)
        return None

    def _made_by(self, maker, data):
        """By named arguments, in order, or as one dict: the first whose fields come out right."""
        attempts = [
            lambda: _with_names(maker, data),
            lambda: maker(*fit_all(maker, list(data.values()))),
            lambda: maker(dict(data)),
        ]
        nearest = None
        for attempt in attempts:
            try:
                made = attempt()
            except Exception:
                continue
            if self._holds(made, data):
                return made
            nearest = made if nearest is None else nearest
        return nearest

    def _holds(self, made, data):
        for name, value in data.items():
            member = self._members.find(made, name)
            if member is None or self._members.get(made, member) != value:
                return False
        return True


def _with_names(maker, data):
    parameters = _parameters(maker)
    named = {}
    for name, value in data.items():
        found = alike([each for each in parameters], name)
        if found is None:
            raise TypeError(name)
        named[found] = fit(value, parameters[found], maker)
    return maker(**named)


def fit_all(function, values):
    """Values as the parameters in their order want them: a text may be meant as a member of an enum, or as an id."""
    if not any(isinstance(value, str) for value in values):
        return values
    parameters = list(_parameters(function).values())
    fitted = []
    for index, value in enumerate(values):
        fitted.append(fit(value, parameters[index], function) if index < len(parameters) else value)
    return fitted


def fit(value, parameter, function):
    if not isinstance(value, str):
        return value
    for cls in _classes_meant(parameter, function):
        if issubclass(cls, enum.Enum):
            for member in cls:
                if value in (member.value, member.name):
                    return member
        if cls is uuid.UUID:
            try:
                return uuid.UUID(value)
            except ValueError:
                return value
    return value


def _parameters(function):
    try:
        return dict(inspect.signature(function).parameters)
    except (TypeError, ValueError):
        return {}


def _classes_meant(parameter, function):
    """Those its annotation names, written out or as a text; without one, the class that is named like it."""
    annotation = parameter.annotation
    known = vars(sys.modules.get(getattr(function, "__module__", None) or "", object))
    if annotation is inspect.Parameter.empty:
        named = [each for name, each in known.items() if plain(name) == plain(parameter.name)]
        return [each for each in named if isinstance(each, type)]
    if isinstance(annotation, str):
        named = [known.get(name) for name in re.findall(r"\w+", annotation)]
        return [each for each in named if isinstance(each, type)]
    parts = getattr(annotation, "__args__", ())
    return [each for each in (annotation, *parts) if isinstance(each, type)]
