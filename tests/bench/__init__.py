"""Measurements beside peers in one run. `make bench` prints the tables; nothing here decides pass or fail."""
