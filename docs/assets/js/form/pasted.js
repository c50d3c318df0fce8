// What is pasted into a field of one line: a browser takes the breaks away and lets words run together; here each
// becomes a space.

/** @param {HTMLInputElement} control */
export function pasteInOneLine(control) {
  control.addEventListener("paste", (event) => {
    const text = event.clipboardData?.getData("text") ?? "";
    if (!/[\n\r\u2028\u2029]/.test(text.trim())) return;
    event.preventDefault();
    const line = text.split(/[\n\r\u2028\u2029]/).map((one) => one.trim()).filter(Boolean).join(" ");
    const [from, to] = [control.selectionStart ?? control.value.length, control.selectionEnd ?? control.value.length];
    control.setRangeText(line, from, to, "end");
    control.dispatchEvent(new Event("input", { bubbles: true }));
  });
}
