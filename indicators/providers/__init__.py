"""Publishers whose files are read: one module each, from the publisher's form to a checked dataset."""
