/* Hebrew words that the lexicon lacks: particles and endings are cut, as in text/hebrew.py, down to words it has. */

import { acronym, otherwise, plene } from "./hebrew-writing.js";
import { fold, LINKS } from "./words.js";

const PARTICLES = new Set(
  ["", "ו"].flatMap((link) =>
    ["", "ש", "כש", "לכש", "מש", "בש"].flatMap((that) =>
      ["", "ה", "ב", "כ", "ל", "מ", "מה"].map((place) => link + that + place),
    ),
  ),
);
const LONGEST = Math.max(...[...PARTICLES].map((one) => one.length));
const LINKED = new Set(["", ...LINKS]);
// Letters a noun has at least; from how many on little need speak for a cut; from how many on nothing.
const SHORTEST = 3;
const LONG = 4;
const SURE = 5;

// Endings of forms that never take the article.
const NEVER_DEFINITE = new Set(["construct", "possessive", "possessive_plural"]);

// Particles that prove a noun. מ begins participles too and ש verbs (מקבל, שקיבל).
const PROVING = "הבכל";
// Behind any of these an inflected form proves its base.
const LETTERS = "הבכלומש";
// Many words begin with these by nature, few with the article or with several: so much more must speak for a cut.
const RISK = { כ: 1, מ: 1, ש: 0.5, מש: 0.5, בש: 0.5 };
const SAFE = /ה$|^ו.|^ש.|^ל?כש/u;

// "My": texts have adjectives that look alike (חברתי).
const PERSONAL = [["תי", "possessive", ["ה", "ת"]]];
// No other words end so.
// Somebody's, of a plural in -ים.
const OWNED = /^(.+?)י(?:ו|ה|כ|י|המ|הנ|נו|כמ|כנ)?$/u;
// The other gender of what people are: נוצרים, נוצרית.
const PEOPLE = /^(.{3,}[^נ]|.{3,}[^ו]נ)י(?:ת|ות|ה|יה)$/u;
const UNMISTAKABLE = new Set(["יהמ", "יהנ", "ינו", "יכמ"]);
// Of forms of one word for certain.
const CERTAIN = new Set(["plural", "plural_or_abstract", "construct", "possessive", "possessive_plural"]);
const OF_SEGOLATES = new Set(["ימ", "י", "יו", "יהמ", "יהנ", "ינו", "יכמ", "יי"]);
// Somebody's, behind the י of an irregular plural: קשיי+נו.
const PERSON = /י(?:[כהו]|נו|המ|הנ|כמ|כנ)$/u;

// With one ו these are other words: רווחה and רוח, טווח and בטוח.
const DOUBLE_STAYS = /[רט]ווח/u;

// What may follow an acronym: מנכ״לית, למתנ״סים.
const ACRONYM_ENDINGS = ["ימ", "ות", "ית", "יימ", "יות"];

const folded = (text) => text.trim().split(/\s+/u).map(fold);
const transposed = (rows) => rows[0].map((_, at) => rows.map((row) => row[at]));
const unique = (list) => [...new Set(list)];

/** What two spellings of one form share: חוויה and חויה, מחויבות and מחוייבות. */
function key(rest) {
  const simple = rest.replaceAll("יי", "י");
  return DOUBLE_STAYS.test(simple) ? simple : simple.replaceAll("וו", "ו");
}

/** Has a form in ה the shape of a participle: מורה, אופה? */
const isParticiple = (form) => "מנ".includes(form[0]) || form[1] === "ו";

/** The commonest forms of a form; of every form of one shape the same number. */
function inflected(form) {
  const stem = form.slice(0, -1);
  if (form.endsWith("ה")) return [`${stem}ת`, `${stem}ות`, isParticiple(form) ? `${stem}ימ` : `${stem}אות`];
  if (form.endsWith("א")) return [`${form}ימ`, `${form}ות`, `${stem}ות`];
  if (form.endsWith("ת")) return [`${stem}ות`, `${stem}יות`, `${form}ימ`];
  return [`${form}ימ`, `${form}ות`, `${form}י`];
}

