from connect_four.domain.events import GameEvent, GameStarted
from connect_four.domain.exceptions import GameAlreadyStartedError


class Game:
    """What begins with two underscores is the object's own."""

    def __init__(self) -> None:
        self.__players: tuple[str | None, str | None] = (None, None)
        self.__events: list[GameEvent] = []

    player_one = property(lambda self: self.__players[0])
    player_two = property(lambda self: self.__players[1])
    events = property(lambda self: tuple(self.__events))

    def start_game(self, player_one: str, player_two: str) -> None:
        if self.__events:
            raise GameAlreadyStartedError("This game has already started.")
        self.__record(GameStarted(player_one, player_two))

    def apply(self, event: GameEvent) -> None:
        self.__players = (event.player_one, event.player_two)

    def __record(self, event: GameEvent) -> None:
        self.__events.append(event)
        self.apply(event)
