"""The game itself: what can happen in it, and what may."""
