"""What takes longest at full size begins first: else one file goes on alone when all others are done."""

from __future__ import annotations

import pytest

_LONGEST = ("test_warm_is_cold.py", "test_workflows.py", "test_naughty.py")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Whole files move, since each goes to one process."""
    order = {name: place for place, name in enumerate(_LONGEST)}
    items.sort(key=lambda item: order.get(item.path.name, len(order)))
