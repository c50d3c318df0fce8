"""Runs at full size, too long for every change: `make test-full`. `make test` does not collect them."""
