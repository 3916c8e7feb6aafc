from __future__ import annotations

import uuid
from dataclasses import dataclass, field


class GameError(Exception):
    pass


class GameHasStarted(GameError):
    pass


@dataclass(frozen=True, slots=True, kw_only=True)
class GameStarted:
    player1: str
    player2: str
    event_id: uuid.UUID = field(default_factory=uuid.uuid4, compare=False)


@dataclass(slots=True)
class Game:
    """Everything in one module, and an id in each event."""

    player_one: str | None = None
    player_two: str | None = None
    events: list[GameStarted] = field(default_factory=list)

    def start_game(self, first: str, second: str) -> None:
        if self.has_started:
            raise GameHasStarted(f"{self.player_one} and {self.player_two} are playing.")
        self._happened(GameStarted(player1=first, player2=second))

    def apply(self, event: GameStarted) -> None:
        handler = getattr(self, f"_when_{type(event).__name__}")
        handler(event)

    @property
    def has_started(self) -> bool:
        return bool(self.events)

    def _when_GameStarted(self, event: GameStarted) -> None:
        self.player_one, self.player_two = event.player1, event.player2

    def _happened(self, event: GameStarted) -> None:
        self.events.append(event)
        self.apply(event)
