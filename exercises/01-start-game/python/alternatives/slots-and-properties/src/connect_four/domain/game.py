from connect_four.domain.events import GameEvent, GameStarted
from connect_four.domain.exceptions import GameAlreadyStartedError


class Game:
    """Slots hold the state, and properties show it."""

    __slots__ = ("_events", "_player_one", "_player_two")

    def __init__(self) -> None:
        self._player_one: str | None = None
        self._player_two: str | None = None
        self._events: list[GameEvent] = []

    @property
    def player_one(self) -> str | None:
        return self._player_one

    @property
    def player_two(self) -> str | None:
        return self._player_two

    @property
    def events(self) -> list[GameEvent]:
        return self._events.copy()

    def start_game(self, player_one: str, player_two: str) -> None:
        if self._player_one is not None:
            raise GameAlreadyStartedError("This game has already started.")
        event = GameStarted(player_one=player_one, player_two=player_two)
        self.apply(event)
        self._events.append(event)

    def apply(self, event: GameEvent) -> None:
        self._player_one = event.player_one
        self._player_two = event.player_two
