"""One form per action, named after it."""
