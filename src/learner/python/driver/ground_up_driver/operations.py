"""Does one operation after the other, and says what each showed."""

import copy
import inspect
import json
import os
from collections.abc import Sequence

from .exports import exported_names, find_function, find_maker
from .interventions import Interventions
from .members import Members
from .missing import Kept, Missing, no_member
from .names import plain
from .observe import Observer, message_of
from .records import Maker, fit_all
from .tamper import tamper_with

CLIENT = "esdbclient"


class Operations:
    """What the operations of one process share."""

    def __init__(self, modules, describer, wait):
        self._describer = describer
        self._wait = wait
        self._kept = Kept()
        self._members = Members(modules.made)
        self._observer = Observer(self._members, modules.made)
        self._maker = Maker(modules, self._members)
        self._interventions = Interventions(self._members, describer)
        self.modules = {}
        """By the protocol's name of a module; one that has no file is not here."""
        self.client = None
        """The package with the event store's client, once something asked for it."""
        self._by_name = {
            "create": self._create,
            "call": self._call,
            "callFunction": self._call_function,
            "read": self._read,
            "keep": self._keep,
            "tamper": self._tamper,
            "silence": self._silence,
            "watch": self._watch,
            "noted": self._noted,
            "exports": self._exports,
            "connect": self._connect,
            "append": self._append,
        }

    def perform(self, operation):
        try:
            return self._by_name[operation["op"]](operation)
        except Missing as nothing:
            return {"kind": "missing", "what": nothing.what}
        except _Threw as threw:
            return {"kind": "threw", "thrown": self._describer.describe(threw.failure), **threw.called}
        except (SystemExit, MemoryError):
            raise
        except BaseException as failure:
            return {"kind": "threw", "thrown": self._describer.describe(failure)}

    def _create(self, operation):
        maker = self._export(operation, find_maker)
        return self._returned(operation, _call(maker, self._arguments(maker, operation["args"])))

    def _call(self, operation):
        owner = self._kept.owner(operation["on"])
        member = self._members.find(owner, operation["name"])
        function = None if member is None else _attempt(lambda: self._members.get(owner, member))
        if not callable(function):
            raise no_member(self._members, operation["on"], owner, operation["name"])
        arguments = self._arguments(function, operation["args"])
        looks = operation.get("look", [])
        try:
            value = _call(function, arguments)
        except _Threw as threw:
            threw.called = self._looked(looks)
            raise
        looked = self._looked(looks)
        return self._returned(operation, value, looked)

    def _call_function(self, operation):
        function = self._export(operation, find_function)
        return self._returned(operation, _call(function, self._arguments(function, operation["args"])))

    def _read(self, operation):
        owner = self._kept.owner(operation["on"])
        asked = operation.get("names")
        if asked is None:
            return {"kind": "read", "members": self._members_but(owner, operation.get("but", []))}
        found = {}
        for name in asked:
            member = self._members.find(owner, name)
            if member is not None and member.name not in found:
                found[member.name] = {**self._shown(owner, member), "asked": name}
        if asked and not found:
            raise no_member(self._members, operation["on"], owner, asked[0])
        return {"kind": "read", "members": list(found.values())}

    def _keep(self, operation):
        value = self._member_value(operation)
        if operation.get("copy"):
            value = _copied(value)
        self._kept[operation["as"]] = value
        return {"kind": "returned", "value": self._observer.observe(value)}

    def _tamper(self, operation):
        value = self._member_value(operation)
        return {"kind": "tampered", "refused": tamper_with(self._members, value, operation.get("field"))}

    def _silence(self, operation):
        owner = self._kept.owner(operation["on"])
        return self._interventions.silence(operation["on"], owner, operation["name"])

    def _watch(self, operation):
        owner = self._kept.owner(operation["on"])
        return self._interventions.watch(operation["on"], owner, operation["names"])

    def _noted(self, operation):
        self._kept.owner(operation["on"])
        return self._interventions.noted(operation["on"])

    def _exports(self, operation):
        return {"kind": "exported", "names": exported_names(self._module(operation["module"]))}

    def _connect(self, operation):
        if operation["as"] not in self._kept:
            if self.client is None:
                raise Missing(what="client", name=CLIENT)
            made = self.client.EventStoreDBClient(uri=os.environ["GROUND_UP_CONNECTION_STRING"])
            self._observer.hide(made)
            self._kept[operation["as"]] = made
        return {"kind": "returned", "value": self._observer.observe(self._kept[operation["as"]])}

    def _append(self, operation):
        owner = self._kept.owner(operation["client"])
        if self.client is None:
            raise Missing(what="client", name=CLIENT)
        events = [self._new_event(event) for event in operation["events"]]
        anything = self.client.StreamState.ANY
        appended = _attempt(
            lambda: owner.append_to_stream(operation["stream"], current_version=anything, events=events)
        )
        return {"kind": "returned", "value": self._observer.observe(appended)}

    def _new_event(self, event):
        return self.client.NewEvent(type=event["type"], data=json.dumps(event["data"]).encode("utf-8"))

    def _returned(self, operation, value, called=None):
        called = called or {}
        if inspect.isawaitable(value):
            called = {**called, "promised": True}
            value = _attempt(lambda: self._wait(value), called)
        if "as" in operation:
            self._kept[operation["as"]] = value
        return {"kind": "returned", "value": self._observer.observe(value), **called}

    def _looked(self, looks):
        """What is to be seen at this moment; nothing where nobody asked."""
        if not looks:
            return {}
        seen = [
            self._members_but(self._kept[look["on"]], look.get("but", [])) if look["on"] in self._kept else []
            for look in looks
        ]
        return {"looked": seen}

    def _members_but(self, owner, but):
        left_out = {plain(name) for name in but}
        return [
            self._shown(owner, member)
            for member in self._members.readable(owner)
            if plain(member.name) not in left_out
        ]

    def _shown(self, owner, member):
        shown = {"name": member.name, **({"computed": True} if member.kind == "computed" else {})}
        try:
            value = self._members.get(owner, member)
        except Exception as failure:
            return {**shown, "value": {"kind": "unreadable", "message": message_of(failure)}}
        return {**shown, "value": self._observer.observe(value)}

    def _member_value(self, operation):
        owner = self._kept.owner(operation["on"])
        member = self._members.find(owner, operation["name"])
        if member is None:
            raise no_member(self._members, operation["on"], owner, operation["name"])
        value = _attempt(lambda: self._members.get(owner, member))
        index = operation.get("index")
        if index is None:
            return value
        if not isinstance(value, Sequence) or not -len(value) <= index < len(value):
            raise no_member(self._members, operation["on"], owner, f"{operation['name']}[{index}]")
        return value[index]

    def _module(self, name):
        if name not in self.modules:
            raise Missing(what="module", module=name)
        return self.modules[name]

    def _export(self, operation, find):
        module = self._module(operation["module"])
        found = find(module, operation["name"])
        if found is None:
            name, exported = operation["name"], exported_names(module)
            raise Missing(what="export", module=operation["module"], name=name, exported=exported)
        return found

    def _arguments(self, function, arguments):
        return fit_all(function, [self._argument(each) for each in arguments])

    def _argument(self, argument):
        if "event" in argument:
            event = argument["event"]
            return self._maker.event(self.modules.get(event["module"]), event["type"], event["data"])
        if "record" in argument:
            record = argument["record"]
            return self._maker.record(self.modules.get(record["module"]), record["name"], record["fields"])
        if "kept" in argument:
            return self._kept.value(argument["kept"])
        return argument["value"]


class _Threw(Exception):
    """The learner's code raised; `called` is what else is known of the call."""

    def __init__(self, failure, called=None):
        super().__init__()
        self.failure = failure
        self.called = called or {}


def _attempt(action, called=None):
    try:
        return action()
    except (SystemExit, MemoryError):
        raise
    except BaseException as failure:
        raise _Threw(failure, called) from None


def _call(function, arguments):
    return _attempt(lambda: function(*arguments))


def _copied(value):
    """What cannot be copied is kept itself."""
    try:
        return copy.deepcopy(value)
    except Exception:
        return value
