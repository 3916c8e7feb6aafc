from dataclasses import dataclass


@dataclass(frozen=True)
class GameStarted:
    """The game has begun. What has to be remembered about that? (Step 1.5)"""


# Everything that can happen in a game; there will be more.
GameEvent = GameStarted
