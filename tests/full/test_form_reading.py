"""The form's reader beside the command's on many more texts than each change can wait for."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.browser.form.conftest import Engine, engine  # noqa: F401  # a fixture
from tests.browser.form.reading import differences, samples
from tests.strategies import near_yaml, yaml_like

SAMPLES = samples()


@settings(max_examples=3000)
@given(texts=st.lists(st.one_of(near_yaml(SAMPLES), yaml_like), min_size=40, max_size=80))
def test_no_text_is_read_otherwise_than_by_the_command(texts: list[str], engine: Engine) -> None:  # noqa: F811
    assert list(differences(engine, texts)) == []
