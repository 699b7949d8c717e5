"""Tools for assistants over the Model Context Protocol: they read, in small answers, each figure with its source.

The package ``mcp`` is optional: ``pip install "indicators[mcp]"``.
"""

from __future__ import annotations

import functools
from collections import Counter
from collections.abc import Callable
from io import BytesIO
from typing import TYPE_CHECKING, Any, Final, ParamSpec, TypeVar
from urllib.parse import parse_qsl

from anyio import to_thread

from indicators.api import answers, messages
from indicators.api.forecast_tools import ForecastTools, Limit
from indicators.api.tokens import open_store_of_reader
from indicators.errors import IndicatorsError, ToolMissingError, UsageError
from indicators.model.origins import CitationStyle, cite_origins
from indicators.model.steps import collect_notes
from indicators.view import View

if TYPE_CHECKING:
    from mcp.server import MCPServer

_P = ParamSpec("_P")
_R = TypeVar("_R")
_MOST_FINDINGS: Final = 40


class Tools(ForecastTools):
    """The tools; each method is one, and its docstring is what an assistant reads."""

    def __init__(self, address: str) -> None:
        self._address = address.rstrip("/")

    def search_indicators(self, words: str, limit: Limit = 10) -> answers.FoundIndicators:
        """Find economic indicators by words in names, codes and synonyms, in English, Russian or Chinese."""
        from indicators.view.discovery import search

        found = search(words, store=open_store_of_reader())
        entries = [
            answers.FoundIndicator.of(row, page=f"{self._address}/explore?indicators={row['id']}")
            for row in found.head(limit).to_dict("records")
        ]
        return answers.FoundIndicators(indicators=entries, left_out=max(0, len(found) - limit))

    def get_figures(  # noqa: PLR0913  a parameter for each field of a view
        self,
        indicators: str,
        countries: str = "",
        time: str = "latest",
        unit: str = "",
        prices: str = "",
        per: str = "",
        transform: str = "",
        dimensions: str = "",
        limit: Limit = 50,
        *,
        bands: str = "",
    ) -> answers.Figures:
        """Get figures with publisher, edition and source.

        indicators and countries are ids, codes or names joined by ~ (gdp~inflation, RUS~CHN or G7:members); time is
        latest, 2024 or 2019..2025; unit is such as billion EUR or LCU; prices is the year of constant prices; per is
        person, total or another indicator; transform is named as in FRED (pc1 for growth in %); dimensions is such as
        sex=F; bands is such as 50~80 for bands around forecasts, from the errors of the publisher's earlier ones.
        """
        from indicators.charts.parts.headings import write_title
        from indicators.view.explain_empty import explain_missing
        from indicators.view.getting import get_panel

        store = open_store_of_reader()
        texts = {
            "indicators": indicators, "areas": countries, "time": time, "unit": unit, "prices": prices, "per": per,
            "transform": transform, "dimensions": dimensions, "bands": bands,
        }  # fmt: skip
        view = View.from_texts(texts, store.catalogue)
        panel = get_panel(view, store)
        return answers.Figures(
            title=write_title(panel), figures=answers.list_figures(panel, view, self._address, limit),
            left_out=max(0, len(panel.frame) - limit),
            steps=[step.description for step in panel.steps], notes=list(explain_missing(view, panel, store)),
            sources=answers.list_sources(panel.sources), page=f"{self._address}/explore?{view.address}",
        )  # fmt: skip

    def compare(
        self,
        indicators: str,
        countries: str,
        time: str = "latest",
        unit: str = "",
        dimensions: str = "",
        limit: Limit = 60,
    ) -> answers.Comparison:
        """Compare several indicators for several countries: the latest figure of each, or that of one period.

        dimensions is such as sex=F.
        """
        from indicators.view.comparing import tabulate_view

        store = open_store_of_reader()
        texts = {
            "indicators": indicators, "areas": countries, "time": time, "unit": unit, "dimensions": dimensions,
        }  # fmt: skip
        view = View.from_texts(texts, store.catalogue)
        return self._answer_table(tabulate_view(view, store), limit, f"{self._address}/compare?{view.address}")

    def country(
        self, name: str, among: str = "G20", topic: str = "", dimensions: str = "", limit: Limit = 40
    ) -> answers.Comparison:
        """Get the latest figures of a country with change, next forecast and rank among a group.

        topic is such as Prices, Labour or Public finances; without it the first topics come first. dimensions is such
        as sex=F.
        """
        from dataclasses import replace

        from indicators.view.comparing import describe_country

        store = open_store_of_reader()
        area = store.catalogue.find_area(name)
        table = describe_country(area.code, store, among=among, dimensions=dimensions)
        if topic:
            ids = {
                one.id for one in table.indicators if topic.casefold() in (one.topic.casefold(), one.section.casefold())
            }
            if not ids:
                topics = ", ".join(dict.fromkeys(one.topic for one in table.indicators))
                raise UsageError(messages.NO_SUCH_TOPIC, found=topic, expected=topics)
            table = replace(table, figures=tuple(one for one in table.figures if one.indicator in ids))
        return self._answer_table(table, limit, f"{self._address}/countries?country={area.code}")

    def _answer_table(self, table: Any, limit: int, page: str) -> answers.Comparison:
        return answers.Comparison(
            title=table.title, figures=answers.list_latest(table, self._address, limit),
            left_out=max(0, len(table.figures) - limit), notes=list(collect_notes(table.steps)),
            sources=answers.list_sources(table.origins), page=page,
        )  # fmt: skip

    def convert(
        self, amount: str, source: str, target: str, period: str = "", day: str = "", rule: str = ""
    ) -> answers.Conversions:
        """Convert an amount of money, such as 24 trillion RUB to USD, at the rates of a period or of a day.

        rule is average, end, spot or ppp; all that apply if left out.
        """
        from indicators.view.converting import ConversionRequest, convert_sum

        store = open_store_of_reader()
        asked = ConversionRequest.read(
            amount, source, target, period=period, day=day, rule=rule or None, store=store
        )  # fmt: skip
        results = [
            answers.Conversion(
                rule=one.label, value=one.value, unit=asked.target, publisher=one.publisher, missing=one.reason,
                rate="" if one.rate is None else f"{one.rate:.6g} {one.rate_unit} {one.date}".strip(),
            )
            for one in convert_sum(asked, store)
        ]  # fmt: skip
        return answers.Conversions(amount=float(asked.amount), unit=asked.source, results=results)

    def cite(self, id: str, style: CitationStyle = "text") -> str:
        """Cite a figure by the id that came with it, or an indicator or a dataset by its id."""
        from indicators.exports.extract import Extract
        from indicators.view.getting import get_panel

        store = open_store_of_reader()
        if "=" not in id:
            return cite_origins(store.catalogue.find_origins_of(id), style)
        view, ignored = View.from_address(dict(parse_qsl(id)), store.catalogue)
        if ignored:
            raise UsageError(ignored[0])
        return Extract(get_panel(view, store), view, f"{self._address}/explore?{view.address}").cite(style)

    def check_text(self, text: str, published: str = "") -> answers.TextReport:
        """Check the figures of a text against each other, exchange rates and published figures.

        published is the day the text appeared, such as 2025-09-29; what depends on it can't be checked without it.
        """
        from indicators.claims.checked_texts import CheckOptions, check_input

        stream = BytesIO(text.encode("utf-8", "replace"))
        report = check_input("text", open_store_of_reader(), CheckOptions(published), stream=stream).get_report()
        findings = [
            answers.FindingAnswer(
                id=one.id, verdict=one.verdict.value, check=one.check, says=one.says,
                figures=[each.text for each in one.chain],
            )
            for one in sorted(report.findings, key=lambda one: one.verdict.value != "inconsistent")
        ]  # fmt: skip
        counts = Counter(one.verdict for one in findings)
        return answers.TextReport(
            verdicts=counts, findings=findings[:_MOST_FINDINGS], left_out=max(0, len(findings) - _MOST_FINDINGS),
            sources=answers.list_sources(report.origins),
        )  # fmt: skip

    def import_file(
        self, path: str, dataset: str, title: str = "", publisher: str = "", unit: str = "", country: str = ""
    ) -> answers.Imported:
        """Import a table from a file on this machine into the user's own store, as a dataset or a new release of one.

        dataset is an id such as my-sales; unit and country are those of all rows, where the file does not give them.
        """
        from indicators.view.discovery import import_file

        report = import_file(path, dataset=dataset, title=title, publisher=publisher, unit=unit, country=country)
        return answers.Imported(
            dataset=report.dataset, release=report.release, new=report.new, changed=report.changed,
            withdrawn=report.withdrawn, refused_rows=report.refused, faults=[str(one) for one in report.faults],
            understood=list(report.understood),
            decisions=[f"{one.subject}: {one.chosen}. {one.evidence}" for one in report.decisions],
        )  # fmt: skip


