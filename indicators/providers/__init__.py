"""Publishers of figures: each turns its own files into checked datasets, behind one protocol and one registry.

To add a provider, write one module with a class like the others here and add it to `indicators.providers.registry`.
"""
