"""The folder that the browser loads Python from, and how it is made."""
