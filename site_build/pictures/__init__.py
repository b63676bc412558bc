"""Pictures, drawn while the site is built from the same data as the tables."""
