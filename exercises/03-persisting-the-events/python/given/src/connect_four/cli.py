import sys
from uuid import UUID

from connect_four.application.application import ConnectFourApp
from connect_four.domain.board import Column
from connect_four.domain.exceptions import InvalidMoveError
from connect_four.domain.game import Game, Move
from connect_four.domain.result import GameResult
from connect_four.persistence.connection import connect
from connect_four.persistence.eventstoredb import GameRepository
from connect_four.presentation.board import board_text


def play(app: ConnectFourApp, game_id: UUID) -> None:
    """A game between two people at one keyboard, kept in the event store.

    Leave it with Ctrl-D, and go on whenever you like, with its id behind the command.
    """
    print(f"The events of this game are in the stream game-{game_id}.")
    game = app.get_game(game_id)
    while not game.is_finished:
        _show_board(game)
        if game.next_player is None:
            print("It is nobody's turn. Has the game started?")
            return
        try:
            app.make_move(game_id, Move(game.next_player, _ask_column(game.next_player)))
        except InvalidMoveError as refusal:
            # A refused command is no accident: say why, and go on.
            print(f"{refusal} Nothing was recorded.")
        game = app.get_game(game_id)

    _show_board(game)
    print(_ending(game))


def _start_game(app: ConnectFourApp) -> UUID:
    player_one = input("Who is player one? ").strip() or "one"
    player_two = input("Who is player two? ").strip() or "two"
    return app.create_game(player_one, player_two)


def _ask_column(player: str) -> Column:
    while True:
        answer = input(f"{player}, which column? ({' '.join(Column)}) ").strip().upper()
        if answer in list(Column):
            return Column(answer)
        print("Type one letter, from A to G.")


def _show_board(game: Game) -> None:
    print(f"\n{board_text(game.board, sys.stdout.isatty())}\n")


def _ending(game: Game) -> str:
    stored = f"Its {len(game.events)} events are stored for good."
    if game.result == GameResult.TIED:
        return f"A tie: the board is full. {stored}"
    winner = game.player_one if game.result == GameResult.PLAYER_ONE_WON else game.player_two
    return f"{winner} has won! {stored}"


def main(*arguments: str) -> None:
    app = ConnectFourApp(GameRepository(connect()))
    try:
        play(app, UUID(arguments[0]) if arguments else _start_game(app))
    except EOFError:
        print("\nSee you. The game waits in its stream.")


if __name__ == "__main__":
    main(*sys.argv[1:])
