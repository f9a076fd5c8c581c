/* Hebrew words that the lexicon lacks: particles and endings are cut, as in text/hebrew.py, down to words it has. */

import { fold } from "./words.js";

const PARTICLES = new Set(
  ["", "ו"].flatMap((link) =>
    ["", "ש", "כש", "לכש", "מש", "בש"].flatMap((that) =>
      ["", "ה", "ב", "כ", "ל", "מ", "מה"].map((place) => link + that + place),
    ),
  ),
);
const LONGEST = Math.max(...[...PARTICLES].map((one) => one.length));
const LINKS = new Set(["", "ו", "ש", "וש", "כש", "וכש"]);
// Letters a noun has at least; from how many on little need speak for a cut; from how many on nothing.
const SHORTEST = 3;
const LONG = 4;
const SURE = 5;

// Endings of forms that never take the article.
const NEVER_DEFINITE = new Set(["construct", "possessive", "possessive_plural"]);

// Particles that prove a noun. מ begins participles too and ש verbs (מקבל, שקיבל).
const PROVING = "הבכל";
// Many words begin with these by nature, few with the article or with several: so much more must speak for a cut.
const RISK = { כ: 1, מ: 1, ש: 0.5, מש: 0.5, בש: 0.5 };
const SAFE = /ה$|^ו.|^ש.|^ל?כש/u;

// "My" and "your", which queries have and texts have not.
const PERSONAL = [
  ["תי", "possessive", ["ה", "ת"]],
  ["ויותיכ", "possessive_plural", ["ות"]],
  ["ויותיכמ", "possessive_plural", ["ות"]],
];
// Somebody's, behind the י of an irregular plural: קשיי+נו.
const PERSON = /י(?:[כהו]|נו|המ|הנ|כמ|כנ)$/u;

// With one ו these are other words: רווחה and רוח, טווח and בטוח.
const DOUBLE_STAYS = /[רט]ווח/u;

const folded = (text) => text.trim().split(/\s+/u).map(fold);
const transposed = (rows) => rows[0].map((_, at) => rows.map((row) => row[at]));
const unique = (list) => [...new Set(list)];

/** What two spellings of one form share: חוויה and חויה, מחויבות and מחוייבות. */
function key(rest) {
  const simple = rest.replaceAll("יי", "י");
  return DOUBLE_STAYS.test(simple) ? simple : simple.replaceAll("וו", "ו");
}

/** The commonest forms of a form. */
function inflected(form) {
  const stem = form.slice(0, -1);
  if (form.endsWith("ה")) return [`${stem}ת`, `${stem}ות`, `${stem}אות`];
  if (form.endsWith("ת")) return [`${stem}ות`, `${stem}יות`, `${form}ימ`];
  return [`${form}ימ`, `${form}ות`, `${form}י`];
}

