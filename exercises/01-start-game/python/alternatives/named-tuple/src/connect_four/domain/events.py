from typing import NamedTuple


class GameStarted(NamedTuple):
    player_one: str
    player_two: str


GameEvent = GameStarted
