"""Connect Four, event-sourced."""
