// What is pressed is pressed, though the page moves under the finger: a field that is left may tell what it understood,
// and the button slides away before the finger is lifted. The browser then sees no click.

const MOST_PIXELS = 12; // a finger that has moved further has changed its mind

/** @param {HTMLElement} root */
export function keepPresses(root) {
  /** @type {{on: HTMLElement, x: number, y: number} | null} */
  let down = null;
  const pressable = (/** @type {EventTarget | null} */ target) =>
    (target instanceof Element ? /** @type {HTMLElement | null} */ (target.closest("button, a[href]")) : null);
  root.addEventListener("pointerdown", (event) => {
    const on = pressable(event.target);
    down = on && event.button === 0 ? { on, x: event.clientX, y: event.clientY } : null;
  });
  document.addEventListener("pointerup", (event) => {
    const was = down;
    down = null;
    if (!was || !was.on.isConnected || pressable(event.target) === was.on) return;
    if (Math.hypot(event.clientX - was.x, event.clientY - was.y) <= MOST_PIXELS) was.on.click();
  });
}
