"""HTTP: the figures of every page for other programs, described by OpenAPI; and what guards the server."""

from __future__ import annotations

from indicators.api.guard import GuardSettings, RequestGuard
from indicators.api.operations import OPERATIONS
from indicators.api.service import Service

__all__ = ["OPERATIONS", "GuardSettings", "RequestGuard", "Service"]
