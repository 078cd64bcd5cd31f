"""What somebody has decided about checking, and where that is read from."""

from govgraph.settings.load import find_settings, read_baseline, read_settings
from govgraph.settings.model import FailOn, Settings
from govgraph.settings.required import options_for

__all__ = ["FailOn", "Settings", "find_settings", "options_for", "read_baseline", "read_settings"]
