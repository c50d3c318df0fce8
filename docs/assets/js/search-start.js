// On every page: the search itself is loaded when the reader first needs it. The form carries the address of
// the file that names today's search (data-sok) and of the site's root (data-rot), both relative to the page.

const forms = /** @type {HTMLFormElement[]} */ ([...document.querySelectorAll("form[data-sokform]")]);

/** @type {Promise<unknown> | undefined} */
let loading;

/** @param {HTMLFormElement} form */
function load(form) {
  return (loading ??= fetchSearch(form));
}

/** @param {HTMLFormElement} form */
function fetchSearch(form) {
  const pointer = new URL(form.dataset.sok ?? "", document.baseURI).href;
  const root = new URL(form.dataset.rot ?? "", document.baseURI).pathname;
  return fetch(pointer, { cache: "no-cache" })
    .then((answer) => answer.json())
    .then((/** @type {{start: string}} */ today) => import(new URL(today.start, pointer).href))
    .then((search) => search.start(root))
    .catch(() => undefined); // the form still leads to /sok/, and that page to the lists
}

for (const form of forms) {
  form.addEventListener("focusin", () => load(form), { once: true });
  if (form.contains(document.activeElement)) load(form);
}

document.addEventListener("keydown", (event) => {
  const target = /** @type {HTMLElement} */ (event.target);
  if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey) return;
  if (target.isContentEditable || ["INPUT", "TEXTAREA", "SELECT"].includes(target.tagName)) return;
  const find = (/** @type {string} */ place) => document.querySelector(`${place} input[name=q]`);
  const field = /** @type {HTMLElement | null} */ (find("[data-sok-sida]") ?? find("form[data-sokform]"));
  if (!field) return;
  event.preventDefault();
  field.focus();
});

// The page /sok/ cannot do without it; the start page fetches it ahead when nothing else is going on.
if (forms.length && document.querySelector("[data-sok-sida]")) load(forms[0]);
else if (forms.length && document.querySelector("[data-sok-forhamta]")) {
  const later = window.requestIdleCallback ?? ((/** @type {() => void} */ run) => setTimeout(run, 2000));
  later(() => load(forms[0]));
}
