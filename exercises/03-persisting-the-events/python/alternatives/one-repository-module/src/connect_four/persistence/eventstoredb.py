import json
from dataclasses import asdict
from uuid import UUID, uuid4

from esdbclient import EventStoreDBClient, NewEvent, StreamState

from connect_four.domain import events as domain
from connect_four.domain.game import Game


class GameRepository:
    """The mapping is worked out from the classes of the events; nothing else is needed."""

    def __init__(self, client: EventStoreDBClient) -> None:
        self.client = client

    def add(self, game: Game) -> None:
        self.client.append_events(
            f"game-{game.id}",
            current_version=StreamState.ANY,
            events=[
                NewEvent(id=uuid4(), type=type(event).__name__, data=json.dumps(asdict(event)).encode("utf-8"))
                for event in game.uncommitted_events
            ],
        )

    def get(self, game_id: UUID) -> Game:
        game = Game(game_id)
        game.load_from_history(
            getattr(domain, recorded.type)(**json.loads(recorded.data))
            for recorded in self.client.read_stream(f"game-{game_id}")
        )
        return game
