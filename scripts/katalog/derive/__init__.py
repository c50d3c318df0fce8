"""What follows from records and the day: words, freshness, order, what is due, facets."""
