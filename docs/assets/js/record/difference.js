// Two texts -> the lines that differ. Pure.

/** The lines that differ, each with its sign; of two ways the one with the longest common lines.
 * @param {string} old @param {string} text @returns {string[]} */
export function differingLines(old, text) {
  const [a, b] = withoutSameEnds(...[old, text].map((one) => one.split(/\r\n|\r|\n/)));
  const common = commonLengths(a, b);
  const out = [];
  let [i, j] = [0, 0];
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && a[i] === b[j]) [i, j] = [i + 1, j + 1];
    else if (i < a.length && (j >= b.length || common[i + 1][j] >= common[i][j + 1])) out.push(`- ${a[i++]}`);
    else out.push(`+ ${b[j++]}`);
  }
  return out;
}

/** Without the lines at both ends that are the same: a long file of which little differs is told at once.
 * @param {string[][]} files two of them */
function withoutSameEnds(...[a, b]) {
  const shortest = Math.min(a.length, b.length);
  let head = 0;
  while (head < shortest && a[head] === b[head]) head += 1;
  let tail = 0;
  while (tail < shortest - head && a[a.length - 1 - tail] === b[b.length - 1 - tail]) tail += 1;
  return [a.slice(head, a.length - tail), b.slice(head, b.length - tail)];
}

/** How many lines the ends of the texts have in common, from each line of the one and of the other.
 * @param {string[]} a @param {string[]} b @returns {number[][]} */
function commonLengths(a, b) {
  const length = [...a, ""].map(() => new Array(b.length + 1).fill(0));
  for (let i = a.length - 1; i >= 0; i -= 1) {
    for (let j = b.length - 1; j >= 0; j -= 1) {
      length[i][j] = a[i] === b[j] ? length[i + 1][j + 1] + 1 : Math.max(length[i + 1][j], length[i][j + 1]);
    }
  }
  return length;
}
