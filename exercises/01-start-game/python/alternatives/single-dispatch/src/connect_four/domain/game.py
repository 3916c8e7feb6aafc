from functools import singledispatchmethod

from connect_four.domain.events import GameEvent, GameStarted
from connect_four.domain.exceptions import GameAlreadyStartedError


class Game:
    """One method for each kind of event."""

    def __init__(self) -> None:
        self.player_one: str | None = None
        self.player_two: str | None = None
        self.events: list[GameEvent] = []

    def start_game(self, player_one: str, player_two: str) -> None:
        if self.player_one is not None:
            raise GameAlreadyStartedError("This game has already started.")
        event = GameStarted(player_one, player_two)
        self.events.append(event)
        self.apply(event)

    @singledispatchmethod
    def apply(self, event: object) -> None:
        raise NotImplementedError(type(event).__name__)

    @apply.register
    def _(self, event: GameStarted) -> None:
        self.player_one = event.player_one
        self.player_two = event.player_two
