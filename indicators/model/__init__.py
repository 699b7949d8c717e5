"""What figures are made of: periods, units, code lists, origins, observations, the catalogue, panels, formatting."""
