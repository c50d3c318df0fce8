// The shapes of a record, its schema and its faults, for the checker of types. Holds no code and is never loaded.
export {};

/** @typedef {(string | number)[]} Path keys and positions, from the record inwards */
/** @typedef {Record<string, any>} Data a record, or a group of its fields, as written */
/** `path` as the command reports it, `target` the field to mend; a warning stops nobody.
 * @typedef {{path: Path, code: string, message: string, target: Path, isWarning?: boolean}} Fault */

/** One value of a vocabulary.
 * @typedef {{const: string, title: string, description: string, "x-ord"?: string[], "x-alias"?: string[],
 *   "x-rubrik"?: string, "x-kontakt"?: Record<string, any>}} Value */

/** A node of the schema, as scripts/katalog/browser/form.py slims it.
 * @typedef {object} Rule
 * @property {string | string[]} [type]
 * @property {string} title
 * @property {string} description
 * @property {any[]} [examples]
 * @property {Record<string, Rule>} [properties]
 * @property {Rule} [items]
 * @property {string[]} [required]
 * @property {Record<string, string[]>} [dependentRequired]
 * @property {{required: string[]}[]} [anyOf]
 * @property {Condition} [if]
 * @property {{required?: string[], "x-fel"?: string}} [then]
 * @property {boolean} [additionalProperties]
 * @property {boolean} [uniqueItems]
 * @property {string} [pattern]
 * @property {string} [format]
 * @property {number} [minLength]
 * @property {number} [maxLength]
 * @property {number} [minimum]
 * @property {number} [maximum]
 * @property {number} [minItems]
 * @property {number} [maxItems]
 * @property {number} [minProperties]
 * @property {string} [x-fel]
 * @property {"rad" | "stycken"} [x-text]
 * @property {string} [x-vokabular]
 * @property {string} [x-rubrik]
 * @property {string} [x-forslag]
 * @property {string} [x-enkel] the part that a row written as a text stands for
 */

/** Constants and presence: all that a condition of ours says.
 * @typedef {{required?: string[], properties: Record<string, {const: any}>}} Condition */

/** @typedef {{line: number, end: number, node: Node}} Entry a part of a file: lines `line` to before `end` */
/** What stands there. `tail`: the comment after a value on its line.
 * @typedef {{value: any, kind: "group" | "list" | "value", depth: number, fields?: Map<string, Entry>, rows?: Entry[],
 *   tail?: string, end: number}} Node */

/** @typedef {Record<string, string>} Texts messages with places to fill in */

/** schema/persondata.json, with the patterns of the rule (scripts/katalog/browser/form.py).
 * @typedef {object} PeopleData
 * @property {[string, string][]} tecken pattern -> what it is folded to
 * @property {string} nollor the zero of each set of digits; the others follow it
 * @property {Texts} bokstaver
 * @property {string[]} fornamn
 * @property {string[]} fornamn_strikta
 * @property {string[]} fornamn_ord
 * @property {string[]} efternamn
 * @property {string[]} efternamn_slut
 * @property {{slut: string[], minst: number}} efternamn_sakra
 * @property {string[]} namnled
 * @property {string[]} titlar
 * @property {string[]} titelslut
 * @property {string[]} tilltal
 * @property {string[]} efter
 * @property {string[]} smaord
 * @property {string[]} platsord
 * @property {string[]} platsord_efter_s
 * @property {string[]} platsslut
 * @property {string[]} foretagsord
 * @property {string[]} fore
 * @property {string[]} fore_ensam
 * @property {string[]} mellan
 * @property {string[]} inte_efternamn
 * @property {string[]} verksamhetsord
 * @property {string[]} funktionsord
 * @property {string[]} godkanda
 * @property {Record<string, string>} monster
 * @property {string} adressfalt
 * @property {string} ensamfalt
 */

/** How a file is written: its first line, which fields are folded, and the pattern of what may not stand in it.
 * @typedef {{huvud: string, vik: Record<string, {over: number, bredd: number}>, forbjudna: string}} Layout */

/** A row of a card, by the field that it shows (`x-kort` in the schema).
 * @typedef {{etikett: string, slag?: string, nyckel?: string, antal?: number, mer?: Record<string, string>,
 *   tyst?: true}} CardRow */

/** How times are told in few words (scripts/katalog/wording/hours.py). `dagar`: the days that a word for days means,
 * Monday 0; `kort`: their short names; `mest`: so many rows at most; `langst`: so many letters at most of a row's own
 * words; `rad`: so many days after each other are told as first and last; `aldras`: years after which the year is
 * told; `inte_nu`: states that tell no times.
 * @typedef {{texter: Texts, kort: string[], dagar: Record<string, number[]>, mest: number, langst: number, rad: number,
 *   aldras: number, inte_nu: string[], notis: Texts}} HoursWords */

/** What telling a change needs (scripts/katalog/browser/telling.py): the words of values and of changes; the fields of
 * a card; the field and the value of what has closed, and the field that leads on; so many days free places are told;
 * each list with where its values stand; the parts of a record's page with their fields.
 * @typedef {{varden: Texts, andring: Texts, kort: string[], stangd: [string, string], vidare: string,
 *   plats_dagar: number, listor: [string, string[]][], delar: [string, string[]][]}} TellingWords */

/** What checking and writing need: scripts/katalog/browser/form.py (`engine_data`) makes it.
 * @typedef {object} EngineData
 * @property {boolean} titlar are fields and values called by their titles, or as in a file?
 * @property {Rule & {properties: Record<string, Rule>, required: string[]}} regel the record's schema
 * @property {Record<string, Value[]>} vokabular
 * @property {Texts} texter
 * @property {Texts} typer
 * @property {string} personfalt pattern of a made-up field's name that tells of a person
 * @property {{tal: string, tva_tal: string, text_for: Record<string, [string, string][]>, menade: Texts,
 *   kallas: Texts, tecken: Texts}} feltyp
 * @property {{fa: number, ordning: string[], mest: number, likhet: number}} granser
 * @property {Record<string, Texts>} regler the messages of each rule that the form tells
 * @property {{datum: string[], ar: string[], stangda: string[], fa_personer: number, referenser: number,
 *   galler: Record<string, string>,
 *   kontakt: {monster: Texts, vagar: Record<string, string[]>, omkring: string[]}}} regelord
 * @property {PeopleData} persondata
 * @property {Texts} identitet
 * @property {Record<string, {falt: string, nyckel: string | null, vokabular: string}>} fyll
 * @property {Data} planerad
 * @property {Record<string, CardRow>} kort
 * @property {{falt: string[], annars: string}} bild the fields whose first value a card draws, and what it draws
 *   without
 * @property {HoursWords} tidord
 * @property {Layout} form
 * @property {import("./trust.js").TrustData} tillit
 * @property {TellingWords} sagt
 */
