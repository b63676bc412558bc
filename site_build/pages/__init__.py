"""Renderers: each gives what one marker of a page asks for."""
