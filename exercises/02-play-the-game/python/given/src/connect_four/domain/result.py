from enum import StrEnum


class GameResult(StrEnum):
    """How a game ended."""

    PLAYER_ONE_WON = "PLAYER_ONE_WON"
    TIED = "TIED"
    PLAYER_TWO_WON = "PLAYER_TWO_WON"
