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
    """What begins with two underscores is the object's own."""

    def __init__(self, game_id: UUID | None = None) -> None:
        # Which game it is, among all there are.
        self.id = game_id or uuid4()
        self.player_one: str | None = None
        self.player_two: str | None = None
        # Whose turn it is; None as long as it is nobody's.
        self.__next_player: str | None = None
        # How it ended; None as long as it hasn't.
        self.__result: GameResult | None = None
        self.__events: list[GameEvent] = []
        self.__board = Board()

    def start_game(self, player_one: str, player_two: str) -> None:
        if self.has_started:
            raise GameAlreadyStartedError("This game has already started.")
        self.__process(GameStarted(player_one, player_two))

    def make_move(self, move: Move) -> None:
        if not self.has_started:
            raise InvalidMoveError("This game has not started yet.")
        if self.is_finished:
            raise InvalidMoveError("This game is over.")
        if move.player != self.__next_player:
            raise InvalidMoveError(f"It is the turn of {self.__next_player}, not of {move.player}.")
        if not self.__board.has_room_in_column(move.column):
            raise InvalidMoveError(f"Column {move.column} is full.")

        self.__process(MoveMade(move.player, move.column))
        self.__finish_if_over()

    def apply(self, event: GameEvent) -> None:
        match event:
            case GameStarted():
                self.player_one = event.player_one
                self.player_two = event.player_two
                self.__next_player = event.player_one
            case MoveMade():
                is_first = event.player == self.player_one
                self.__board.add_move(event.column, Token.RED if is_first else Token.YELLOW)
                self.__next_player = self.player_two if is_first else self.player_one
            case GameFinished():
                self.__result = event.result
                self.__next_player = None

    @property
    def next_player(self) -> str | None:
        return self.__next_player

    @property
    def result(self) -> GameResult | None:
        return self.__result

    @property
    def events(self) -> tuple[GameEvent, ...]:
        return tuple(self.__events)

    @property
    def has_started(self) -> bool:
        return self.player_one is not None

    @property
    def is_finished(self) -> bool:
        return self.__result is not None

    @property
    def board(self) -> BoardState:
        """The tokens on the board, for looking at."""
        return self.__board.state

    def __finish_if_over(self) -> None:
        result = self.__board.get_result()
        if result is not None:
            self.__process(GameFinished(result))

    def __process(self, event: GameEvent) -> None:
        self.apply(event)
        self.__events.append(event)
