"""What editors are told: changes in words, letters, broken links."""
