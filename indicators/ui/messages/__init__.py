"""Every sentence and label of the dashboard. Translating the interface means translating this package.

Labels that belong to a registry are in it: transforms and aggregations in `analysis.transforms`, chart types in
`charts.types`, file formats in `exports.formats`.
"""

from indicators.ui.messages import add_data, check, controls, exploration, pages

__all__ = ["add_data", "check", "controls", "exploration", "pages"]
