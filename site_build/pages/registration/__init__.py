"""Getting a code and keeping it: routes, checks, causes, statuses and duties."""
