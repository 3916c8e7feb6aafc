class GameAlreadyStartedError(Exception):
    """Somebody tried to start a game that has already begun."""
