"""What developers and hosts are told: downloads, sizes, types and the command line."""
