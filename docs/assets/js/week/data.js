// What the week plan is told of the catalogue (scripts/katalog/browser/week.py), in types. No code.

/** Days (Monday 0), start and end in minutes, about, what, not every week.
 * @typedef {[number[], number | null, number | null, number, string, number]} Row */
/** `trakt`, `delar`, `typdelar`, `vagar` and `troliga` are numbers in the lists of `WeekData`. `marke`: why nobody can
 * go there now. `aldrade`: what is said of how old the hours are, and from which day. `notis`: what holds for a time,
 * and the first day on which it does not. `timmar`: hours a week, least and most.
 * @typedef {object} PlaceData
 * @property {string} id
 * @property {string} kallas
 * @property {number} trakt
 * @property {string} [marke]
 * @property {number[]} [delar] parts of the support that it says it covers
 * @property {number[]} [typdelar] parts that follow from its type
 * @property {number[]} [vagar] ways in
 * @property {number[]} [troliga] ways in that nobody has said
 * @property {Row[]} [rader]
 * @property {[string, string]} [aldrade]
 * @property {[number | null, number | null]} [timmar]
 * @property {[string, string]} [notis]
 * @property {string[]} [ihop] ids of what can be had at the same time
 * @property {string} [dar]
 */
/** @typedef {object} WeekData
 * @property {number} format
 * @property {string[]} dagar
 * @property {string[]} kort
 * @property {[string, string, string][]} delar id, title, what it means
 * @property {[string, string][]} vagar id and title, the easiest first
 * @property {[string, string][]} trakter title and kind: what one can move between, "" for what is wider
 * @property {Record<string, string>} flyttade
 * @property {PlaceData[]} stallen
 */
/** A time on a day of the week (Monday 0), in minutes. `id` is "" for what is no place of the catalogue.
 * @typedef {{id: string, day: number, from: number, to: number}} Span */
/** A span that is in the week, or could be. `isSet`: by the one who plans, not by the record.
 * @typedef {Span & {key: string, isSet: boolean, isIn: boolean, isAbout: boolean, isSeldom: boolean, what: string}}
 *   Pass */

export {};
