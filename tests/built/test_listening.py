"""A page is read aloud by the device's own Swedish voice, when asked to, and shows where it is."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.built.conftest import NewContext
from tests.built.kinds import kinds_of_page

SWEDISH = {"lang": "sv-SE", "localService": True, "default": False, "name": "Alva"}
REMOTE = {"lang": "sv-SE", "localService": False, "default": True, "name": "Google svenska"}
ENGLISH = {"lang": "en-US", "localService": True, "default": True, "name": "Samantha"}
# A voice that says one piece and waits: `go()` tells its end as a browser does.
_VOICE = """
window.SpeechSynthesisUtterance = class { constructor(text) { this.text = text; } };
window.mouth = { voices: VOICES, said: [], now: null, cancelled: 0 };
Object.defineProperty(window, "speechSynthesis", { value: {
  onvoiceschanged: null,
  getVoices: () => mouth.voices,
  speak: (utterance) => { mouth.said.push([utterance.text, utterance.voice.name]); mouth.now = utterance; },
  cancel: () => {
    mouth.cancelled += 1;
    const stopped = mouth.now;
    mouth.now = null;
    stopped?.onerror({ error: "interrupted" });
  },
} });
window.go = () => {
  const done = mouth.now;
  mouth.now = null;
  done?.onend({});
  return document.querySelector(".lyssna-har")?.textContent;
};
"""


def _page(new_context: NewContext, address: str, voices: list[dict[str, object]]) -> Page:
    page = new_context(viewport={"width": 360, "height": 740}).new_page()
    page.add_init_script(_VOICE.replace("VOICES", json.dumps(voices)))
    page.goto(address, wait_until="load")
    return page


def _said(page: Page) -> list[str]:
    found: list[str] = page.evaluate("mouth.said.map(([text]) => text)")
    return found


@pytest.fixture
def record(built: Path, address: str) -> str:
    return address + kinds_of_page(built)["verksamhet/2"]


@pytest.mark.parametrize("voices", [[], [REMOTE], [ENGLISH], [REMOTE, ENGLISH]])
def test_without_a_swedish_voice_of_the_devices_own_there_is_no_button(
    voices: list[dict[str, object]], new_context: NewContext, record: str
) -> None:
    page = _page(new_context, record, voices)
    page.wait_for_load_state("networkidle")
    expect(page.get_by_role("button", name="Lyssna")).to_have_count(0)
    expect(page.get_by_role("link", name="Lätt text")).to_be_visible()


def test_it_reads_the_page_when_pressed_and_never_by_a_remote_voice(new_context: NewContext, record: str) -> None:
    page = _page(new_context, record, [REMOTE, ENGLISH, SWEDISH])
    button = page.get_by_role("button", name="Lyssna")
    expect(button).to_be_visible()
    assert _said(page) == []
    page.wait_for_load_state("networkidle")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    button.click()
    heading = page.get_by_role("heading", level=1).inner_text().replace("\u00ad", "")
    assert _said(page) == [heading]
    expect(page.locator(".lyssna-har")).to_have_text(heading)
    expect(page.get_by_role("button", name="Paus")).to_be_focused()
    for _ in range(200):
        if page.evaluate("go()") is None:
            break
    assert {voice for _, voice in page.evaluate("mouth.said")} == {"Alva"}
    assert len(_said(page)) > 10
    assert max(map(len, _said(page))) <= 160
    assert "Så tar du kontakt" in _said(page)
    assert not [text for text in _said(page) if "Är det er verksamhet" in text or "Lätt text" in text]
    expect(page.locator(".lyssna-remsa, .lyssna-har")).to_have_count(0)
    expect(button).to_be_focused()
    assert asked == []


def test_voices_that_come_late_bring_the_button(new_context: NewContext, record: str) -> None:
    page = _page(new_context, record, [])
    page.wait_for_load_state("networkidle")
    before = page.locator(".ingress").bounding_box()
    page.evaluate(f"mouth.voices = {json.dumps([SWEDISH])}; speechSynthesis.onvoiceschanged()")
    expect(page.get_by_role("button", name="Lyssna")).to_have_count(1)
    assert page.locator(".ingress").bounding_box() == before, "nothing moves"


def test_it_pauses_goes_on_from_the_same_sentence_and_walks_by_headings(new_context: NewContext, record: str) -> None:
    page = _page(new_context, record, [SWEDISH])
    page.get_by_role("button", name="Lyssna").click()
    page.evaluate("go()")
    sentence = _said(page)[-1]
    page.get_by_role("button", name="Paus").press("Enter")
    assert page.evaluate("mouth.now") is None
    page.get_by_role("button", name="Fortsätt").press("Enter")
    assert _said(page)[-2:] == [sentence, sentence]
    page.get_by_role("button", name="Nästa rubrik").click()
    first = page.locator("article h2:visible, article h3:visible").first.inner_text().replace("\u00ad", "")
    assert _said(page)[-1] == first
    expect(page.locator(".lyssna-remsa strong")).to_have_text(first)
    expect(page.locator(".lyssna-har")).to_be_in_viewport()
    page.get_by_role("button", name="Förra rubriken").click()
    assert _said(page)[-1] == _said(page)[0]
    page.keyboard.press("Escape")
    expect(page.locator(".lyssna-remsa")).to_have_count(0)
    assert page.evaluate("mouth.now") is None


def test_a_voice_that_fails_and_a_page_that_is_left_fall_silent(new_context: NewContext, record: str) -> None:
    page = _page(new_context, record, [SWEDISH])
    page.get_by_role("button", name="Lyssna").click()
    page.evaluate("mouth.now.onerror({ error: 'synthesis-failed' })")
    expect(page.locator(".lyssna-remsa")).to_have_count(0)
    page.get_by_role("button", name="Lyssna").click()
    page.evaluate("location.hash = '#latt'")
    expect(page.locator(".lyssna-remsa")).to_have_count(0)
    page.get_by_role("button", name="Lyssna").click()
    for _ in range(60):
        page.evaluate("go()")
    read = " ".join(_said(page)[2:])
    assert "Lätt text" in read
    assert "Så tar du kontakt" not in read
    page.get_by_role("button", name="Lyssna").click()
    page.evaluate("window.dispatchEvent(new PageTransitionEvent('pagehide'))")
    assert page.evaluate("mouth.now") is None


@pytest.mark.parametrize("path", ["for-dig/", "forsta-gangen/", "anhorig/", "pengarna/", "akut/"])
def test_pages_for_those_who_look_can_be_heard_too(path: str, new_context: NewContext, address: str) -> None:
    page = _page(new_context, address + path, [SWEDISH])
    page.get_by_role("button", name="Lyssna").click()
    assert _said(page) == [page.get_by_role("heading", level=1).inner_text().replace("\u00ad", "")]
