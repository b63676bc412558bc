"""Which nation and which bureau an NCAGE structure belongs to."""
