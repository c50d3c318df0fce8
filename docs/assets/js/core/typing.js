// Is somebody in the midst of composing a word (Chinese, Japanese, a dead key)? Then its letters are no question yet,
// and Enter and arrows choose among the input method's own words.

/** @param {Event} event */
export const isComposing = (event) => "isComposing" in event && event.isComposing === true;
