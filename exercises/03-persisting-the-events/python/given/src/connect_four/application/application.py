from uuid import UUID

from connect_four.application.game_repository import GameRepository
from connect_four.domain.game import Game, Move


class ConnectFourApp:
    """Each request gets a game, gives it a command, and stores what happened."""

    def __init__(self, games: GameRepository) -> None:
        self._games = games

    def create_game(self, player_one: str, player_two: str) -> UUID:
        """Starts a new game and says which one it is."""
        game = Game()
        game.start_game(player_one, player_two)
        self._games.add(game)
        return game.id

    def make_move(self, game_id: UUID, move: Move) -> None:
        game = self._games.get(game_id)
        game.make_move(move)
        self._games.add(game)

    def get_game(self, game_id: UUID) -> Game:
        """For looking at; nothing that is done to it is stored."""
        return self._games.get(game_id)
