from dataclasses import dataclass
from uuid import uuid4

from connect_four.domain.board import Board, Column, Token
from connect_four.domain.events import GameEvent, GameFinished, GameStarted, MoveMade
from connect_four.domain.exceptions import GameAlreadyStartedError, InvalidMoveError
from connect_four.domain.result import GameResult


@dataclass
class Move:
    player: str
    column: Column


class Game:
    """What every new game has in common stands in the class; an object has what became of it."""

    player_one: str | None = None
    player_two: str | None = None
    next_player: str | None = None
    result: GameResult | None = None
    events: tuple[GameEvent, ...] = ()

    def __init__(self) -> None:
        self.id = str(uuid4())
        self._board = Board()

    @property
    def board(self) -> list[list[Token]]:
        """Column by column."""
        return [list(tokens) for tokens in self._board.state.values()]

    @property
    def is_finished(self) -> bool:
        return self.result is not None

    def start_game(self, player_one: str, player_two: str) -> None:
        if self.events:
            raise GameAlreadyStartedError("This game has already started.")
        self._record(GameStarted(player_one, player_two))

    def make_move(self, move: Move) -> None:
        if self.next_player != move.player:
            raise InvalidMoveError("It is not your turn.")
        if not self._board.has_room_in_column(move.column):
            raise InvalidMoveError("This column is full.")
        self._record(MoveMade(move.player, move.column))
        result = self._board.get_result()
        if result is not None:
            self._record(GameFinished(result))

    def apply(self, event: GameEvent) -> None:
        if isinstance(event, GameStarted):
            vars(self).update(vars(event), next_player=event.player_one)
        elif isinstance(event, MoveMade):
            tokens = {self.player_one: Token.RED, self.player_two: Token.YELLOW}
            self._board.add_move(event.column, tokens[event.player])
            self.next_player = next(player for player in tokens if player != event.player)
        else:
            self.result = event.result
            self.next_player = None

    def _record(self, event: GameEvent) -> None:
        self.apply(event)
        self.events = (*self.events, event)
