// Who reads one record's easy text reads the next one's too: links within the site keep the mark in the address, which
// is sent nowhere. Nothing is stored. Without this the links of the easy text itself do.

const MARK = "#latt";
const ROOT = new URL("../../../", import.meta.url);
const OWN = /^(?:min-lista|handlaggare|bidra)\/|\/bekrafta\//; // these keep something else behind the number sign

export function keepEasy() {
  for (const event of ["click", "auxclick"]) document.addEventListener(event, keep, true);
}

/** @param {Event} event */
function keep({ target }) {
  const link = location.hash === MARK && target instanceof Element ? target.closest("a[href]") : null;
  if (!(link instanceof HTMLAnchorElement) || link.hash || !link.href.startsWith(ROOT.href)) return;
  if (!OWN.test(link.href.slice(ROOT.href.length))) link.hash = MARK;
}
