"""Requests to publishers over HTTP: the one place from which this library uses the network.

A service says what to ask and reads the answers (`indicators.providers.services`); this package carries the requests:
timeouts, retries, quotas, a limit on size, and an archive of every answer. Nothing is sent unless a user asks for it.
"""
