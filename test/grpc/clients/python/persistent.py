"""Tries a server's persistent subscriptions: python persistent.py esdbclient|kurrentdbclient CONNECTION_STRING

Prints one line of JSON for each case: its name, and what went wrong, if anything did.
"""

import json
import sys
import time
import traceback
from importlib import import_module
from uuid import uuid4

module = import_module(sys.argv[1])
exceptions = import_module(f"{sys.argv[1]}.exceptions")
NewEvent, StreamState = module.NewEvent, module.StreamState
Client = getattr(module, "KurrentDBClient", None) or module.EventStoreDBClient


def exception(name):
    """kurrentdbclient ends the names with Error, esdbclient does not."""
    return getattr(exceptions, f"{name}Error", None) or getattr(exceptions, name)


NotFound, AlreadyExists, MaximumSubscriptionsReached = map(
    exception, ["NotFound", "AlreadyExists", "MaximumSubscriptionsReached"]
)


def given(client, types, **settings):
    """A stream of its own with these events, and a group on it."""
    stream = f"game-{uuid4()}"
    append(client, stream, types)
    client.create_subscription_to_stream(group_name="group", stream_name=stream, **settings)
    return stream


def append(client, stream, types):
    if types:
        events = [NewEvent(type=type_, data=b"{}") for type_ in types]
        client.append_events(stream, current_version=StreamState.ANY, events=events)


def read(client, stream, count, answer):
    """Reads so many messages, answers each, and stops."""
    told = []
    subscription = client.read_subscription_to_stream(group_name="group", stream_name=stream)
    for event in subscription:
        told.append((event.type, event.retry_count))
        answer(subscription, event)
        if len(told) == count:
            subscription.stop()
    return told


def acknowledge(subscription, event):
    subscription.ack(event)


def eventually(is_so):
    deadline = time.monotonic() + 10
    while not is_so():
        assert time.monotonic() < deadline, "it never came to be so"
        time.sleep(0.01)


def fails_with(expected, work):
    try:
        work()
    except expected as error:
        return error
    raise AssertionError(f"{expected.__name__} was expected")


def parked(client, stream):
    return client.get_subscription_info(group_name="group", stream_name=stream).parked_message_count


def reads_from_the_start_from_a_place_and_from_the_end(client):
    assert read(client, given(client, "ABC"), 3, acknowledge) == [("A", 0), ("B", 0), ("C", 0)]
    assert read(client, given(client, "ABC", stream_position=1), 2, acknowledge) == [("B", 0), ("C", 0)]
    stream = given(client, "ABC", from_end=True)
    append(client, stream, "D")
    assert read(client, stream, 1, acknowledge) == [("D", 0)]


def skips_stops_and_retries(client):
    def answer(subscription, event):
        action = {"A": "skip", "B": "retry", "C": "stop", "D": "unknown"}[event.type]
        if event.retry_count == 0:
            subscription.nack(event, action)
        else:
            subscription.ack(event)

    told = read(client, given(client, "ABCD"), 6, answer)
    assert sorted(told) == [("A", 0), ("B", 0), ("B", 1), ("C", 0), ("D", 0), ("D", 1)], told


def parks_and_replays(client):
    stream = given(client, "AB")
    read(client, stream, 2, lambda subscription, event: subscription.nack(event, "park"))
    eventually(lambda: parked(client, stream) == 2)
    client.replay_parked_events(group_name="group", stream_name=stream)
    assert read(client, stream, 2, acknowledge) == [("A", 0), ("B", 0)]
    assert parked(client, stream) == 0


def parks_what_was_tried_too_often(client):
    stream = given(client, "A", max_retry_count=1)
    told = read(client, stream, 2, lambda subscription, event: subscription.nack(event, "retry"))
    assert told == [("A", 0), ("A", 1)], told
    eventually(lambda: parked(client, stream) == 1)


def goes_on_where_the_last_consumer_was(client):
    stream = given(client, "ABCD", max_checkpoint_count=1, min_checkpoint_count=1)
    assert read(client, stream, 2, acknowledge) == [("A", 0), ("B", 0)]
    assert [type_ for type_, _ in read(client, stream, 2, acknowledge)] == ["C", "D"]


def reads_all_through_a_filter(client):
    kind = f"T{uuid4().hex}"
    client.create_subscription_to_all(group_name=kind, from_end=True, filter_include=[kind])
    append(client, f"game-{uuid4()}", [kind, "A", kind])
    subscription = client.read_subscription_to_all(group_name=kind)
    types = []
    for event in subscription:
        subscription.ack(event)
        types.append(event.type)
        if len(types) == 2:
            subscription.stop()
    assert types == [kind, kind], types


def knows_every_strategy(client):
    for strategy in ["RoundRobin", "DispatchToSingle", "Pinned", "PinnedByCorrelation"]:
        stream = given(client, "A", consumer_strategy=strategy)
        info = client.get_subscription_info(group_name="group", stream_name=stream)
        assert info.consumer_strategy == strategy, info.consumer_strategy
        assert read(client, stream, 1, acknowledge) == [("A", 0)]


def is_updated_listed_and_deleted(client):
    stream = given(client, "A")
    client.update_subscription_to_stream(group_name="group", stream_name=stream, max_retry_count=7)
    (info,) = client.list_subscriptions_to_stream(stream)
    assert (info.group_name, info.max_retry_count) == ("group", 7), info
    assert stream in [info.event_source for info in client.list_subscriptions()]
    client.delete_subscription(group_name="group", stream_name=stream)
    fails_with(NotFound, lambda: client.get_subscription_info(group_name="group", stream_name=stream))


def says_what_is_wrong(client):
    stream = given(client, "A", max_subscriber_count=1)
    fails_with(AlreadyExists, lambda: client.create_subscription_to_stream("group", stream))
    fails_with(NotFound, lambda: client.read_subscription_to_stream("nobody", stream))
    fails_with(NotFound, lambda: client.delete_subscription("nobody", stream))
    first = client.read_subscription_to_stream("group", stream)
    fails_with(MaximumSubscriptionsReached, lambda: client.read_subscription_to_stream("group", stream))
    first.stop()


cases = [
    reads_from_the_start_from_a_place_and_from_the_end,
    skips_stops_and_retries,
    parks_and_replays,
    parks_what_was_tried_too_often,
    goes_on_where_the_last_consumer_was,
    reads_all_through_a_filter,
    knows_every_strategy,
    is_updated_listed_and_deleted,
    says_what_is_wrong,
]

with Client(uri=sys.argv[2]) as the_client:
    for case in cases:
        wrong = None
        try:
            case(the_client)
        except Exception:
            wrong = traceback.format_exc()
        print(json.dumps({"name": case.__name__.replace("_", " "), "wrong": wrong}), flush=True)
