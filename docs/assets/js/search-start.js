// On every page: the search itself is loaded when the reader first needs it. The form carries the address of
// the file that names today's search (data-sok) and of the site's root (data-rot), both relative to the page.
import { fillQuestion, pageForm, searchForms, takeFaultsBack, tellFault } from "./core/search-fault.js";

const PATIENCE_MS = 20_000; // longer than a slow telephone network takes for all of it

/** @type {Promise<void> | undefined} */
let loading;
let tries = 0;

/** Load it, unless that is done or under way. @param {HTMLFormElement} form */
const load = (form) => (loading ??= withPatience(form).then(takeFaultsBack, (fault) => {
  loading = undefined; // the next time is a new try
  throw fault;
}));

/** As `load`, for a reader who waits: when it fails they are told. @param {HTMLFormElement} form */
async function need(form) {
  try {
    await load(form);
  } catch (fault) {
    tellFault(form);
    console.warn("Sökningen kunde inte starta.", fault);
  }
}

/** @param {HTMLFormElement} form */
async function withPatience(form) {
  const stop = new AbortController();
  const timer = setTimeout(() => stop.abort(), PATIENCE_MS);
  const stopped = new Promise((_, fail) => stop.signal.addEventListener("abort", () => fail(new Error("för sent"))));
  try {
    await Promise.race([fetchSearch(form, stop.signal), stopped]);
  } finally {
    clearTimeout(timer);
  }
}

/** @param {HTMLFormElement} form @param {AbortSignal} signal */
async function fetchSearch(form, signal) {
  const pointer = new URL(form.dataset.sok ?? "", document.baseURI).href;
  const root = new URL(form.dataset.rot ?? "", document.baseURI).pathname;
  const answer = await fetch(pointer, { cache: "no-cache", signal });
  if (!answer.ok) throw new Error(`${pointer}: ${answer.status}`);
  const today = /** @type {{start: string}} */ (await answer.json());
  // A module that failed once is not fetched again under the same name.
  const again = tries++ ? `?${tries}` : "";
  const search = await import(new URL(today.start, pointer).href + again);
  signal.throwIfAborted();
  await search.start(root, signal);
}

/** @param {KeyboardEvent} event */
function goToField(event) {
  const target = /** @type {HTMLElement} */ (event.target);
  if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey) return;
  if (target.isContentEditable || ["INPUT", "TEXTAREA", "SELECT"].includes(target.tagName)) return;
  const field = /** @type {HTMLElement | null | undefined} */ (
    (pageForm() ?? searchForms().find(isShown))?.querySelector("input[name=q]"));
  if (!field) return;
  event.preventDefault();
  field.focus();
}

/** A page with a large field of its own hides that of the head. @param {HTMLElement} form */
const isShown = (form) => form.offsetParent !== null;

fillQuestion();
for (const form of searchForms()) {
  form.addEventListener("focusin", () => need(form));
  form.addEventListener("pointerenter", () => load(form).catch(() => undefined)); // nobody waits for it yet
  if (form.contains(document.activeElement)) need(form);
}
document.addEventListener("keydown", goToField);

// The page /sok/ cannot do without it. Nobody else's telephone fetches it before its reader means to search.
const own = pageForm();
if (own) need(own);
