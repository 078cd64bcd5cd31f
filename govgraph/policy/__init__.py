"""What somebody has decided about checking, and where that is read from."""

from govgraph.policy.settings import FailOn, Settings, find_settings, options_for, read_baseline, read_settings

__all__ = ["FailOn", "Settings", "find_settings", "options_for", "read_baseline", "read_settings"]
