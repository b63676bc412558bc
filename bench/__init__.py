"""Benchmarks that print ratios from one interleaved run; machines differ, ratios differ less."""
