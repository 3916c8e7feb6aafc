from connect_four.domain.events import GameEvent, GameStarted
from connect_four.domain.exceptions import GameAlreadyStartedError


class Game:
    """A game of Connect Four: the aggregate of this tutorial."""

    def __init__(self) -> None:
        self.player_one: str | None = None
        self.player_two: str | None = None
        self.events: list[GameEvent] = []

    def start_game(self, player_one: str, player_two: str) -> None:
        if self.has_started:
            raise GameAlreadyStartedError("This game has already started.")
        self._process(GameStarted(player_one, player_two))

    def apply(self, event: GameEvent) -> None:
        match event:
            case GameStarted():
                self.player_one = event.player_one
                self.player_two = event.player_two

    @property
    def has_started(self) -> bool:
        return self.player_one is not None

    def _process(self, event: GameEvent) -> None:
        self.apply(event)
        self.events.append(event)
