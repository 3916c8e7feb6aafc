"""What a module has for others: every name in it that does not begin with `_`, and no other module."""

import types

from .names import alike


def exported_names(module):
    return [
        name
        for name, value in vars(module).items()
        if not name.startswith("_") and not isinstance(value, types.ModuleType)
    ]


def find_function(module, name):
    """The function or class of that name, in any spelling; None where there is none."""
    found = alike(exported_names(module), name)
    value = None if found is None else getattr(module, found)
    return value if callable(value) else None


def find_maker(module, name):
    """Likewise, or a factory `create_game`, `new_game`, `make_game`."""
    for wanted in (name, f"create{name}", f"new{name}", f"make{name}"):
        found = find_function(module, wanted)
        if found is not None:
            return found
    return None
