import sys

from connect_four.domain.board import Column
from connect_four.domain.exceptions import GameAlreadyStartedError, InvalidMoveError
from connect_four.domain.game import Game, Move
from connect_four.domain.result import GameResult
from connect_four.presentation.board import board_text


def play() -> None:
    """A game between two people at one keyboard, played with your `Game`. Ctrl-D leaves it."""
    game = Game()
    player_one = input("Who is player one? ").strip() or "one"
    player_two = input("Who is player two? ").strip() or "two"
    try:
        game.start_game(player_one, player_two)
    except GameAlreadyStartedError as refusal:
        print(refusal)

    while not game.is_finished:
        _show_board(game)
        if game.next_player is None:
            print("It is nobody's turn. Has the game started?")
            return
        _take_turn(game, game.next_player)

    _show_board(game)
    print(_ending(game))


def _take_turn(game: Game, player: str) -> None:
    recorded = len(game.events)
    try:
        game.make_move(Move(player, _ask_column(player)))
    except InvalidMoveError as refusal:
        # A refused command is no accident: say why, and go on.
        print(refusal)
    if len(game.events) == recorded:
        print("Nothing was recorded.")


def _ask_column(player: str) -> Column:
    while True:
        answer = input(f"{player}, which column? ({' '.join(Column)}) ").strip().upper()
        if answer in list(Column):
            return Column(answer)
        print("Type one letter, from A to G.")


def _show_board(game: Game) -> None:
    print(f"\n{board_text(game.board, sys.stdout.isatty())}\n")


def _ending(game: Game) -> str:
    recorded = f"This game is {len(game.events)} events long."
    if game.result == GameResult.TIED:
        return f"A tie: the board is full. {recorded}"
    winner = game.player_one if game.result == GameResult.PLAYER_ONE_WON else game.player_two
    return f"{winner} has won! {recorded}"


if __name__ == "__main__":
    try:
        play()
    except EOFError:
        print("\nSee you.")
