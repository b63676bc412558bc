"""How the finished files are addressed, kept, protected and served."""
