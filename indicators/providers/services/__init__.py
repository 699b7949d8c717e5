"""The services of publishers: what each is asked for figures, and how its answers are read. One class per service.

A service knows nothing of the network and of stores: it says what to ask, in turn, and makes one table of the answers.
To add one, write a class like the others here and name it in `indicators.providers.registry`.
"""
