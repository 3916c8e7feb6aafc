class Game:
    """A game of Connect Four: the aggregate of this tutorial."""

    # Step 1.2 begins here.
