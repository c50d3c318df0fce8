"""How values are said to a reader, once for all who say them."""
