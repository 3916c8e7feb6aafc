from connect_four.domain.board import BoardState, Column, Token

_ROWS_FROM_THE_TOP = range(5, -1, -1)


def board_text(board: BoardState, colours: bool) -> str:
    """A board as lines of text; with colours only where the terminal shows them."""
    rows = [" ".join(_token_text(board, column, row, colours) for column in Column) for row in _ROWS_FROM_THE_TOP]
    return "\n".join(f"  {line}" for line in [" ".join(Column), *rows])


def _token_text(board: BoardState, column: Column, row: int, colours: bool) -> str:
    """Colour is not the only difference, so that everybody can tell the two apart."""
    tokens = board[column]
    if row >= len(tokens):
        return "·"
    is_red = tokens[row] == Token.RED
    text = "●" if is_red else "○"
    return f"\033[{91 if is_red else 93}m{text}\033[0m" if colours else text
