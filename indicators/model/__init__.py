"""The data model: periods, units, code lists, origins, observations, the catalogue, panels, formatting."""
