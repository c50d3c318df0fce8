// Dates as a Swedish reader writes them.

/** "2026-11-22" -> "22 november 2026". @param {string} date ISO date
 * @param {string[]} months their names, January first */
export function swedishDate(date, months) {
  const [year, month, day] = date.split("-");
  return `${Number(day)} ${months[Number(month) - 1]} ${year}`;
}

/** A moment with its time of day, where the reader is: "22 november 2026 kl. 12:00". @param {string} moment ISO */
export function swedishMoment(moment) {
  return new Date(moment).toLocaleString("sv-SE", { dateStyle: "long", timeStyle: "short" });
}
