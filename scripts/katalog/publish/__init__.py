"""Parts -> one whole folder: the only room that knows the site generator."""
