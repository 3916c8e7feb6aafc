import os

from esdbclient import EventStoreDBClient

# The event store to use: the companion says where its own one is, and anybody may name another.
CONNECTION_STRING = os.environ.get("GROUND_UP_CONNECTION_STRING", "esdb://localhost:2113?tls=false")


def connect() -> EventStoreDBClient:
    return EventStoreDBClient(uri=CONNECTION_STRING)
