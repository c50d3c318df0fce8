"""Data for the site's own scripts. Private: each file carries a format number that its script checks."""
