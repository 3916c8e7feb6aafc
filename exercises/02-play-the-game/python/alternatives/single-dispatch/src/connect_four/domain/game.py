from dataclasses import dataclass
from functools import singledispatchmethod
from uuid import UUID, uuid4

from connect_four.domain.board import Board, BoardState, Column, Token
from connect_four.domain.events import GameEvent, GameFinished, GameStarted, MoveMade
from connect_four.domain.exceptions import GameAlreadyStartedError, InvalidMoveError
from connect_four.domain.result import GameResult


@dataclass(frozen=True, slots=True)
class Move:
    player: str
    column: Column


class Game:
    """One method for each kind of event."""

    def __init__(self) -> None:
        self.id: UUID = uuid4()
        self.player_one: str | None = None
        self.player_two: str | None = None
        self.next_player: str | None = None
        self.result: GameResult | None = None
        self.events: list[GameEvent] = []
        self._board = Board()

    @property
    def board(self) -> BoardState:
        return self._board.state

    @property
    def is_finished(self) -> bool:
        return self.result is not None

    def start_game(self, player_one: str, player_two: str) -> None:
        if self.player_one is not None:
            raise GameAlreadyStartedError("This game has already started.")
        self._record(GameStarted(player_one, player_two))

    def make_move(self, move: Move) -> None:
        self._check(move)
        self._record(MoveMade(move.player, move.column))
        if (result := self._board.get_result()) is not None:
            self._record(GameFinished(result))

    @singledispatchmethod
    def apply(self, event: object) -> None:
        raise NotImplementedError(type(event).__name__)

    @apply.register
    def _(self, event: GameStarted) -> None:
        self.player_one = event.player_one
        self.player_two = event.player_two
        self.next_player = event.player_one

    @apply.register
    def _(self, event: MoveMade) -> None:
        self._board.add_move(event.column, self._token_of(event.player))
        self.next_player = self.player_one if self.next_player == self.player_two else self.player_two

    @apply.register
    def _(self, event: GameFinished) -> None:
        self.result = event.result
        self.next_player = None

    def _check(self, move: Move) -> None:
        if self.next_player is None:
            raise InvalidMoveError("Nobody can move now.")
        if move.player != self.next_player:
            raise InvalidMoveError(f"It is the turn of {self.next_player}.")
        if not self._board.has_room_in_column(move.column):
            raise InvalidMoveError(f"Column {move.column} is full.")

    def _token_of(self, player: str) -> Token:
        return Token.RED if player == self.player_one else Token.YELLOW

    def _record(self, event: GameEvent) -> None:
        self.events.append(event)
        self.apply(event)
