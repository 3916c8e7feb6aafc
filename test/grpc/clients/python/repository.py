"""Keeps games as the tutorial's own Python code does: python repository.py CONNECTION_STRING [GAME_ID]

Without a game it plays one and prints its id; with one it loads that and prints its moves.
"""

import json
import sys
from uuid import UUID, uuid4

from esdbclient import EventStoreDBClient, NewEvent, StreamState


class GameRepository:
    """Stores a game's events in the stream game-{id}, and reads them back in order."""

    def __init__(self, client: EventStoreDBClient) -> None:
        self._client = client

    def add(self, game_id: UUID, events: list[tuple[str, dict[str, str]]]) -> None:
        self._client.append_to_stream(
            f"game-{game_id}",
            current_version=StreamState.ANY,
            events=[NewEvent(type=type_, data=json.dumps(data).encode("utf-8")) for type_, data in events],
        )

    def get(self, game_id: UUID) -> list[tuple[str, dict[str, str]]]:
        return [(event.type, json.loads(event.data)) for event in self._client.get_stream(f"game-{game_id}")]


def main(connection_string: str, game_id: str | None = None) -> None:
    repository = GameRepository(EventStoreDBClient(uri=connection_string))
    if game_id is None:
        new_id = uuid4()
        repository.add(new_id, [("GameStarted", {"player_one": "one", "player_two": "two"})])
        repository.add(new_id, [("MoveMade", {"player": "one", "column": "D"})])
        print(new_id)
    else:
        print(json.dumps(repository.get(UUID(game_id))))


main(*sys.argv[1:])
