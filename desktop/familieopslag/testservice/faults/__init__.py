"""What a service, a network and a proxy do wrong, to be had on demand: for tests, and for a helpdesk to train with."""
