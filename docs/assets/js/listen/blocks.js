// What a reader sees of a page -> its blocks in order: a heading, a paragraph, a point of a list. What is hidden,
// folded away, or only to be pressed, is not read.

import { unhyphenated } from "../core/text.js";
import { digits } from "./spoken.js";

/** @typedef {{element: HTMLElement, text: string, isHeading: boolean}} Block */

const SILENT =
  "button, input, select, textarea, script, style, template, noscript, svg, nav, [hidden], [aria-hidden=true]";

/** @param {HTMLElement} root @param {string} left selector of what else is left out; "" for nothing
 * @returns {Block[]} */
export function blocksOf(root, left) {
  const silent = left ? `${SILENT}, ${left}` : SILENT;
  /** @type {Block[]} */
  const found = [];
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT, (node) => {
    if (node instanceof Element) return isSilent(node, silent) ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_SKIP;
    return NodeFilter.FILTER_ACCEPT;
  });
  while (walker.nextNode()) add(found, walker.currentNode);
  return found.filter(({ text }) => text.trim());
}

/** @param {Element} element @param {string} silent */
function isSilent(element, silent) {
  if (element.matches(silent)) return true;
  if (element.parentElement?.matches("details:not([open])") && element.tagName !== "SUMMARY") return true;
  const { display, visibility } = getComputedStyle(element);
  return display === "none" || visibility === "hidden";
}

/** @param {Block[]} found @param {Node} node */
function add(found, node) {
  const parent = /** @type {HTMLElement} */ (node.parentElement);
  const element = blockOf(parent);
  const written = unhyphenated(node.textContent ?? "").replace(/\s+/g, " ");
  const text = parent.closest('a[href^="tel:"]') ? digits(written) : written;
  const last = found[found.length - 1];
  if (last?.element === element) last.text += text;
  else if (text.trim()) found.push({ element, text, isHeading: /^H[1-6]$/.test(element.tagName) });
}

/** @param {HTMLElement} element @returns {HTMLElement} */
function blockOf(element) {
  const isWithin = /^(?:inline|contents)/.test(getComputedStyle(element).display);
  return isWithin && element.parentElement ? blockOf(element.parentElement) : element;
}
