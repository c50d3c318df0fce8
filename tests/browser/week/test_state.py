"""What was chosen stands after the number sign of the address, and comes back as it was; anything else is left out."""

from __future__ import annotations

import pytest

from tests.browser.week.conftest import Engine

_ALL = (
    "#lista=snickeriet,kafeet&satt=snickeriet:1-0900-1200,:5-1300-1430&med=kafeet:2-1000-1200&bort=kafeet:3-1000-2400"
    "&start=2026-11-30&veckor=12&vag=drop-in&nar=kvall"
)


@pytest.mark.parametrize("hash_", [_ALL, "", "#satt=snickeriet:7-0000-2400", "#veckor=4", "#nar=helg", "#nar=2"])
def test_a_state_comes_back_as_it_was(hash_: str, engine: Engine) -> None:
    assert engine.call("again", hash_) == hash_


@pytest.mark.parametrize(
    "hash_",
    [
        "#satt=snickeriet:0-0900-1200",  # no such day
        "#satt=snickeriet:8-0900-1200",
        "#satt=snickeriet:1-1200-0900",  # ends before it begins
        "#satt=snickeriet:1-0900-0900",
        "#satt=snickeriet:1-0960-1200",  # no such minute
        "#satt=snickeriet:1-0900-2500",
        "#satt=Anna Svensson:1-0900-1200",  # no id, and a name
        "#satt=<b>:1-0900-1200",
        "#satt=-:1-0900-1200",
        "#lista=Anna,<script>,å",
        "#med=vad som helst&bort=1,2,3",
        "#start=i morgon&veckor=-1&vag=../../x&nar=<b>",
        "#start=2026-13-45&veckor=1000000",
        "#%E0%A4%A=1&satt=%E0%A4%A",  # letters that are none
        "#vad=som=helst&&&=",
    ],
)
def test_what_is_no_choice_is_left_out(hash_: str, engine: Engine) -> None:
    assert engine.call("again", hash_) == ""


def test_the_address_does_not_grow_without_end(engine: Engine) -> None:
    many = ",".join(f"s{at}:1-0900-1000" for at in range(1000))
    assert engine.call("again", f"#satt={many}").count(":") == 200


def test_commas_that_a_mail_has_encoded_are_read(engine: Engine) -> None:
    told = engine.call("again", "#lista=a%2Cb&satt=a%3A1-0900-1000%2Cb:2-0900-1000")
    assert told == "#lista=a,b&satt=a:1-0900-1000,b:2-0900-1000"
