"""A bar on standard error for what takes long."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

__all__ = ["shown_progress"]


@contextmanager
def shown_progress() -> Iterator[Callable[[str, float], None]]:
    """A bar for each stage on standard error, where that is a terminal; a stage without measure only moves.

    Yields:
        What is told of a stage, and of the part of it that is done, from 0 to 1.
    """
    from rich.console import Console
    from rich.progress import Progress, TaskID

    console = Console(stderr=True)
    bars = Progress(console=console, transient=True)
    tasks: dict[str, TaskID] = {}

    def show(stage: str, done: float) -> None:
        if stage not in tasks:
            tasks[stage] = bars.add_task(stage, total=None if done == 0 else 1.0)
        bars.update(tasks[stage], completed=done)

    if not console.is_terminal:
        yield lambda _stage, _done: None
        return
    with bars:
        yield show
