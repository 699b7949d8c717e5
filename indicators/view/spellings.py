"""Split the four spellings of a view into the text of each field; nothing is looked up here."""

from __future__ import annotations

import ast
import shlex
from collections.abc import Iterable, Iterator, Mapping
from urllib.parse import parse_qsl

from indicators.errors import ViewError, shorten, suggest_nearest
from indicators.model.time_values import write_time
from indicators.view import messages
from indicators.view.dimension_choice import join_parts
from indicators.view.fields import FIELDS, POSITIONAL, REPEATED, SWITCHES, join_values

_MOST_PARAMETERS = 50
_NOTE = "note"  # each has its own parameter in some addresses
# The form of the output is not part of a view.
_FORMS = ("--format", "--output", "--size", "--chart", "--highlight", "--axes", "--reference")


def split_address(address: str) -> tuple[dict[str, str], list[str]]:
    """Split an address into its parameters, the last of those given twice, and list what was ignored."""
    try:
        pairs = parse_qsl(address.removeprefix("?"), max_num_fields=_MOST_PARAMETERS)
    except ValueError:
        return {}, [messages.TOO_MANY_PARAMETERS.format(count=_MOST_PARAMETERS)]
    names = [name for name, _ in pairs]
    twice = [spec.address for spec in FIELDS if names.count(spec.address) > 1]
    reasons = [messages.GIVEN_TWICE.format(name=name) for name in twice if name != _NOTE]
    notes = "~".join(text for name, text in pairs if name == _NOTE)
    return dict(pairs) | ({_NOTE: notes} if notes else {}), reasons


def split_command(command: str) -> dict[str, str]:
    """Split an ``indicators get …`` command into the text of each field.

    Raises:
        ViewError: It is another command, or has an unknown option.
    """
    try:
        words = shlex.split(command)
    except ValueError as error:
        raise ViewError(messages.NOT_A_COMMAND, found=command, expected=str(error)) from error
    if words[:2] != ["indicators", "get"] or len(words) < 3:
        raise ViewError(messages.OTHER_COMMAND, found=command, expected="indicators get INDICATOR …")
    values = {"indicators": words[2]}
    rest = iter(words[3:])
    by_option = {spec.option: spec for spec in FIELDS if spec.option}
    for word in rest:
        option, equals, text = word.partition("=")
        spec = by_option.get(option)
        if spec is None and option not in _FORMS:
            raise build_unknown_name_error("option", word, by_option)
        if option in SWITCHES:
            text = SWITCHES[option]
        elif not equals:
            text = _value_of(option, rest)
        if spec is not None and spec.attribute in REPEATED and spec.attribute in values:
            text = f"{values[spec.attribute]}{REPEATED[spec.attribute]}{text}"
        if spec is not None:
            values[spec.attribute] = text
    return values


def split_call(call: str) -> dict[str, str]:
    """Split an ``ind.get(…)`` call into the text of each field; only literals are read, nothing is run.

    Raises:
        ViewError: It is not such a call.
    """
    try:
        positional, named = _arguments(call)
    except (SyntaxError, ValueError, TypeError, MemoryError, RecursionError) as error:
        raise ViewError(messages.NOT_A_CALL, found=call, expected='ind.get("gdp", "RUS")') from error
    names = [spec.attribute for spec in POSITIONAL]
    if len(positional) > len(names):
        raise ViewError(messages.TOO_MANY_ARGUMENTS, found=call, expected=", ".join(names))
    return dict(zip(names, positional, strict=False)) | named


def split_file(text: str) -> dict[str, str]:
    """Split a saved view into the text of each field.

    Raises:
        ViewError: It is not YAML with the names of the address.
    """
    import yaml

    try:
        content = yaml.BaseLoader(text).get_single_data()  # makes texts only, no numbers and dates
    except (yaml.YAMLError, RecursionError) as error:
        raise ViewError(messages.NOT_A_FILE, found=str(error), expected="YAML") from error
    if not isinstance(content, dict) or not all(isinstance(value, str) for value in content.values()):
        raise ViewError(messages.NOT_A_FILE, found=text, expected="lines such as `indicators: gdp`")
    by_address = {spec.address: spec for spec in FIELDS}
    values = {by_address[name].attribute: value for name, value in content.items() if name in by_address}
    # what is no field may be a dimension of the indicators
    parts = [f"{name}={value}" for name, value in content.items() if name not in by_address]
    return values | {"dimensions": ";".join(parts)} if parts else values


def write_text(value: object) -> str:
    """Write a value given in Python as the text of a field: a name, several names, a date or a number.

    Raises:
        ViewError: It is a list with an empty name.

    >>> from datetime import date
    >>> write_text(["RUS", "CHN"]), write_text(date(2024, 3, 1)), write_text(True)
    ('RUS~CHN', '2024-03-01', 'true')
    """
    if value is None or isinstance(value, str):
        return value or ""
    if isinstance(value, Iterable):
        names = list(value)
        if not all(str(name).strip() for name in names):
            raise ViewError(messages.EMPTY_NAME, found=join_values(names), expected="a name in each place")
        return join_values(names)
    return str(value).lower() if isinstance(value, bool) else write_time(value)


def build_unknown_name_error(kind: str, name: str, valid: Iterable[str]) -> ViewError:
    """Make the error for a name that no field has, with the nearest one."""
    return ViewError(
        messages.UNKNOWN_NAME.format(kind=kind, name=shorten(name)),
        expected=", ".join(sorted(valid)),
        hint=suggest_nearest(name, valid),
    )


def _value_of(option: str, words: Iterator[str]) -> str:
    for word in words:
        return word
    raise ViewError(messages.OPTION_WITHOUT_VALUE, found=option, expected=f"{option} VALUE")


def _arguments(call: str) -> tuple[list[str], dict[str, str]]:
    """The arguments of a call of ``get`` as texts, positional and named; ``ValueError`` for anything else."""
    node = ast.parse(call.strip(), mode="eval").body
    match node:
        case ast.Call(func=ast.Attribute(attr="get") | ast.Name(id="get")):
            positional = [write_text(ast.literal_eval(argument)) for argument in node.args]
            values = {str(word.arg): ast.literal_eval(word.value) for word in node.keywords}
            if isinstance(choice := values.get("dimensions"), Mapping):
                values["dimensions"] = join_parts(choice)
            named = {name: write_text(value) for name, value in values.items()}
            return positional, named
    raise ValueError("not a call of get")
