from uuid import UUID

from esdbclient import EventStoreDBClient

from connect_four.domain.game import Game


class GameRepository:
    """Keeps games in EventStoreDB: every game is a stream, and what is stored is its events."""

    def __init__(self, client: EventStoreDBClient) -> None:
        self._client = client

    def add(self, game: Game) -> None:
        # Step 3.3 begins here.
        raise NotImplementedError(f"Game {game.id} can't be stored: `add` is still to be written.")

    def get(self, game_id: UUID) -> Game:
        # Step 3.4 begins here.
        raise NotImplementedError(f"Game {game_id} can't be brought back: `get` is still to be written.")
