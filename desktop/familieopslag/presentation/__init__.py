"""What may be shown, as redacted strings, without Qt."""
