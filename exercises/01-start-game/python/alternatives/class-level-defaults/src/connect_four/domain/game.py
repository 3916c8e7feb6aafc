from connect_four.domain.events import GameEvent, GameStarted
from connect_four.domain.exceptions import GameAlreadyStartedError


class Game:
    """What every new game has in common stands in the class; an object has what became of it."""

    player_one: str | None = None
    player_two: str | None = None
    events: tuple[GameEvent, ...] = ()

    def start_game(self, player_one: str, player_two: str) -> None:
        if self.events:
            raise GameAlreadyStartedError("This game has already started.")
        event = GameStarted(player_one, player_two)
        self.apply(event)
        self.events = (*self.events, event)

    def apply(self, event: GameEvent) -> None:
        vars(self).update(player_one=event.player_one, player_two=event.player_two)
