"""Facts: the tables of `cagecore/data/`, and what reads them."""
