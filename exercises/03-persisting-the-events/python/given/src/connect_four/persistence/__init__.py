"""Keeps games in the event store."""
