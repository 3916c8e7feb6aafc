from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from uuid import UUID, uuid4

from connect_four.domain.board import Board, Column, Token
from connect_four.domain.events import GameEvent, GameFinished, GameStarted, MoveMade
from connect_four.domain.exceptions import GameAlreadyStartedError, InvalidMoveError
from connect_four.domain.result import GameResult


@dataclass(frozen=True)
class Move:
    player: str
    column: Column


@dataclass(frozen=True)
class State:
    """All that the decisions need to know; a new one after each event."""

    player_one: str | None = None
    player_two: str | None = None
    next_player: str | None = None
    result: GameResult | None = None
    moves: tuple[tuple[Column, Token], ...] = ()

    def board(self) -> Board:
        board = Board()
        for column, token in self.moves:
            board.add_move(column, token)
        return board


def evolve(state: State, event: GameEvent) -> State:
    match event:
        case GameStarted(player_one, player_two):
            return replace(state, player_one=player_one, player_two=player_two, next_player=player_one)
        case MoveMade(player, column):
            is_first = player == state.player_one
            moves = (*state.moves, (column, Token.RED if is_first else Token.YELLOW))
            return replace(state, moves=moves, next_player=state.player_two if is_first else state.player_one)
        case GameFinished(result):
            return replace(state, result=result, next_player=None)


def start(state: State, player_one: str, player_two: str) -> Iterator[GameEvent]:
    if state.player_one is not None:
        raise GameAlreadyStartedError("This game has already started.")
    yield GameStarted(player_one, player_two)


def move(state: State, wanted: Move) -> Iterator[GameEvent]:
    if wanted.player != state.next_player:
        raise InvalidMoveError("It is not your turn.")
    if not state.board().has_room_in_column(wanted.column):
        raise InvalidMoveError("This column is full.")
    made = MoveMade(wanted.player, wanted.column)
    yield made
    result = evolve(state, made).board().get_result()
    if result is not None:
        yield GameFinished(result)


@dataclass
class Game:
    """A class around functions that decide, and one that evolves."""

    id: UUID = field(default_factory=uuid4)
    events: list[GameEvent] = field(default_factory=list)
    _state: State = State()

    player_one = property(lambda self: self._state.player_one)
    player_two = property(lambda self: self._state.player_two)
    next_player = property(lambda self: self._state.next_player)
    result = property(lambda self: self._state.result)
    is_finished = property(lambda self: self._state.result is not None)
    board = property(lambda self: self._state.board().state)

    def start_game(self, player_one: str, player_two: str) -> None:
        self._record(start(self._state, player_one, player_two))

    def make_move(self, wanted: Move) -> None:
        self._record(move(self._state, wanted))

    def apply(self, event: GameEvent) -> None:
        self._state = evolve(self._state, event)

    def _record(self, decided: Iterator[GameEvent]) -> None:
        for event in list(decided):
            self.events.append(event)
            self.apply(event)
