"""What one can do with Connect Four from outside."""