TOOLS: Final = (
    "search_indicators", "get_figures", "compare", "country", "convert", "cite", "score_forecasts", "score_bands",
    "list_forecasts", "list_revisions", "check_text",
)  # fmt: skip
"""The names of the tools; all of them only read."""
_IMPORT: Final = "import_file"


def make_tool_server(address: str, *, allow_import: bool = False) -> MCPServer:
    """Make the server of the tools.

    Args:
        address: The address of the dashboard, for links.
        allow_import: Whether assistants may also import files into the store.

    Raises:
        ToolMissingError: The package ``mcp`` is not installed.
    """
    try:
        from mcp.server import MCPServer
        from mcp.types import ToolAnnotations
    except ImportError as error:
        raise ToolMissingError(messages.NO_MCP, hint=messages.INSTALL_MCP) from error
    server = MCPServer("indicators", instructions=messages.TOOLS_ABOUT, log_level="WARNING")
    tools = Tools(address)
    reads = ToolAnnotations(read_only_hint=True, open_world_hint=False)
    for name in TOOLS:
        server.tool(name, annotations=reads)(_guard(getattr(tools, name)))
    if allow_import:
        adds = ToolAnnotations(read_only_hint=False, destructive_hint=False, open_world_hint=False)
        server.tool(_IMPORT, annotations=adds)(_guard(tools.import_file))
    return server


def _guard(tool: Callable[_P, _R]) -> Callable[_P, Any]:
    """Run a tool in a thread, and give the assistant the sentence of an error."""
    from mcp.server.mcpserver.exceptions import ToolError

    @functools.wraps(tool)
    async def run(*args: _P.args, **kwargs: _P.kwargs) -> _R:
        try:
            return await to_thread.run_sync(functools.partial(tool, *args, **kwargs))
        except IndicatorsError as error:
            raise ToolError(str(error)) from None

    return run
