"""The one worker thread."""
