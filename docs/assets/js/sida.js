// Small helps on every page. Everything works without them.
