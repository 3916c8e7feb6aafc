"""Shows a game to people."""
