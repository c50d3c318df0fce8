// On a phone the facets lie over the page: opened and closed by buttons and Escape, and all else is out of reach.

/** @param {HTMLElement} root the part of the page that the panel stands in
 * @param {{panel: HTMLElement, opener: HTMLElement, closers: HTMLElement[]}} parts */
export function startPanel(root, { panel, opener, closers }) {
  const isOpen = () => root.classList.contains("sok-oppen");

  /** Everything beside the panel, from its own neighbours up to the page's. */
  function* besides() {
    for (let at = /** @type {HTMLElement} */ (panel); at !== document.body && at.parentElement; at = at.parentElement) {
      for (const other of at.parentElement.children) if (other !== at) yield /** @type {HTMLElement} */ (other);
    }
  }

  /** @param {boolean} open */
  function set(open) {
    root.classList.toggle("sok-oppen", open);
    opener.setAttribute("aria-expanded", String(open));
    if (open) panel.setAttribute("role", "dialog");
    else panel.removeAttribute("role");
    document.documentElement.classList.toggle("sok-last", open);
    for (const other of besides()) other.inert = open;
    (open ? panel.querySelector("summary") : opener)?.focus();
  }

  opener.addEventListener("click", () => set(!isOpen()));
  for (const closer of closers) closer.addEventListener("click", () => set(false));
  panel.addEventListener("keydown", (event) => event.key === "Escape" && isOpen() && set(false));
  // A wider window shows the facets beside the results: then nothing is covered.
  matchMedia("(min-width: 60em)").addEventListener("change", ({ matches }) => matches && isOpen() && set(false));
}
