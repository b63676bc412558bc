"""Node, as it runs the scripts of the pages."""

NODE = ["node", "--experimental-detect-module", "--no-warnings"]
"""Node 20 looks for `export` by itself only from 20.19 on, and warns that it did."""
