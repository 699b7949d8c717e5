"""The screens. They read a view from the address, ask the store, and show; no logic lives here."""
