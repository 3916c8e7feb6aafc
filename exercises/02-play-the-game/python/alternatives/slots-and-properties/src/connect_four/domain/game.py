from dataclasses import dataclass
from uuid import UUID, uuid4

from connect_four.domain.board import Board, BoardState, Column, Token
from connect_four.domain.events import GameEvent, GameFinished, GameStarted, MoveMade
from connect_four.domain.exceptions import GameAlreadyStartedError, InvalidMoveError
from connect_four.domain.result import GameResult


@dataclass(frozen=True)
class Move:
    """What a player wants to do."""

    player: str
    column: Column


class Game:
    """Slots hold the state, and properties show it."""

    __slots__ = ("_board", "_events", "_id", "_next_player", "_player_one", "_player_two", "_result")

    def __init__(self, game_id: UUID | None = None) -> None:
        self._id = game_id or uuid4()
        self._player_one: str | None = None
        self._player_two: str | None = None
        self._next_player: str | None = None
        self._result: GameResult | None = None
        self._events: list[GameEvent] = []
        self._board = Board()

    def start_game(self, player_one: str, player_two: str) -> None:
        if self.has_started:
            raise GameAlreadyStartedError("This game has already started.")
        self._process(GameStarted(player_one, player_two))

    def make_move(self, move: Move) -> None:
        if not self.has_started:
            raise InvalidMoveError("This game has not started yet.")
        if self.is_finished:
            raise InvalidMoveError("This game is over.")
        if move.player != self._next_player:
            raise InvalidMoveError(f"It is the turn of {self._next_player}, not of {move.player}.")
        if not self._board.has_room_in_column(move.column):
            raise InvalidMoveError(f"Column {move.column} is full.")

        self._process(MoveMade(move.player, move.column))
        self._finish_if_over()

    def apply(self, event: GameEvent) -> None:
        match event:
            case GameStarted():
                self._player_one = event.player_one
                self._player_two = event.player_two
                self._next_player = event.player_one
            case MoveMade():
                is_first = event.player == self._player_one
                self._board.add_move(event.column, Token.RED if is_first else Token.YELLOW)
                self._next_player = self._player_two if is_first else self._player_one
            case GameFinished():
                self._result = event.result
                self._next_player = None

    id = property(lambda self: self._id)
    player_one = property(lambda self: self._player_one)
    player_two = property(lambda self: self._player_two)
    next_player = property(lambda self: self._next_player)
    result = property(lambda self: self._result)

    @property
    def events(self) -> list[GameEvent]:
        """A copy: history only grows in here."""
        return list(self._events)

    @property
    def has_started(self) -> bool:
        return self._player_one is not None

    @property
    def is_finished(self) -> bool:
        return self._result is not None

    @property
    def board(self) -> BoardState:
        """The tokens on the board, for looking at."""
        return self._board.state

    def _finish_if_over(self) -> None:
        result = self._board.get_result()
        if result is not None:
            self._process(GameFinished(result))

    def _process(self, event: GameEvent) -> None:
        self.apply(event)
        self._events.append(event)
