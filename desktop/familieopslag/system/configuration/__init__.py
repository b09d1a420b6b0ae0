"""What can be set, by whom, and what is in force: one table of keys, the sources, their order."""
