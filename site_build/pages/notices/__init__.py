"""Works of others that the site passes on, and the licenses they are under."""
