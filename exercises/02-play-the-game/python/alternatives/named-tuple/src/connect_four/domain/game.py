from dataclasses import dataclass, field
from typing import NamedTuple
from uuid import UUID, uuid4

from connect_four.domain.board import Board, BoardState, Column, Token
from connect_four.domain.events import GameEvent, GameFinished, GameStarted, MoveMade
from connect_four.domain.exceptions import GameAlreadyStartedError, InvalidMoveError
from connect_four.domain.result import GameResult


class Move(NamedTuple):
    player: str
    column: Column


@dataclass
class Game:
    """The aggregate is a dataclass; its events and moves are named tuples."""

    id: UUID = field(default_factory=uuid4)
    player_one: str | None = None
    player_two: str | None = None
    next_player: str | None = None
    result: GameResult | None = None
    events: tuple[GameEvent, ...] = ()
    _board: Board = field(default_factory=Board, repr=False)

    @property
    def board(self) -> BoardState:
        return self._board.state

    @property
    def is_finished(self) -> bool:
        return self.result is not None

    def start_game(self, player_one: str, player_two: str) -> None:
        if self.player_one is not None:
            raise GameAlreadyStartedError
        self._record(GameStarted(player_one, player_two))

    def make_move(self, move: Move) -> None:
        player, column = move
        if player != self.next_player or not self._board.has_room_in_column(column):
            raise InvalidMoveError(f"{player} cannot move to {column}.")
        self._record(MoveMade(player, column))
        if result := self._board.get_result():
            self._record(GameFinished(result))

    def apply(self, event: GameEvent) -> None:
        match event:
            case GameStarted(player_one, player_two):
                self.player_one, self.player_two, self.next_player = player_one, player_two, player_one
            case MoveMade(player, column) if player == self.player_one:
                self._board.add_move(column, Token.RED)
                self.next_player = self.player_two
            case MoveMade(_, column):
                self._board.add_move(column, Token.YELLOW)
                self.next_player = self.player_one
            case GameFinished(result):
                self.result, self.next_player = result, None

    def _record(self, event: GameEvent) -> None:
        self.events += (event,)
        self.apply(event)
