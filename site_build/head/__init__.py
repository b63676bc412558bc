"""What a page says of itself to browsers, search engines and other sites."""