/** A form bare and behind particles. */
const anywhere = (form) => [form, ...[...LETTERS].flatMap((one) => [one + form, `ו${one}${form}`])];

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
    // -ים and what else begins with י stands for -ה in participles (מתחרה, רואה), not in other nouns in ה, whose
    // plural is -ות.
    if (ending[0] === "י" && form.endsWith("ה") && !isParticiple(form)) return false;
    // -נית is the feminine of people in -ן (שחקנית), not of things in -ון (ביטחונית).
    if (ending[0] === "נ" && kind === "doubtful" && form.endsWith("ונ")) return false;
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
      // טפסים, כמרים: the vowel of טופס, כומר is gone.
      const stem = rest.slice(0, rest.length - ending.length);
      const form = `${stem[0]}ו${stem.slice(1)}`;
      if (stem.length === SHORTEST && !"וי".includes(stem[1]) && OF_SEGOLATES.has(ending)) {
        if (!found.has(form)) found.set(form, { key: form, kind: "doubtful", form, ending });
      }
    }
    return [...found.values()];
  }

  /** Keys of what a base is itself a form of: the masculine of an adjective, the singular of תקוות+יהם. */
  function onward(base) {
    const stem = base.key.slice(0, -1);
    if (base.key.endsWith("ית")) return unlike.has(`${base.key} ${stem}`) || closed.has(stem) ? [] : [stem];
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
      if (closed.has(rest) && LINKED.has(form.slice(0, length)) && (!length || !isWhole(form))) return key(rest);
    }
    return "";
  }

  return function guess(form, lookup, written) {
    const { isWord } = lookup;
    const hasWord = (written) => spelled(written).some(isWord);

    /** Does enough speak for a form: endings and particles with which the lexicon has it? */
    function isAmong(written, enough, isWide = true) {
      const spellings = spelled(written);
      const count = (groups) => groups.filter((forms) => forms.some(isWord)).length;
      const groups = transposed(spellings.map(inflected));
      let inflections = count(groups);
      // Forms behind particles lie all over the lexicon: they are asked for only where that matters.
      if (inflections >= enough || lookup.isWaiting()) return inflections >= enough;
      if (isWide) inflections = count(groups.map((forms) => forms.flatMap(anywhere)));
      if (inflections >= enough) return true;
      const behind = [...PROVING].map((one) => spellings.flatMap((rest) => [one + rest, `ו${one}${rest}`]));
      return inflections + count(behind) >= enough;
    }

    /** Does a text have the form, bare or behind particles? */
    const isSeen = (written) => spelled(written).flatMap(anywhere).some(isWord);

    /** May the form be meant, which is what a cut leaves? The shorter it is, the more must speak for it. */
    function isBacked(written, risk, ending = "") {
      const simple = key(written);
      if (ofGrammar(written)) return false;
      // "His" and "our" and what has more letters is seldom a word's own.
      const isOwned = ending === "ו" || ending.length > 1;
      // An ending that no other word has is told from the word by the letters that are written (דיירי).
      const isTold = isOwned || ending === "י";
      const isWide = ending !== "" || risk <= 0;
      const length = short.has(written) ? SHORTEST : (isTold ? written : simple).length;
      if (length <= SHORTEST && written !== simple && !isWord(written)) return false;
      if (hasWord(written)) {
        const more = length >= LONG ? 0 : length === SHORTEST ? (isOwned ? 0 : 2) * (risk > 0) : 2;
        return length >= SURE || isAmong(written, Math.floor(risk + more), isWide);
      }
      if (lookup(simple) === undefined) return false;
      if (length >= SURE && risk < 2) return isUsed(written);
      const more = length >= LONG || UNMISTAKABLE.has(ending) ? 0 : isOwned ? 1 : 2;
      return isAmong(written, Math.max(risk, 1) + more, isWide);
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
        if (base.kind === "doubtful" && found.length) continue;
        if (particles.endsWith("ה") && NEVER_DEFINITE.has(base.kind)) continue;
        if (isLed(base, risk, particles, rest)) {
          found.push(...(lookup(base.key) ?? []), ...onward(base).flatMap((one) => lookup(one) ?? []));
        }
      }
      found.push(...ofPlural({ particles, rest }));
      return unique(found);
    }

    /** Keys of the plural that a plural's owner follows: דיירי+הם is of דיירים, whatever else is known of it. */
    function ofPlural({ particles, rest }) {
      if (particles in RISK && rest.length <= SURE) return [];
      const [, stem] = PEOPLE.exec(rest) ?? OWNED.exec(rest) ?? [];
      if (!stem || stem.length < (stem.endsWith("י") ? SURE : SHORTEST) || particles.endsWith("ה")) return [];
      const plurals = unique([`${stem}ימ`, ...(stem.endsWith("י") ? [`${stem}מ`] : [])].flatMap(spelled));
      const found = plurals.flatMap((plural) => anywhere(plural).filter((one) => isOf(one, plural)));
      const keys = found.flatMap((one) => lookup(one).filter((it) => it[0] === stem[0]));
      return keys.some((one) => unlike.has(`${key(rest)} ${one}`)) ? [] : keys;
    }

    /** Is a word the form, behind particles or not, by its own keys? */
    function isOf(longer, form) {
      if (!isWord(longer)) return false;
      const keys = lookup(longer);
      return longer === form || [key(form), ...bases(form).map((base) => base.key)].some((one) => keys.includes(one));
    }

    function isLed({ form: base, kind, ending }, risk, particles, rest) {
      if (kind === "irregular") return (risk <= 0 && particles !== "ש") || rest.length >= SURE;
      // Adjectives in -ית have their masculine before them without doubt; but with one form only it may be a noun's.
      const enough = base.endsWith("י") && ending === "ת" ? 1 : 2;
      if (kind === "feminine" || (kind === "doubtful" && ending[0] === "נ")) {
        if (kind === "doubtful" && isSeen(`${base}ימ`)) return true;
        if (base.length <= SHORTEST && !(/[ינ]$/u.test(base) && ending === "ת")) return false;
        if (kind === "doubtful") return isWord(base);
        return isWord(base) ? isAmong(base, enough) : lookup(key(base)) !== undefined && isSeen(`${base}ימ`);
      }
      return isBacked(base, Math.max(risk, 0) + (ending.length > 1 ? 0 : 1), risk > 0 ? "" : ending);
    }

    /** Particles are cut only before what still has letters before the mark. */
    function ofAcronym({ head, base }) {
      for (let length = 0; length < head.length; length++) {
        const rest = base.slice(length);
        const particles = base.slice(0, length);
        // The lexicon does not tell acronyms from words: what a cut leaves must be long enough to be none by chance.
        if (!PARTICLES.has(particles) || (length && rest.length < (particles in RISK ? LONG : SHORTEST))) continue;
        const isItsForm = (one) => isWord(one) && lookup(one).includes(rest);
        const forms = ACRONYM_ENDINGS.flatMap((ending) => anywhere(rest + ending));
        const found = anywhere(rest).find(isWord) ?? forms.find(isItsForm);
        if (found) return { keys: unique([...(lookup(rest) ?? []), ...lookup(found)]), how: "word" };
      }
      return undefined;
    }

    /** Keys of a word that differs by one ו or י, behind particles or with an ending where these leave no doubt. */
    function ofSpelling() {
      if (irregular.has(form) || isBase.has(form)) return undefined;
      const among = (forms) => unique(forms.flatMap(otherwise).filter(isWord));
      const cut = readings(form)
        .filter(({ particles }) => !(particles in RISK))
        .flatMap(({ particles, rest }) => [
          ...(particles ? [rest] : []),
          ...(particles ? [] : bases(rest))
            .filter(({ kind, ending }) => ending?.length > 1 && CERTAIN.has(kind))
            .map((base) => base.form),
        ]);
      const own = among([form]);
      // The base of other forms is as good where the first vowel is the one left out (זכרון, זיכרונות).
      const vowel = ["י", "ו"].map((letter) => form[0] + letter + form.slice(1));
      if (!own.length && form.length >= LONG) own.push(...vowel.filter((one) => lookup(one) && isAmong(one, 1, false)));
      const found = own.length ? own : among(cut);
      return found.length ? { keys: unique(found.flatMap(lookup)), how: "spelling" } : undefined;
    }

    /** Keys of what is "hers": any noun can have this ending, so only a long one is told by it. */
    function ofHers() {
      if (!form.endsWith("ה")) return [];
      const bases = readings(form)
        .map(({ particles }) => form.slice(particles.length, -1))
        .filter((base) => key(base).length >= SURE && !closed.has(key(base)));
      return unique(bases.flatMap((base) => spelled(base).filter(isWord).flatMap(lookup)));
    }

    if (!/[א-ת]/u.test(form)) return lookup(form) && { keys: lookup(form), how: "word" };
    const letters = acronym(written);
    if (letters) return ofAcronym(letters);
    const grammar = ofGrammar(form);
    if (grammar) {
      const keys = lookup(grammar);
      return keys && { keys, how: "word" };
    }
    const full = plene(written);
    if (full && full !== form) {
      const keys = isWord(full) ? lookup(full) : guess(full, lookup, full)?.keys;
      if (keys) return { keys, how: "word" };
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
      const forms = inflected(form);
      const women = /[^ו]נ$/u.test(form) ? [`${form}ית`, `${form}יות`] : [];
      forms.push(...women.filter((one) => !unlike.has(`${one} ${form}`)));
      if (form.length === LONG && form[1] === "ו") forms.push(`${form[0]}${form.slice(2)}ימ`);
      const behind = forms.flatMap((one) => anywhere(one).filter((longer) => lookup(longer)?.includes(key(one))));
      if (!keys.length) keys = unique(behind.filter(isWord).flatMap(lookup));
    }
    if (keys.length) return { keys, how: "word" };
    // What is a key of some word may well be the base of it.
    if (form.length >= LONG && !irregular.has(form) && isKey(form)) {
      return { keys: lookup(form) ?? lookup(key(form)), how: "word" };
    }
    if (lookup.isWaiting()) return undefined;
    const owned = ofHers();
    return owned.length ? { keys: owned, how: "word" } : ofSpelling();
  };
}
