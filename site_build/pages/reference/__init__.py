"""What readers look up: terms, clauses, events, myths, registers and open questions."""