/** Prepares the tables; gives what guesses a folded word's keys. */
export function hebrew(tables) {
  const closed = new Set(Object.values(tables.closed).flatMap(folded));
  const short = new Set(folded(tables.short));
  const respellings = Object.entries(tables.spellings).map((pair) => pair.map(fold));
  const action = folded(tables.whole_action).flatMap((stem) => ["ה", "ת", "ות"].map((ending) => stem + ending));
  const beginnings = [...folded(tables.whole), ...action];
  const irregular = new Map();
  for (const [base, forms] of Object.entries(tables.irregular)) {
    for (const form of forms) irregular.set(fold(form), key(fold(base)));
  }
  const isBase = new Set(irregular.values());
  const unlike = new Set();
  for (const [shorter, forms] of Object.entries(tables.unlike)) {
    for (const longer of forms) unlike.add(`${key(fold(longer))} ${key(fold(shorter))}`);
  }
  const endings = Object.entries(tables.endings).flatMap(([kind, table]) =>
    Object.entries(table).map(([ending, stems]) => [fold(ending), kind, stems.map(fold)]),
  );
  // דוגמה has its plural in -אות.
  const ofDogma = endings.filter(([ending, kind]) => kind === "possessive_plural" && ending.startsWith("ות"));
  endings.push(...PERSONAL, ...ofDogma.map(([ending, kind]) => [`א${ending}`, kind, ["ה"]]));

  const isWhole = (word) => beginnings.some((beginning) => word.startsWith(beginning));
  const isLongEnough = (form) => form.length >= SHORTEST || short.has(form);

  function respell(rest) {
    const found = respellings.find(([old]) => rest.startsWith(old));
    return found ? found[1] + rest.slice(found[0].length) : rest;
  }

  /** The spellings that a form may have: ו or י doubled or not, usual or defective. */
  function spelled(form) {
    const simple = key(form);
    const found = [form, simple];
    for (let at = 1; at < simple.length - 1; at++) {
      if ("וי".includes(simple[at])) found.push(simple.slice(0, at) + simple[at] + simple.slice(at));
    }
    for (const [old, now] of respellings) {
      if (form.startsWith(now)) found.push(old + form.slice(now.length));
    }
    return unique(found);
  }

  /* A word's own first ו is doubled behind particles: מוגדר is not מ+וגדר. */
  const mayFollow = (rest) => isLongEnough(rest) && (rest[0] !== "ו" || rest[1] === "ו") && !closed.has(rest);

  /** All ways to part a word into particles and rest, the least cut first. */
  function readings(word) {
    const found = [];
    for (let length = 0; length <= LONGEST && length < word.length; length++) {
      const [particles, rest] = [word.slice(0, length), word.slice(length)];
      if (!PARTICLES.has(particles) || (length && !mayFollow(rest))) continue;
      found.push({ particles, rest: respell(rest) });
      if (isWhole(rest)) break;
    }
    return found;
  }

  function mayEnd(form, ending, kind) {
    if (closed.has(form)) return false;
    // -ים stands for -ה in participles (מתחרה, רואה), not in other nouns in ה, whose plural is -ות.
    if (ending === "ימ" && form.endsWith("ה") && !"מנ".includes(form[0]) && form[1] !== "ו") return false;
    // Behind ת an added י makes an adjective, a word of its own: משמעותי, חברתי.
    if (form.endsWith("ת") && ending === "י") return false;
    // A noun of two letters is told by its plural; with other endings too much looks like one (מקום, קו+ם).
    return form.length >= SHORTEST || (kind === "plural" && short.has(form));
  }

  /** The forms that a rest without particles may be a form of, itself left out. */
  function bases(rest) {
    if (irregular.has(rest)) return [{ key: irregular.get(rest), kind: "irregular" }];
    const own = key(rest);
    const found = new Map();
    const plural = PERSON.test(rest) ? rest.replace(PERSON, "י") : "";
    if (irregular.has(plural) || isBase.has(plural)) {
      const base = irregular.get(plural) ?? plural;
      found.set(base, { key: base, kind: "irregular" });
    }
    for (const [ending, kind, stems] of endings) {
      if (!rest.endsWith(ending)) continue;
      for (const stem of stems) {
        const form = rest.slice(0, rest.length - ending.length) + stem;
        const base = key(form);
        if (base === own || found.has(base) || unlike.has(`${own} ${base}`) || !mayEnd(form, ending, kind)) continue;
        found.set(base, { key: base, kind, form, ending });
      }
    }
    return [...found.values()];
  }

  /** Keys of what a base is itself a form of: the masculine of an adjective, the singular of תקוות+יהם. */
  function onward(base) {
    const stem = base.key.slice(0, -1);
    if (base.key.endsWith("ית")) return unlike.has(`${base.key} ${stem}`) ? [] : [stem];
    if (base.key.endsWith("ות")) {
      if (!base.kind.startsWith("possessive")) return [];
      return bases(base.key)
        .filter((one) => one.kind === "plural")
        .map((one) => one.key);
    }
    // What is known in -ת may be known before another noun only: עמותות, עמותת, עמותה.
    return base.key.endsWith("ת") ? [`${stem}ה`] : [];
  }

  function ofGrammar(form) {
    for (let length = 0; length < 4; length++) {
      const rest = form.slice(length);
      if (closed.has(rest) && LINKS.has(form.slice(0, length)) && (!length || !isWhole(form))) return key(rest);
    }
    return "";
  }

  return (form, lookup) => {
    const { isWord } = lookup;
    const hasWord = (written) => spelled(written).some(isWord);

    /** Does enough speak for a form: endings and particles with which the lexicon has it? */
    function isAmong(written, enough) {
      const spellings = spelled(written);
      const count = (groups) => groups.filter((forms) => forms.some(isWord)).length;
      const inflections = count(transposed(spellings.map(inflected)));
      // Forms behind particles lie all over the lexicon: they are asked for only where that matters.
      if (inflections >= enough || lookup.isWaiting()) return inflections >= enough;
      const behind = [...PROVING].map((one) => spellings.flatMap((rest) => [one + rest, `ו${one}${rest}`]));
      return inflections + count(behind) >= enough;
    }

    /** May the form be meant, which is what a cut leaves? The shorter it is, the more must speak for it. */
    function isBacked(written, risk) {
      const simple = key(written);
      if (ofGrammar(written)) return false;
      const length = short.has(written) ? SHORTEST : simple.length;
      if (length <= SHORTEST && written !== simple && !isWord(written)) return false;
      if (hasWord(written)) {
        const more = length >= LONG ? 0 : length === SHORTEST ? 2 * (risk > 0) : 2;
        return length >= SURE || isAmong(written, Math.floor(risk + more));
      }
      if (lookup(simple) === undefined) return false;
      if (length >= SURE && risk < 2) return isUsed(written);
      return isAmong(written, Math.max(risk, 1) + (length < LONG ? 2 : 0));
    }

    const isUsed = (written) =>
      hasWord(written) ||
      isAmong(written, 1) ||
      isBase.has(written) ||
      key(written).length > SURE ||
      (written.length === SURE && [..."וש"].some((one) => isWord(one + written)));

    /** Forms with more letters: with an ending, or behind a particle that is not the word's own first letter. */
    function further(base) {
      const behind = [...PROVING]
        .map((one) => one + base)
        .filter((longer) => !isWhole(longer) && !closed.has(longer))
        .filter((longer) => ![...(longer[0] === "ה" ? "בל" : "ה")].some((one) => isWord(one + longer)));
      return [...inflected(base), `${base}ו`, ...behind];
    }

    /** Keys of a reading, if the lexicon backs it. */
    function keysOf({ particles, rest }) {
      const found = [];
      const risk = SAFE.test(particles) ? -1 : RISK[particles] ?? 0;
      const own = particles ? lookup(rest) ?? lookup(key(rest)) : undefined;
      // Behind a particle what begins with another one is no word (מ+ברשת).
      if (own?.includes(key(rest)) && isBacked(rest, risk)) found.push(...own);
      for (const base of bases(rest)) {
        if (particles.endsWith("ה") && NEVER_DEFINITE.has(base.kind)) continue;
        if (isLed(base, risk, particles, rest)) {
          found.push(...(lookup(base.key) ?? []), ...onward(base).flatMap((one) => lookup(one) ?? []));
        }
      }
      return unique(found);
    }

    function isLed({ form: base, kind, ending }, risk, particles, rest) {
      if (kind === "irregular") return (risk <= 0 && particles !== "ש") || rest.length >= SURE;
      // Adjectives in -ית have their masculine before them without doubt; but with one form only it may be a noun's.
      const enough = base.endsWith("י") && ending === "ת" ? 1 : 2;
      if (kind === "feminine") return base.length > SHORTEST && isWord(base) && isAmong(base, enough);
      return isBacked(base, Math.max(risk, 0) + (ending.length > 1 ? 0 : 1));
    }

    if (!/[א-ת]/u.test(form)) return lookup(form) && { keys: lookup(form), how: "word" };
    const grammar = ofGrammar(form);
    if (grammar) {
      const keys = lookup(grammar);
      return keys && { keys, how: "word" };
    }
    const whole = form === respell(form) ? [form] : [form, respell(form)];
    // What is a key but no word may be what a loose cut has left of another word.
    const isKey = (one) => (lookup(one) ?? lookup(key(one))) !== undefined;
    const own = irregular.has(form) ? undefined : whole.find((one) => isKey(one) && isUsed(one));
    const spelling = own && spelled(own).find(isWord);
    if (spelling) return { keys: lookup(spelling), how: "word" };
    if (lookup.isWaiting()) return undefined;
    let keys = own ? unique([...keysOf(readings(form)[0]), key(own)]) : unique(readings(form).flatMap(keysOf));
    // The base of forms that the texts have, though it stands in none.
    if (!keys.length && !lookup.isWaiting() && form.length >= LONG) {
      keys = unique(further(form).filter(isWord).flatMap(lookup));
    }
    return keys.length ? { keys, how: "word" } : undefined;
  };
}
