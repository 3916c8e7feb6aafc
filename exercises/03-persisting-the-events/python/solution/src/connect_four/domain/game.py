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
    """A game of Connect Four: the aggregate of this tutorial."""

    def __init__(self, game_id: UUID | None = None) -> None:
        # Which game it is, among all there are.
        self.id = game_id or uuid4()
        self.player_one: str | None = None
        self.player_two: str | None = None
        # Whose turn it is; None as long as it is nobody's.
        self.next_player: str | None = None
        # How it ended; None as long as it hasn't.
        self.result: GameResult | None = None
        # What the store has of this game, and what it has not yet.
        self.historical_events: list[GameEvent] = []
        self.uncommitted_events: list[GameEvent] = []
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
        if move.player != self.next_player:
            raise InvalidMoveError(f"It is the turn of {self.next_player}, not of {move.player}.")
        if not self._board.has_room_in_column(move.column):
            raise InvalidMoveError(f"Column {move.column} is full.")

        self._process(MoveMade(move.player, move.column))
        self._finish_if_over()

    def apply(self, event: GameEvent) -> None:
        match event:
            case GameStarted():
                self.player_one = event.player_one
                self.player_two = event.player_two
                self.next_player = event.player_one
            case MoveMade():
                is_first = event.player == self.player_one
                self._board.add_move(event.column, Token.RED if is_first else Token.YELLOW)
                self.next_player = self.player_two if is_first else self.player_one
            case GameFinished():
                self.result = event.result
                self.next_player = None

    def load_from_history(self, history: list[GameEvent]) -> None:
        """Everything that has happened so far, in order; nothing of it is to be stored again."""
        for event in history:
            self.apply(event)
            self.historical_events.append(event)

    @property
    def events(self) -> list[GameEvent]:
        return [*self.historical_events, *self.uncommitted_events]

    @property
    def has_started(self) -> bool:
        return self.player_one is not None

    @property
    def is_finished(self) -> bool:
        return self.result is not None

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
        self.uncommitted_events.append(event)
