// What browsers from before 2022 lack and the form uses: given here, so that no other module has to know. A page names
// this module first. Syntax cannot be given: that is held by tests/house/test_older_browsers.py.

/** @param {any} home @param {string} name @param {Function} made */
function give(home, name, made) {
  if (!home[name]) Object.defineProperty(home, name, { value: made, writable: true, configurable: true });
}

/** @this {any} @param {number} index below zero counts from the end */
function at(index) {
  const from = Math.trunc(index) || 0;
  return this[from < 0 ? this.length + from : from];
}

give(Array.prototype, "at", at);
give(String.prototype, "at", at);
give(Object, "hasOwn", (/** @type {object} */ one, /** @type {string} */ name) =>
  Object.prototype.hasOwnProperty.call(one, name));
give(String.prototype, "replaceAll", /** @this {string} @param {string} what @param {string} by */ function (what, by) {
  return this.split(what).join(by);
});
// Of plain data alone, as all that the site copies.
give(globalThis, "structuredClone", (/** @type {any} */ data) =>
  (data === undefined ? data : JSON.parse(JSON.stringify(data))));
give(Element.prototype, "replaceChildren", /** @this {Element} @param {any[]} nodes */ function (...nodes) {
  while (this.lastChild) this.removeChild(this.lastChild);
  this.append(...nodes);
});
