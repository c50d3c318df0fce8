// Times of a day in minutes, as they are read, kept and said. Pure.

export const MIDNIGHT = 24 * 60;
const HOUR = 60;

/** "09:30" and "0930" -> 570; null for what is no time. @param {string} text */
export function minutesOf(text) {
  const found = /^(\d\d):?(\d\d)$/.exec(text);
  const minutes = found ? Number(found[1]) * HOUR + Number(found[2]) : NaN;
  return found && Number(found[2]) < HOUR && minutes <= MIDNIGHT ? minutes : null;
}

/** @param {number} minutes */
const parts = (minutes) => [Math.floor(minutes / HOUR), minutes % HOUR].map((part) => String(part).padStart(2, "0"));

/** 570 -> "0930". @param {number} minutes */
export const fourDigits = (minutes) => parts(minutes).join("");

/** 570 -> "09:30", as a field of a page holds it. @param {number} minutes */
export const inField = (minutes) => parts(minutes).join(":");

/** 570 -> "9.30", 540 -> "9", or "9.00" where it is to look like another time. @param {number} minutes
 * @param {number} [other] */
export function clockText(minutes, other = minutes) {
  const [hour, minute] = parts(minutes);
  return (minutes % HOUR || other % HOUR) ? `${Number(hour)}.${minute}` : String(Number(hour));
}

/** "9.00–12.30". @param {number} from @param {number} to */
export const spanText = (from, to) => `${clockText(from, to)}–${clockText(to, from)}`;

/** 90 -> "1 timme 30 minuter". @param {number} minutes */
export function lengthText(minutes) {
  const [hours, rest] = [Math.floor(minutes / HOUR), minutes % HOUR];
  return [hours || !rest ? `${hours} ${hours === 1 ? "timme" : "timmar"}` : "", rest ? `${rest} minuter` : ""]
    .filter(Boolean).join(" ");
}
