"""How much is left to chance: in `make test` little, and the same each time; in `make test-long` much, and anew.

Hypothesis draws what such tests ask about. Whatever they ask for, `make test` tries few examples, and always the same
ones, so that it is quick and fails for everybody or for nobody. `make test-long` tries as many as they ask for, drawn
anew with a seed that it shows: `make test-long SEED=...` draws them again.
"""

import os

from hypothesis import HealthCheck, settings

PROFILE = os.environ.get("HYPOTHESIS_PROFILE", "house")
IS_LONG = PROFILE == "long"
FEW = 50
"""As many examples a test gets in `make test`, and no more."""

settings.register_profile(
    "house",
    max_examples=FEW,
    deadline=None,  # these machines are noisy: time is measured by `make bench`, as ratios
    derandomize=True,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.register_profile("long", settings.get_profile("house"), max_examples=100, derandomize=False, print_blob=True)


def examples(number: int, few: int = FEW) -> settings:
    """As many examples, as a decorator; in `make test` not more than a few, or fewer still where each takes long."""
    return settings(max_examples=number if IS_LONG else min(number, few))
