from collections.abc import Iterator
from uuid import UUID

from esdbclient import EventStoreDBClient, StreamState

from connect_four.domain.events import GameEvent
from connect_four.domain.game import Game
from connect_four.persistence.event_mapping import to_game_event, to_new_event


class GameRepository:
    """History is read while it is loaded, and what was stored is history from then on."""

    def __init__(self, client: EventStoreDBClient) -> None:
        self.__client = client

    def add(self, game: Game) -> None:
        if not game.uncommitted_events:
            return
        self.__client.append_to_stream(
            f"game-{game.id}",
            current_version=StreamState.ANY,
            events=map(to_new_event, game.uncommitted_events),
        )
        game.historical_events += game.uncommitted_events
        game.uncommitted_events = []

    def get(self, game_id: UUID) -> Game:
        game = Game(game_id)
        game.load_from_history(self.__history_of(game_id))
        return game

    def __history_of(self, game_id: UUID) -> Iterator[GameEvent]:
        for recorded in self.__client.read_stream(f"game-{game_id}"):
            yield to_game_event(recorded)
