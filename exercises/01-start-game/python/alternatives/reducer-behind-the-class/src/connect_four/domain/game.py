from dataclasses import dataclass, replace
from functools import reduce

from connect_four.domain.events import GameEvent, GameStarted
from connect_four.domain.exceptions import GameAlreadyStartedError


@dataclass(frozen=True)
class State:
    player_one: str | None = None
    player_two: str | None = None


def evolve(state: State, event: GameEvent) -> State:
    return replace(state, player_one=event.player_one, player_two=event.player_two)


def decide(state: State, player_one: str, player_two: str) -> list[GameEvent]:
    if state.player_one is not None:
        raise GameAlreadyStartedError("This game has already started.")
    return [GameStarted(player_one, player_two)]


class Game:
    """A class around two functions."""

    def __init__(self) -> None:
        self._state = State()
        self.events: list[GameEvent] = []

    def __getattr__(self, name: str) -> object:
        if name.startswith("_"):
            raise AttributeError(name)
        return getattr(self._state, name)

    @property
    def player_one(self) -> str | None:
        return self._state.player_one

    @property
    def player_two(self) -> str | None:
        return self._state.player_two

    def start_game(self, player_one: str, player_two: str) -> None:
        events = decide(self._state, player_one, player_two)
        self.events.extend(events)
        self._state = reduce(evolve, events, self._state)

    def apply(self, event: GameEvent) -> None:
        self._state = evolve(self._state, event)
