"""The settings window and the first run: rooms around one table of keys (system.configuration.keys)."""
