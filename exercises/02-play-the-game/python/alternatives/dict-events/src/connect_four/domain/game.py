from uuid import uuid4

from connect_four.domain.board import Board, Token
from connect_four.domain.exceptions import GameAlreadyStartedError, InvalidMoveError


class Move(dict):
    """What a player wants to do, with `player` and `column`."""


class Game:
    """Events are dicts with a type, and so are moves."""

    def __init__(self):
        self.id = uuid4()
        self.player_one = None
        self.player_two = None
        self.next_player = None
        self.result = None
        self.events = []
        self._board = Board()

    @property
    def board(self):
        return self._board.state

    @property
    def is_finished(self):
        return self.result is not None

    def start_game(self, player_one, player_two):
        if self.events:
            raise GameAlreadyStartedError("This game has already started.")
        self._happened("GameStarted", player_one=player_one, player_two=player_two)

    def make_move(self, move):
        if move["player"] != self.next_player:
            raise InvalidMoveError("It is not your turn.")
        if not self._board.has_room_in_column(move["column"]):
            raise InvalidMoveError("This column is full.")
        self._happened("MoveMade", **move)
        result = self._board.get_result()
        if result:
            self._happened("GameFinished", result=result)

    def apply(self, event):
        getattr(self, "_apply_" + event["type"])(event)

    def _apply_GameStarted(self, event):
        self.player_one = self.next_player = event["player_one"]
        self.player_two = event["player_two"]

    def _apply_MoveMade(self, event):
        is_first = event["player"] == self.player_one
        self._board.add_move(event["column"], Token.RED if is_first else Token.YELLOW)
        self.next_player = self.player_two if is_first else self.player_one

    def _apply_GameFinished(self, event):
        self.result = event["result"]
        self.next_player = None

    def _happened(self, kind, **data):
        event = {"type": kind, **data}
        self.events.append(event)
        self.apply(event)
