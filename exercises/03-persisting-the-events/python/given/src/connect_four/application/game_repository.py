from typing import Protocol
from uuid import UUID

from connect_four.domain.game import Game


class GameRepository(Protocol):
    """Where games are kept, as the application sees it: something that takes games in and gives them back.

    Whether that is an event store, a file or a list in memory is none of its business.
    """

    def add(self, game: Game) -> None:
        """Stores what has happened in this game."""

    def get(self, game_id: UUID) -> Game:
        """The game as it is by everything that was stored of it."""
