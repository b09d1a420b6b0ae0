"""The audit log (revisionslog) on disk: a chain of rows that says who looked at whom, when and why.

`journal` writes, `verification` and `search` read. What it proves and what not: docs/revisionslog.md.
"""
