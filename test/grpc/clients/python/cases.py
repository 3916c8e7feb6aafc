"""Tries a server with one of Python's clients: python cases.py esdbclient|kurrentdbclient CONNECTION_STRING

Prints one line of JSON for each case: its name, and what went wrong, if anything did.
"""

import json
import sys
import threading
import traceback
from importlib import import_module
from uuid import uuid4

module = import_module(sys.argv[1])
exceptions = import_module(f"{sys.argv[1]}.exceptions")
NewEvent, StreamState, CaughtUp, Checkpoint = (
    module.NewEvent,
    module.StreamState,
    module.CaughtUp,
    module.Checkpoint,
)
Client = getattr(module, "KurrentDBClient", None) or module.EventStoreDBClient


def exception(name):
    """kurrentdbclient ends the names with Error, esdbclient does not."""
    return getattr(exceptions, f"{name}Error", None) or getattr(exceptions, name)


NotFound, WrongCurrentVersion, StreamIsDeleted = map(
    exception, ["NotFound", "WrongCurrentVersion", "StreamIsDeleted"]
)


def new_stream():
    return f"game-{uuid4()}"


def event(type_="A", **data):
    return NewEvent(type=type_, data=json.dumps(data).encode())


def types(events):
    return [recorded.type for recorded in events]


def fails_with(expected, work):
    try:
        work()
    except expected as error:
        return error
    raise AssertionError(f"{expected.__name__} was expected")


def appends_one_event_with_append_and_several_with_batch_append(client):
    stream = new_stream()
    client.append_to_stream(stream, current_version=StreamState.NO_STREAM, events=event("A", n=1))
    client.append_events(stream, current_version=0, events=[event("B", n=2), event("C", n=3)])
    stored = client.get_stream(stream)
    assert types(stored) == ["A", "B", "C"]
    assert [recorded.stream_position for recorded in stored] == [0, 1, 2]
    assert [json.loads(recorded.data) for recorded in stored] == [{"n": 1}, {"n": 2}, {"n": 3}]
    assert stored[0].content_type == "application/json"
    assert stored[0].recorded_at is not None


def reads_both_ways_and_from_a_place(client):
    stream = new_stream()
    client.append_events(stream, current_version=StreamState.ANY, events=[event(t) for t in "ABCD"])
    assert types(client.get_stream(stream, backwards=True)) == ["D", "C", "B", "A"]
    assert types(client.get_stream(stream, stream_position=2)) == ["C", "D"]
    assert types(client.get_stream(stream, stream_position=2, backwards=True, limit=2)) == ["C", "B"]
    assert client.get_current_version(stream) == 3


def tells_a_conflict(client):
    stream = new_stream()
    client.append_events(stream, current_version=StreamState.NO_STREAM, events=[event()])
    for expected in (StreamState.NO_STREAM, 7):
        fails_with(
            WrongCurrentVersion,
            lambda: client.append_events(stream, current_version=expected, events=[event()]),
        )
        fails_with(
            WrongCurrentVersion,
            lambda: client.append_to_stream(stream, current_version=expected, events=event()),
        )
    assert len(client.get_stream(stream)) == 1


def may_repeat_an_append(client):
    stream = new_stream()
    events = [event("A"), event("B")]
    first = client.append_events(stream, current_version=StreamState.NO_STREAM, events=events)
    assert client.append_events(stream, current_version=StreamState.NO_STREAM, events=events) == first
    assert client.append_events(stream, current_version=StreamState.ANY, events=events) == first
    assert len(client.get_stream(stream)) == 2


def says_that_a_stream_is_not_found(client):
    fails_with(NotFound, lambda: client.get_stream(new_stream()))
    assert client.get_current_version(new_stream()) is StreamState.NO_STREAM


def subscribes_across_the_switch_to_live(client):
    stream = new_stream()
    client.append_events(stream, current_version=StreamState.ANY, events=[event("A"), event("B")])
    subscription = client.subscribe_to_stream(stream)
    seen = [next(subscription).type, next(subscription).type]
    writer = threading.Thread(
        target=lambda: client.append_events(
            stream, current_version=StreamState.ANY, events=[event("C"), event("D")]
        )
    )
    writer.start()
    seen += [next(subscription).type, next(subscription).type]
    writer.join()
    subscription.stop()
    assert seen == ["A", "B", "C", "D"], seen


