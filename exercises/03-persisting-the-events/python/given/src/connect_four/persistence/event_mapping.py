from esdbclient import NewEvent, RecordedEvent

from connect_four.domain.events import GameEvent

# Programs in other languages know the stored events by their names and keys: GameStarted has player_one and player_two,
# MoveMade has player and column, GameFinished has result.


def to_new_event(event: GameEvent) -> NewEvent:
    """An event of ours as the store takes it. (Step 3.3)"""
    raise NotImplementedError(f"There is no way yet to store a {type(event).__name__}.")


def to_game_event(recorded: RecordedEvent) -> GameEvent:
    """An event of the store's as we know it. (Step 3.4)"""
    raise NotImplementedError(f"There is no way yet to read a {recorded.type}.")
