"""Generated examples are the same on every run and machine; HYPOTHESIS=search looks for new ones."""

import os

from hypothesis import settings

settings.register_profile("same", derandomize=True, database=None, deadline=None)
settings.register_profile("search", max_examples=1000, database=None, deadline=None)
settings.load_profile(os.environ.get("HYPOTHESIS", "same"))
