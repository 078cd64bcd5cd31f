"""What somebody has decided about checking, and where that is read from."""

from govgraph.policy.loading import find_settings, read_baseline, read_settings
from govgraph.policy.settings import FailOn, Settings, options_for

__all__ = ["FailOn", "Settings", "find_settings", "options_for", "read_baseline", "read_settings"]
