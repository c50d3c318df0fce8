"""A walk through the form as the trials counted it: presses, letters and words, and the time that they take."""

from __future__ import annotations

from dataclasses import dataclass, field

from playwright.sync_api import Locator, Page

PRESS_S, LETTER_S, WORDS_A_MINUTE = 1.3, 0.4, 230  # a professional (findings, reader-trials.md)


_SEEN = """(node) => {
  const hidden = [...node.querySelectorAll("select, pre")];
  for (const one of hidden) one.hidden = true;
  const text = node.innerText;
  for (const one of hidden) one.hidden = false;
  return text;
}"""


@dataclass(slots=True)
class Walker:
    """Counts what it does. What is read is told by what is looked at; nothing is read twice."""

    page: Page
    presses: int = 0
    letters: int = 0
    words: int = 0
    _read: set[str] = field(default_factory=set)

    def press(self, target: Locator) -> None:
        target.click()
        self.presses += 1

    def key(self, name: str) -> None:
        self.page.keyboard.press(name)
        self.presses += 1

    def write(self, text: str) -> None:
        self.page.keyboard.type(text)
        self.letters += len(text)

    def read(self, target: Locator) -> None:
        """Every line that is seen there and was not read before. A list to choose in is not read through: one looks for
        what one knows; nor is the file, which is shown for who wants it."""
        for line in target.evaluate(_SEEN).splitlines():
            if line.strip() and line not in self._read:
                self._read.add(line)
                self.words += len(line.split())

    @property
    def seconds(self) -> float:
        return self.presses * PRESS_S + self.letters * LETTER_S + self.words / WORDS_A_MINUTE * 60

    def told(self) -> str:
        return f"{self.presses} presses, {self.letters} letters, {self.words} words: {self.seconds:.0f} s"
