// Which voice reads: a Swedish one of the device's own. A remote voice would send the text to a company; none is used,
// and where there is no other there is no button.

/** @param {readonly SpeechSynthesisVoice[]} voices @returns {SpeechSynthesisVoice | undefined} */
export function localVoice(voices) {
  const swedish = voices.filter(({ lang, localService }) => localService && /^sv(?:[-_]|$)/i.test(lang));
  return swedish.find((voice) => voice.default) ?? swedish[0];
}

/** Calls back once there is a voice; in many browsers they come a while after the page.
 * @param {SpeechSynthesis} synthesis @param {() => void} found */
export function whenVoice(synthesis, found) {
  const look = () => {
    if (!localVoice(synthesis.getVoices())) return;
    synthesis.onvoiceschanged = null;
    found();
  };
  synthesis.onvoiceschanged = look;
  look();
}
