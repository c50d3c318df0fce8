// On every page: the search itself is loaded when the reader first needs it. The form carries the address of the
// search's entry (data-sok) and of the site's root (data-rot), both relative to the page.

const forms = /** @type {HTMLFormElement[]} */ ([...document.querySelectorAll("form[data-sokform]")]);

/** @param {HTMLFormElement} form */
function load(form) {
  const entry = new URL(form.dataset.sok ?? "", document.baseURI).href;
  const root = new URL(form.dataset.rot ?? "", document.baseURI).pathname;
  return import(entry).then((search) => search.start(root)).catch(() => undefined);
}

for (const form of forms) {
  form.addEventListener("focusin", () => load(form), { once: true });
  if (form.contains(document.activeElement)) load(form);
}

document.addEventListener("keydown", (event) => {
  const target = /** @type {HTMLElement} */ (event.target);
  if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey) return;
  if (target.isContentEditable || ["INPUT", "TEXTAREA", "SELECT"].includes(target.tagName)) return;
  const find = (/** @type {string} */ place) => /** @type {HTMLElement | null} */ (document.querySelector(`${place} input[name=q]`));
  const field = find("[data-sok-sida]") ?? find("form[data-sokform]");
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
