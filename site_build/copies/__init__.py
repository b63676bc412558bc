"""What programs read in place of pages: Markdown copies, their list, and the feed of changes."""