def subscribes_to_all_with_a_filter_checkpoints_and_caught_up(client):
    kind = f"T{uuid4().hex}"
    position = client.get_commit_position()
    client.append_events(new_stream(), current_version=StreamState.ANY, events=[event(kind), event(), event(kind)])
    subscription = client.subscribe_to_all(
        commit_position=position, filter_include=[kind], include_checkpoints=True, include_caught_up=True
    )
    seen = []
    for item in subscription:
        seen.append(item)
        if isinstance(item, CaughtUp):
            subscription.stop()
    assert types(item for item in seen if not isinstance(item, (CaughtUp, Checkpoint))) == [kind, kind]
    assert isinstance(seen[-2], Checkpoint)


def reads_all_without_system_events(client):
    stream = new_stream()
    position = client.append_events(stream, current_version=StreamState.ANY, events=[event("A"), event("B")])
    assert types(client.read_all(commit_position=position)) == ["B"]
    assert types(client.read_all(backwards=True, limit=2)) == ["B", "A"]
    assert types(client.read_all(filter_include=[stream], filter_by_stream_name=True)) == ["A", "B"]


def deletes_softly_and_goes_on_numbering(client):
    stream = new_stream()
    client.append_events(stream, current_version=StreamState.ANY, events=[event("A"), event("B")])
    client.delete_stream(stream, current_version=1)
    fails_with(NotFound, lambda: client.get_stream(stream))
    client.append_events(stream, current_version=StreamState.NO_STREAM, events=[event("C")])
    stored = client.get_stream(stream)
    assert [(recorded.type, recorded.stream_position) for recorded in stored] == [("C", 2)]
    fails_with(NotFound, lambda: client.delete_stream(new_stream(), current_version=StreamState.ANY))


def tombstones_for_ever(client):
    stream = new_stream()
    client.append_events(stream, current_version=StreamState.ANY, events=[event("A")])
    client.tombstone_stream(stream, current_version=StreamState.ANY)
    fails_with(StreamIsDeleted, lambda: client.get_stream(stream))
    fails_with(
        StreamIsDeleted,
        lambda: client.append_events(stream, current_version=StreamState.ANY, events=[event()]),
    )
    fails_with(StreamIsDeleted, lambda: client.tombstone_stream(stream, current_version=StreamState.ANY))
    fails_with(StreamIsDeleted, lambda: list(client.subscribe_to_stream(stream)))


def sets_metadata_that_hides_events(client):
    stream = new_stream()
    client.append_events(stream, current_version=StreamState.ANY, events=[event(t) for t in "ABC"])
    metadata, version = client.get_stream_metadata(stream)
    assert (metadata, version) == ({}, StreamState.NO_STREAM)
    client.set_stream_metadata(stream, metadata={"$maxCount": 2}, current_version=version)
    assert client.get_stream_metadata(stream) == ({"$maxCount": 2}, 0)
    assert types(client.get_stream(stream)) == ["B", "C"]


def resolves_links_of_the_standard_projections(client):
    category = f"c{uuid4().hex}"
    client.append_events(f"{category}-1", current_version=StreamState.ANY, events=[event("A"), event("B")])
    stored = client.get_stream(f"$ce-{category}", resolve_links=True)
    assert types(stored) == ["A", "B"]


def reads_gossip_and_an_empty_list_of_persistent_subscriptions(client):
    (member,) = client.read_gossip()
    assert member.state == "NODE_STATE_LEADER", member.state
    assert list(client.list_subscriptions()) == []


cases = [
    appends_one_event_with_append_and_several_with_batch_append,
    reads_both_ways_and_from_a_place,
    tells_a_conflict,
    may_repeat_an_append,
    says_that_a_stream_is_not_found,
    subscribes_across_the_switch_to_live,
    subscribes_to_all_with_a_filter_checkpoints_and_caught_up,
    reads_all_without_system_events,
    deletes_softly_and_goes_on_numbering,
    tombstones_for_ever,
    sets_metadata_that_hides_events,
    resolves_links_of_the_standard_projections,
    reads_gossip_and_an_empty_list_of_persistent_subscriptions,
]

with Client(uri=sys.argv[2]) as the_client:
    for case in cases:
        wrong = None
        try:
            case(the_client)
        except Exception:
            wrong = traceback.format_exc()
        print(json.dumps({"name": case.__name__.replace("_", " "), "wrong": wrong}), flush=True)
