"""The record and not the code: why a check of it fails, and what its status is."""
