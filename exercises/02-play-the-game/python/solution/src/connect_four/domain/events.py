from dataclasses import dataclass

from connect_four.domain.board import Column
from connect_four.domain.result import GameResult


@dataclass(frozen=True)
class GameStarted:
    """The game has begun, between these two players."""

    player_one: str
    player_two: str


@dataclass(frozen=True)
class MoveMade:
    """A player dropped a token into a column."""

    player: str
    column: Column


@dataclass(frozen=True)
class GameFinished:
    """The game is over, and this is how it ended."""

    result: GameResult


# Everything that can happen in a game.
GameEvent = GameStarted | MoveMade | GameFinished
