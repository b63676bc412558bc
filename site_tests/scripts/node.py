"""Node, as it runs the scripts of the pages."""

NODE = ["node", "--experimental-detect-module", "--no-warnings"]
"""An older Node 20 looks by itself for no `export`, and a later one warns that it did."""
