"""What claims are compared with: exchange rates and published figures of the store."""
