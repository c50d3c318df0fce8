"""How values are said."""
