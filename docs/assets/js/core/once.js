/** What is made when it is first asked for, and then kept. @template T @param {() => T} make @returns {() => T} */
export function once(make) {
  /** @type {{made: T} | undefined} */
  let kept;
  return () => (kept ??= { made: make() }).made;
}
