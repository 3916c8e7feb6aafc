"""The learner's modules as they came from the host, served to Python's own import from memory."""

import importlib
import sys
from importlib.machinery import ModuleSpec, PathFinder


class LearnerModules:
    """A finder and loader; `table` holds each module by its name."""

    def __init__(self):
        self.table = {}
        self.files = set()

    def install(self):
        """Behind what is part of the interpreter itself, before anything that is installed."""
        at = sys.meta_path.index(PathFinder) if PathFinder in sys.meta_path else len(sys.meta_path)
        sys.meta_path.insert(at, self)

    def add(self, served):
        self.table[served["address"]] = served
        self.files.add(served["file"])

    def load(self, address):
        return importlib.import_module(address)

    def loaded(self):
        """Those that the program has got to so far."""
        return [sys.modules[name] for name in self.table if name in sys.modules]

    def made(self, owner):
        """Whether a class or function is of the learner's own."""
        return getattr(owner, "__module__", None) in self.table

    def find_spec(self, name, path=None, target=None):
        served = self.table.get(name)
        if served is None:
            return None
        spec = ModuleSpec(name, self, origin=served["file"], is_package=served["isPackage"])
        spec.has_location = True
        return spec

    def create_module(self, spec):
        return None

    def exec_module(self, module):
        served = self.table[module.__spec__.name]
        exec(_compiled(served), module.__dict__)

    def get_source(self, name):
        return self.table[name]["text"]


def _compiled(served):
    try:
        return compile(served["text"], served["file"], "exec", dont_inherit=True)
    except SyntaxError as error:
        # Of a byte that cannot be in a source no place is told.
        error.filename = served["file"]
        error.lineno, error.offset = error.lineno or 1, error.offset or 1
        raise
