from dataclasses import dataclass, field

from connect_four.domain.events import GameEvent, GameStarted
from connect_four.domain.exceptions import GameAlreadyStartedError


@dataclass
class Game:
    """The aggregate is a dataclass, its events are named tuples in a tuple."""

    player_one: str | None = None
    player_two: str | None = None
    events: tuple[GameEvent, ...] = field(default=())

    def start_game(self, player_one: str, player_two: str) -> None:
        if self.player_one:
            raise GameAlreadyStartedError
        event = GameStarted(player_one, player_two)
        self.events += (event,)
        self.apply(event)

    def apply(self, event: GameEvent) -> None:
        match event:
            case GameStarted(player_one, player_two):
                self.player_one, self.player_two = player_one, player_two
