"""What developers and hosts need to know: downloads, sizes, types and the command line."""
