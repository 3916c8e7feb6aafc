from collections.abc import Mapping, Sequence
from enum import StrEnum

from connect_four.domain.result import GameResult


class Column(StrEnum):
    A = "A"
    B = "B"
    C = "C"
    D = "D"
    E = "E"
    F = "F"
    G = "G"


class Token(StrEnum):
    """Player one's tokens are red, player two's are yellow."""

    RED = "RED"
    YELLOW = "YELLOW"


# The tokens in every column, from the bottom up.
BoardState = Mapping[Column, Sequence[Token]]


class Board:
    """The board: seven columns with room for six tokens each. It knows nothing of turns or events."""

    def __init__(self) -> None:
        self._tokens: dict[Column, list[Token]] = {column: [] for column in Column}

    @property
    def state(self) -> BoardState:
        """A copy: whoever looks at a board can't change it."""
        return {column: list(tokens) for column, tokens in self._tokens.items()}

    def add_move(self, column: Column, token: Token) -> None:
        self._tokens[column].append(token)

    def has_room_in_column(self, column: Column) -> bool:
        return len(self._tokens[column]) < _ROWS

    def get_result(self) -> GameResult | None:
        """None while the game goes on."""
        winner = _winner_of(self._tokens)
        if winner is not None:
            return GameResult.PLAYER_ONE_WON if winner is Token.RED else GameResult.PLAYER_TWO_WON
        if any(self.has_room_in_column(column) for column in Column):
            return None
        return GameResult.TIED


# You need not read on: from here to the end it is about finding four in a row.

_ROWS = 6
_COLUMNS = list(Column)

# Upwards, to the right, and along both diagonals.
_DIRECTIONS = [(0, 1), (1, 0), (1, 1), (1, -1)]


def _winner_of(tokens: BoardState) -> Token | None:
    for column in range(len(_COLUMNS)):
        for row in range(_ROWS):
            token = _token_at(tokens, column, row)
            if token is not None and any(_has_four(tokens, column, row, *direction) for direction in _DIRECTIONS):
                return token
    return None


def _has_four(tokens: BoardState, column: int, row: int, right: int, up: int) -> bool:
    token = _token_at(tokens, column, row)
    return all(
        _token_at(tokens, column + right * distance, row + up * distance) is token for distance in (1, 2, 3)
    )


def _token_at(tokens: BoardState, column: int, row: int) -> Token | None:
    if not (0 <= column < len(_COLUMNS) and row >= 0):
        return None
    in_column = tokens[_COLUMNS[column]]
    return in_column[row] if row < len(in_column) else None
