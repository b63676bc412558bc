"""What is done to the words of every page, and the words that many pages share."""
