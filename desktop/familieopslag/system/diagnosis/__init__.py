"""A package that a helpdesk can find a fault with, and that is about nobody."""
