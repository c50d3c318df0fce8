"""A record's text -> its new text, changed only where it must be."""
