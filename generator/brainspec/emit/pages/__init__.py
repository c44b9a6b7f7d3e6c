"""Pages of a capability: its story, and one sub-page for every kind it uses."""
