"""Evidence for claims: exchange rates and published figures of the store."""
