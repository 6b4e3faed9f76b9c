"""From bytes to a text that rules can read: decoding, the spelling-blind view, sentences, and hazm's readings."""
