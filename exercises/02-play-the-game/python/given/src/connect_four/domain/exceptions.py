class GameAlreadyStartedError(Exception):
    """Somebody tried to start a game that has already begun."""


class InvalidMoveError(Exception):
    """Somebody tried to make a move that the game does not allow."""
