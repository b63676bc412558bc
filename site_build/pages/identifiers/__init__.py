"""What a code looks like: its scheme, its rules, its examples, and what damages it."""
