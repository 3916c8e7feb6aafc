from __future__ import annotations

import enum
import itertools
import uuid
from collections import deque
from dataclasses import dataclass, field


class GameError(Exception):
    pass


class NotAllowed(GameError):
    pass


class Column(enum.Enum):
    A, B, C, D, E, F, G = "ABCDEFG"


class Token(enum.Enum):
    RED = "RED"
    YELLOW = "YELLOW"


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    event_id: uuid.UUID = field(default_factory=uuid.uuid4, compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class GameStarted(Event):
    player_one: str
    player_two: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MoveMade(Event):
    player: str
    column: Column


@dataclass(frozen=True, slots=True, kw_only=True)
class GameFinished(Event):
    result: str


@dataclass(frozen=True)
class Move:
    player: str
    column: Column


class Game:
    """Everything in one module: its own board, plain enums, an id in each event, and a queue of events."""

    def __init__(self) -> None:
        self.player_one: str | None = None
        self.player_two: str | None = None
        self.next_player: str | None = None
        self.result: str | None = None
        self.events: deque[Event] = deque()
        self.board: dict[Column, list[Token]] = {column: [] for column in Column}

    def start_game(self, one: str, two: str) -> None:
        if self.player_one:
            raise NotAllowed("This game has already started.")
        self._record(GameStarted(player_one=one, player_two=two))

    def make_move(self, move: Move) -> None:
        column = Column(move.column)
        if move.player != self.next_player or len(self.board[column]) == 6:
            raise NotAllowed("You cannot move there now.")
        self._record(MoveMade(player=move.player, column=column))
        for token in Token:
            if self._has_four(token):
                winner = "ONE" if token is Token.RED else "TWO"
                return self._record(GameFinished(result=f"PLAYER_{winner}_WON"))
        if all(len(tokens) == 6 for tokens in self.board.values()):
            self._record(GameFinished(result="TIED"))

    def apply(self, event: Event) -> None:
        match event:
            case GameStarted(player_one=one, player_two=two):
                self.player_one, self.player_two, self.next_player = one, two, one
            case MoveMade(player=player, column=column):
                is_first = player == self.player_one
                self.board[column].append(Token.RED if is_first else Token.YELLOW)
                self.next_player = self.player_two if is_first else self.player_one
            case GameFinished(result=result):
                self.result, self.next_player = result, None

    @property
    def is_finished(self) -> bool:
        return self.result is not None

    def _has_four(self, token: Token) -> bool:
        cells = {
            (column, row)
            for column, tokens in enumerate(self.board.values())
            for row, each in enumerate(tokens)
            if each is token
        }
        directions = [(0, 1), (1, 0), (1, 1), (1, -1)]
        return any(
            all((column + right * step, row + up * step) in cells for step in range(4))
            for (column, row), (right, up) in itertools.product(cells, directions)
        )

    def _record(self, event: Event) -> None:
        self.events.append(event)
        self.apply(event)
