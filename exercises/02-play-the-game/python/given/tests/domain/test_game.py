import pytest

from connect_four.domain.exceptions import GameAlreadyStartedError
from connect_four.domain.game import Game

# Write tests of your own like this one: given what has happened, when a command comes, then this follows.


def test_a_game_cannot_be_started_twice() -> None:
    # Given a game that has started
    game = Game()
    game.start_game("Ada", "Grace")

    # When somebody starts it again
    with pytest.raises(GameAlreadyStartedError):
        game.start_game("Linus", "Margaret")

    # Then that is refused, and nothing is recorded
    assert len(game.events) == 1
