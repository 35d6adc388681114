"""The parts of a run: moving tokens, opening and closing scopes, listening, throwing, undoing, showing."""
