"""This computer: settings, certificate, secrets, user, files."""
