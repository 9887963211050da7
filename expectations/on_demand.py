"""Modules that are imported when something in them is asked for, not when another module imports them.

The lazy loader of the standard library does not serve here: the second import of a lazy module makes it load.
"""

import sys
from importlib import import_module
from importlib.util import find_spec
from types import ModuleType
from typing import Any


class _OnDemand(ModuleType):
    """Stands for a module until a name in it is asked for."""

    def __getattr__(self, name: str) -> Any:
        if sys.modules.get(self.__name__) is self:
            del sys.modules[self.__name__]
        vars(self).update(vars(import_module(self.__name__)))
        try:
            return vars(self)[name]
        except KeyError:
            return getattr(import_module(self.__name__), name)


def on_demand(*names: str) -> None:
    """Let the modules `names` stand ready, those that are installed and not imported yet."""
    for name in names:
        if name not in sys.modules and (spec := find_spec(name)):
            module = _OnDemand(name)
            module.__spec__, module.__file__ = spec, spec.origin
            sys.modules[name] = module
