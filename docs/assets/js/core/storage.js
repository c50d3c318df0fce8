// What this browser keeps for the reader. A browser may keep nothing: full, switched off, or a private window. Then
// everything reads as empty, and nobody is disturbed.

/** Is anything kept here? @param {string} key a name that nothing else has */
export function canKeep(key) {
  try {
    localStorage.setItem(key, "");
    localStorage.removeItem(key);
    return true;
  } catch {
    return false;
  }
}

/** The text that was kept, or null. @param {string} key */
export function keptText(key) {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

/** @param {string} key @param {string} text */
export function keepText(key, text) {
  try {
    localStorage.setItem(key, text);
  } catch {
    // full, or switched off
  }
}

/** All names that something is kept under, sorted. @returns {string[]} */
export function keptKeys() {
  try {
    return Object.keys(localStorage).sort();
  } catch {
    return [];
  }
}

/** @param {string[]} keys */
export function forget(keys) {
  try {
    for (const key of keys) localStorage.removeItem(key);
  } catch {
    // nothing was kept
  }
}
