"""HTML: the only room with the site's templates."""
