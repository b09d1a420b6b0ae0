"""The program's own log: what happened and under which id, never to whom."""
