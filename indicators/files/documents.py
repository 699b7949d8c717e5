"""YAML files as plain texts, lists and mappings, with the line of each.

Dates and numbers stay as written: ``2024-10`` is not a subtraction. Aliases are refused, because a few lines of them
can expand to gigabytes, and so are duplicate keys, because one of the values would be lost.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from indicators.errors import Fault
from indicators.files.disk import read_text


@dataclass(frozen=True, slots=True)
class YamlDocument:
    """The content of a YAML file, or of a part of it.

    Attributes:
        content: Texts, lists and mappings; ``None`` if empty.
        node: The same as nodes of PyYAML, which have lines.
    """

    content: Any = None
    node: yaml.Node | None = None

    def find_line(self, path: tuple[int | str, ...]) -> int:
        """Return the line of the item at the end of a path, or of the nearest item above it."""
        node, line = self.node, 1 if self.node is None else self.node.start_mark.line + 1
        for part in path:
            step = _step(node, part)
            if step is not None:
                node, line = step
        return line

    def find_part(self, path: tuple[int | str, ...]) -> YamlDocument:
        """Return the part of the document at the end of a path."""
        node = self.node
        for part in path:
            step = _step(node, part)
            node = node if step is None else step[0]
        return YamlDocument(node=node)


def read_document(path: Path, file: str) -> tuple[YamlDocument, list[Fault]]:
    """Read a YAML file; the faults are why it can't be read at all."""
    text, faults = read_text(path, file, "a YAML file")
    if faults:
        return YamlDocument(), faults
    is_plain = _is_plain(text)
    if len(text) > (_MOST_LETTERS if is_plain else _MOST_SLOW_LETTERS):
        return YamlDocument(), [Fault(file, None, None, f"{len(text):,} letters", _SHORTER)]
    try:
        return (_read_quickly(text) if is_plain else None) or _read(_TextLoader(text)), []
    except yaml.MarkedYAMLError as error:
        line = None if error.problem_mark is None else error.problem_mark.line + 1
        return YamlDocument(), [Fault(file, line, None, error.problem or "text that is not YAML", "YAML")]
    except yaml.reader.ReaderError as error:
        line = text.count("\n", 0, error.position) + 1
        return YamlDocument(), [Fault(file, line, None, "a control character", "YAML")]
    except RecursionError:
        return YamlDocument(), [Fault(file, None, None, "lists nested too deeply", "YAML")]


def _read(loader: _TextLoader | _QuickLoader) -> YamlDocument:
    node = loader.get_single_node()
    return YamlDocument(None if node is None else loader.construct_document(node), node)


def _read_quickly(text: str) -> YamlDocument | None:
    """Read with libyaml, which is eight times as fast; ``None`` for a fault, for which PyYAML has better messages."""
    try:
        return _read(_QuickLoader(text))  # type: ignore[call-arg]  # its base is known when it runs
    except yaml.YAMLError:
        return None


def _is_plain(text: str) -> bool:
    """Return whether libyaml may read it: no alias, no odd character, nothing nested deep enough to crash it."""
    shallow = text.count("[") + text.count("{") <= _MOST_BRACKETS and max(map(len, text.split("\n"))) <= _DEEPEST
    return shallow and "*" not in text and not yaml.reader.Reader.NON_PRINTABLE.search(text)


_MOST_LETTERS, _MOST_SLOW_LETTERS = 5_000_000, 500_000  # PyYAML reads 200,000 letters a second, libyaml 2,000,000
_SHORTER = "a shorter YAML file, with lines of at most 1,000 letters"
_DEEPEST = 1_000  # levels; those of lists and mappings without brackets cost a character a line each
_MOST_BRACKETS = 20_000  # libyaml refuses more than a thousand open at a time, which aren't worth counting here


class _Strict(yaml.constructor.SafeConstructor):
    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Any, Any]:  # noqa: FBT001, FBT002  as PyYAML has it
        seen: set[str] = set()
        for key in (key for key, _ in node.value if isinstance(key, yaml.ScalarNode)):
            if key.value in seen:
                problem = f"the key `{key.value}` twice"
                raise yaml.constructor.ConstructorError(None, None, problem, key.start_mark)
            seen.add(key.value)
        return super().construct_mapping(node, deep=deep)


class _TextLoader(_Strict, yaml.SafeLoader):
    def compose_node(self, parent: yaml.Node | None, index: int) -> yaml.Node | None:
        if self.check_event(yaml.AliasEvent):
            mark = self.peek_event().start_mark  # type: ignore[no-untyped-call]  # the stubs leave it out
            raise yaml.composer.ComposerError(None, None, "an alias (`*name`), which is not allowed here", mark)
        return super().compose_node(parent, index)


class _QuickLoader(_Strict, getattr(yaml, "CSafeLoader", yaml.SafeLoader)):  # type: ignore[misc]  # one of two
    pass


_TextLoader.yaml_implicit_resolvers = _QuickLoader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if tag == "tag:yaml.org,2002:null"]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def _step(node: yaml.Node | None, part: int | str) -> tuple[yaml.Node, int] | None:
    if isinstance(node, yaml.SequenceNode) and isinstance(part, int) and part < len(node.value):
        child = node.value[part]
        return child, child.start_mark.line + 1
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            if key.value == part:
                return value, key.start_mark.line + 1
    return None
