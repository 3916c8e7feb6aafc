import json

from esdbclient import NewEvent, RecordedEvent

from connect_four.domain.board import Column
from connect_four.domain.events import GameEvent, GameFinished, GameStarted, MoveMade
from connect_four.domain.result import GameResult

# Programs in other languages know the stored events by their names and keys: GameStarted has player_one and player_two,
# MoveMade has player and column, GameFinished has result.


def to_new_event(event: GameEvent) -> NewEvent:
    """An event of ours as the store takes it."""
    match event:
        case GameStarted():
            data = {"player_one": event.player_one, "player_two": event.player_two}
        case MoveMade():
            data = {"player": event.player, "column": event.column}
        case GameFinished():
            data = {"result": event.result}
    return NewEvent(type=type(event).__name__, data=json.dumps(data).encode())


def to_game_event(recorded: RecordedEvent) -> GameEvent:
    """An event of the store's as we know it."""
    data = json.loads(recorded.data)
    match recorded.type:
        case "GameStarted":
            return GameStarted(data["player_one"], data["player_two"])
        case "MoveMade":
            return MoveMade(data["player"], Column(data["column"]))
        case "GameFinished":
            return GameFinished(GameResult(data["result"]))
        case other:
            raise ValueError(f"A game knows no {other}.")
