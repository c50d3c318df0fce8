"""One person's way through the site, counted: presses, letters, words read, and the seconds that they take."""

from __future__ import annotations

from playwright.sync_api import Page, expect

PRESS_S, LETTER_S, WORDS_A_MINUTE = 1.3, 0.4, 120
_WORDS = """(end) => {
  const top = document.querySelector(location.hash || "main");
  const range = document.createRange();
  range.setStartBefore(top);
  range.setEndAfter(end);
  const walker = document.createTreeWalker(range.commonAncestorContainer, NodeFilter.SHOW_TEXT);
  let words = 0;
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const isSeen = range.intersectsNode(node) && node.parentElement.checkVisibility() &&
      !node.parentElement.closest(".dold, .sok-dold, script, style");
    if (isSeen && node.parentElement.matches(".mjuk")) words -= 1;  // inside a word of a heading
    if (isSeen) words += (node.textContent.replace(/\\u00ad/g, "").match(/[\\p{L}\\p{N}]+/gu) ?? []).length;
  }
  return words;
}"""


class Walk:
    """One person's way, counted."""

    def __init__(self, page: Page, words_a_minute: int = WORDS_A_MINUTE) -> None:
        self.page, self.words_a_minute = page, words_a_minute
        self.presses = self.letters = self.words = 0

    def press(self, selector: str) -> None:
        """Read down to something and press it."""
        self.read(selector)
        self.tap(selector)

    def tap(self, selector: str) -> None:
        """Press what the eye is on already."""
        self.presses += 1
        self.page.locator(selector).first.click()

    def write(self, text: str) -> None:
        """Press the first search field and write; the reader knows the word, so no reading."""
        self.presses += 1
        field = self.page.locator(".sok-stor input[name=q]")
        field.click()
        field.press_sequentially(text)
        self.letters += len(text)

    def send(self) -> None:
        self.presses += 1
        self.page.keyboard.press("Enter")

    def read(self, selector: str) -> None:
        seen = self.page.locator(selector).first
        expect(seen).to_be_visible()
        self.words += self.page.evaluate(_WORDS, seen.element_handle())

    @property
    def seconds(self) -> float:
        return PRESS_S * self.presses + LETTER_S * self.letters + self.words * 60 / self.words_a_minute

    def read_all(self, selector: str) -> None:
        """Every word that is seen in a part of the page."""
        self.words += len(self.page.locator(selector).first.inner_text().split())

    def tell(self, name: str) -> None:
        print(f"{name}: {self.presses} tryck, {self.letters} bokstäver, {self.words} ord, {self.seconds:.0f} s")
