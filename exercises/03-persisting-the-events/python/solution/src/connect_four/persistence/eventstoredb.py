from uuid import UUID

from esdbclient import EventStoreDBClient, StreamState

from connect_four.domain.game import Game
from connect_four.persistence.event_mapping import to_game_event, to_new_event


class GameRepository:
    """Keeps games in EventStoreDB: every game is a stream, and what is stored is its events."""

    def __init__(self, client: EventStoreDBClient) -> None:
        self._client = client

    def add(self, game: Game) -> None:
        events = [to_new_event(event) for event in game.uncommitted_events]
        self._client.append_to_stream(_stream_of(game.id), current_version=StreamState.ANY, events=events)

    def get(self, game_id: UUID) -> Game:
        history = [to_game_event(recorded) for recorded in self._client.get_stream(_stream_of(game_id))]
        game = Game(game_id)
        game.load_from_history(history)
        return game


def _stream_of(game_id: UUID) -> str:
    return f"game-{game_id}"
