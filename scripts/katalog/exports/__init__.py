"""Files for others. Public: their addresses and shapes last."""
