"""Inputs made by chance against everything that reads what others wrote; `make fuzz`."""
