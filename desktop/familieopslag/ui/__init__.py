"""PySide6 widgets. No decisions: they show view models and tell what the user did."""
