from typing import NamedTuple

from connect_four.domain.board import Column
from connect_four.domain.result import GameResult


class GameStarted(NamedTuple):
    player_one: str
    player_two: str


class MoveMade(NamedTuple):
    player: str
    column: Column


class GameFinished(NamedTuple):
    result: GameResult


GameEvent = GameStarted | MoveMade | GameFinished
