"""Serve figures to people and programs: ``serve``, ``mcp``, ``tokens`` and ``changes``."""

from __future__ import annotations

import os
from typing import Annotated, Literal

import typer

from indicators.cli import messages
from indicators.cli.application import PublicUrlOption, StoreOption


def serve_dashboard(
    context: typer.Context,
    port: Annotated[int, typer.Option(help="The port.", min=1, max=65535)] = 8501,
    host: Annotated[str, typer.Option(help="The address to listen at.")] = "127.0.0.1",
    allow_host: Annotated[
        list[str] | None, typer.Option(help="A name under which others reach the server. Repeatable.")
    ] = None,
    allow_origin: Annotated[
        list[str] | None,
        typer.Option(help="A site whose pages may read the data and frame the pages, or * for any. Repeatable."),
    ] = None,
    api_only: Annotated[bool, typer.Option("--api-only", help="Serve the data without the pages.")] = False,
    read_only: Annotated[bool, typer.Option("--read-only", help="Let nobody change the store.")] = False,
    login: Annotated[
        bool, typer.Option("--login", help="Ask people to log in (OpenID Connect), and programs for a token.")
    ] = False,
    reader: Annotated[
        list[str] | None, typer.Option(help="Who may log in: an address, or a pattern such as '*@example.org'.")
    ] = None,
    editor: Annotated[list[str] | None, typer.Option(help="Who may log in and change the store.")] = None,
    unverified: Annotated[
        bool,
        typer.Option("--unverified", help="Let in addresses of which the provider doesn't say that they are verified."),
    ] = False,
    allow_network: Annotated[
        bool, typer.Option("--allow-network", help="Let the page Get more data ask publishers.")
    ] = False,
    public_url: PublicUrlOption = "",
    store: StoreOption = "",
) -> None:
    """Start the dashboard and the HTTP API on this machine.

    Other options are passed to Streamlit.
    """
    from indicators.exports.links import PUBLIC_SETTING, find_public_url
    from indicators.ui.server import ServerOptions, serve

    public = find_public_url(public_url)
    if public:
        os.environ[PUBLIC_SETTING] = public
    if store:
        os.environ["INDICATORS_STORE"] = store  # the server is a process of its own
    options = ServerOptions(
        port, host, tuple(allow_host or ()), tuple(allow_origin or ()), api_only, read_only, login,
        tuple(reader or ()), tuple(editor or ()), unverified, allow_network, tuple(context.args),
    )  # fmt: skip
    raise typer.Exit(serve(options))


def serve_tools(
    address: Annotated[str, typer.Option(help="The address of the dashboard, for links.")] = "http://127.0.0.1:8501",
    allow_import: Annotated[
        bool, typer.Option("--allow-import", help="Let assistants import files into your store.")
    ] = False,
    store: StoreOption = "",
) -> None:
    """Serve tools for assistants over standard input and output (MCP).

    They read figures and check texts; they change nothing without `--allow-import`.
    """
    from indicators.api.tools import make_tool_server

    if store:
        os.environ["INDICATORS_STORE"] = store
    make_tool_server(address, allow_import=allow_import).run()


def manage_tokens(
    action: Annotated[Literal["list", "add", "remove"], typer.Argument(help="list, add or remove.")],
    name: Annotated[str, typer.Argument(help="Who or what uses the token.")] = "",
    person: Annotated[
        str, typer.Option(help="Whose private datasets the token opens too: the address they log in with.")
    ] = "",
    store: StoreOption = "",
) -> None:
    """Make tokens with which programs read data from a server with `--login`.

    A new token is printed once. What is removed opens nothing any more, at once.
    """
    from indicators.api.tokens import add_token, list_tokens, remove_token
    from indicators.files import find_user_folder

    folder = find_user_folder(store)
    if action == "add":
        typer.echo(add_token(folder, name, person=person))
        typer.echo(messages.SHOWN_ONCE, err=True)
    elif action == "remove":
        remove_token(folder, name)
        typer.echo(messages.ACCESS_ENDED.format(name=name), err=True)
    else:
        for one in list_tokens(folder):
            typer.echo(f"{one.made}  {one.name}  {one.person}".rstrip())


def list_store_changes(
    limit: Annotated[int, typer.Option(help="The most changes to list.", min=1)] = 50, store: StoreOption = ""
) -> None:
    """List what was changed in a store, when and by whom, the newest first."""
    from indicators.files import find_user_folder
    from indicators.files.changes import list_changes

    for one in list_changes(find_user_folder(store))[:limit]:
        typer.echo(f"{one.time}  {one.by}  {one.action}  {one.subject}")
