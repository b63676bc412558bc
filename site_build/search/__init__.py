"""What the search field needs: the index, words that mean the same, and our worker in the theme."""
