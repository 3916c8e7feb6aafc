from dataclasses import dataclass


@dataclass(frozen=True)
class GameStarted:
    """The game has begun, between these two players."""

    player_one: str
    player_two: str


@dataclass(frozen=True)
class MoveMade:
    """A token was dropped. What has to be remembered about that? (Step 2.2)"""


# Everything that can happen in a game; there will be more.
GameEvent = GameStarted | MoveMade
