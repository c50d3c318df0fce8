"""Finding what tells of a person in a text. `rules/persondata` says which fields and in what words."""
