"""Files -> clean records, and every problem in them."""
