from dataclasses import dataclass


@dataclass(frozen=True)
class GameStarted:
    """The game has begun, between these two players."""

    player_one: str
    player_two: str


# Everything that can happen in a game; there will be more.
GameEvent = GameStarted
