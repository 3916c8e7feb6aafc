from connect_four.domain.exceptions import GameAlreadyStartedError


class Game:
    """Events are dicts with a type."""

    def __init__(self):
        self.player_one = None
        self.player_two = None
        self.events = []

    def start_game(self, player_one, player_two):
        if self.events:
            raise GameAlreadyStartedError("This game has already started.")
        event = {"type": "GameStarted", "player_one": player_one, "player_two": player_two}
        self.events.append(event)
        self.apply(event)

    def apply(self, event):
        if event["type"] == "GameStarted":
            self.player_one = event["player_one"]
            self.player_two = event["player_two"]
