/* English words that the lexicon lacks: singular and British spelling as in text/english.py, then the stem (Porter's
   second algorithm, as the Snowball stemmer has it), which leads to the family of a word. */

import { unaccented } from "./words.js";

// Shorter words have no such ending: size, prize.
const Z = /([\p{L}\p{N}_]{3}[iy])z(?=(?:e|ed|es|er|ers|ing|ation|ations|ational|able)$)/u;
// Endings beyond those that the stem lacks: behind these the lexicon must have what is left as a word.
const FAMILY = /(?:is|ist|ism|ment|ness|less|ship|hood|ful|er|or)$/;
const LEAST = 4;
// What text/english.py takes for the plural of a word in -s, for Greek ae and oe, for a superlative.
const PLURAL_SES = /([\p{L}\p{N}_][aiu]s)es$/u;
const GREEK = /(?:ae(?=[bcdgmnst])|oe(?=[bcdmnst]))(?=[\p{L}\p{N}_]{2})/gu;
const SUPERLATIVE = /(?<=[\p{L}\p{N}_]{2})(?:(i)|([bdgmnpt])\2)?est$/u;

/** The singular of a regular plural; a verb's -s goes too: it looks the same. */
function cutPlural(word) {
  if (/[^s]ses$/u.test(word)) return word.slice(0, -1);
  if (/..ies$/u.test(word)) return `${word.slice(0, -3)}y`;
  if (/.(?:[sxz]|[cs]h|[^a]o)es$/u.test(word)) return word.slice(0, -2);
  return /.[^sui]s$/u.test(word) ? word.slice(0, -1) : word;
}

/* Suffix → what takes its place, for steps 2, 3 and 4, longest first. */
const pairs = (text) => text.split(" ").map((pair) => pair.split(":"));
const STEP_2 = pairs(
  "ational:ate fulness:ful iveness:ive ization:ize ousness:ous biliti:ble lessli:less tional:tion alism:al aliti:al " +
    "ation:ate entli:ent fulli:ful iviti:ive ousli:ous ogist:og abli:able alli:al anci:ance ator:ate enci:ence izer:ize " +
    "bli:ble ogi:og li:",
);
const STEP_3 = pairs("ational:ate tional:tion alize:al ative: icate:ic iciti:ic ical:ic ness: ful:");
const STEP_4 = "ement ance ence able ible ment ant ent ism ate iti ous ive ize ion al er ic".split(" ");
const SPECIAL = new Map(
  pairs(
    "skis:ski skies:sky idly:idl gently:gentl ugly:ugli early:earli only:onli singly:singl sky:sky news:news howe:howe " +
      "atlas:atlas cosmos:cosmos bias:bias andes:andes",
  ),
);

const VOWEL = /[aeiouy]/;
const isShort = (word) => /(?:[^aeiouy][aeiouy][^aeiouywxY]|^[aeiouy][^aeiouy]|past)$/.test(word);

/** Where R1 begins, or R2 if R1's beginning is given: behind the first consonant after a vowel. */
function region(word, from = 0) {
  const found = /[aeiouy][^aeiouy]/.exec(word.slice(from));
  return found ? from + found.index + 2 : word.length;
}

/** The stem of a small English word. */
export function stem(word) {
  if (SPECIAL.has(word)) return SPECIAL.get(word);
  if (word.length < 3) return word;
  // A y that is a consonant.
  let now = word.replace(/^y/, "Y").replace(/([aeiouy])y/g, "$1Y");
  const head = /^(?:gener|commun|arsen|past|univers|later|emerg|organ|inter)/.exec(now);
  const r1 = head ? head[0].length : region(now);
  const r2 = region(now, r1);
  const without = (ending) => now.slice(0, now.length - ending.length);

  if (now.endsWith("sses")) now = now.slice(0, -2);
  else if (/ie[ds]$/.test(now)) now = now.slice(0, now.length > 4 ? -2 : -1);
  else if (/[^us]s$/.test(now) && VOWEL.test(now.slice(0, -2))) now = now.slice(0, -1);

  const past = /(eed|ed|ing)(?:ly)?$/.exec(now);
  if (past?.[1] === "eed") {
    if (past.index >= r1 && !/^(?:succ|proc|exc)eed/.test(now)) now = `${now.slice(0, past.index)}ee`;
  } else if (past) {
    const before = now.slice(0, past.index);
    if (past[0] === "ing" && /^[^aeiouy]y$/.test(before)) now = `${before[0]}ie`;
    else if (past[0] === "ing" && /^(?:inn|out|cann|herr|earr|even)$/.test(before)) return now;
    else if (VOWEL.test(before)) {
      if (/(?:at|bl|iz)$/.test(before)) now = `${before}e`;
      else if (/(bb|dd|ff|gg|mm|nn|pp|rr|tt)$/.test(before)) now = /^[aeo]..$/.test(before) ? before : before.slice(0, -1);
      else now = before.length <= r1 && isShort(before) ? `${before}e` : before;
    }
  }

  if (/.[^aeiouy][yY]$/.test(now)) now = `${now.slice(0, -1)}i`;

  for (const table of [STEP_2, STEP_3]) {
    const rule = table.find(([ending]) => now.endsWith(ending));
    if (!rule) continue;
    const [ending, instead] = rule;
    const before = without(ending);
    if (before.length < r1) continue;
    if (ending === "li" && !/[cdeghkmnrt]$/.test(before)) continue;
    if (ending === "ogi" && !before.endsWith("l")) continue;
    if (ending === "ative" && before.length < r2) continue;
    now = before + instead;
  }

  const ending = STEP_4.find((one) => now.endsWith(one));
  if (ending) {
    const before = without(ending);
    if (before.length >= r2 && (ending !== "ion" || /[st]$/.test(before))) now = before;
  }

  const last = now.length - 1;
  if (now.endsWith("e") && (last >= r2 || (last >= r1 && !isShort(now.slice(0, -1))))) now = now.slice(0, -1);
  else if (now.endsWith("ll") && last >= r2) now = now.slice(0, -1);
  return now.toLowerCase();
}

/** Prepares the tables; gives what guesses a folded word's keys. */
export function english(tables) {
  const whole = new Map(Object.entries(tables.whole));
  const irregular = new Map(Object.entries(tables.irregular));
  const uncut = new Set(tables.uncut.split(/\s+/));
  const apart = new Set(tables.apart.split(/\s+/));
  const strong = new Map();
  for (const [verb, forms] of Object.entries(tables.strong)) {
    for (const one of forms.split(" ")) strong.set(one, [...(strong.get(one) ?? []), verb]);
  }
  const noSuperlative = new Set(tables.no_superlative.split(/\s+/));
  const spellings = Object.entries(tables.spellings);

  /** The British spelling, by which both are compared. */
  function british(word) {
    if (whole.has(word)) return whole.get(word);
    const found = spellings.find(([american]) => word.startsWith(american));
    return (found ? found[1] + word.slice(found[0].length) : word).replace(Z, "$1s");
  }

  function singular(word) {
    if (irregular.has(word)) return irregular.get(word);
    return uncut.has(word) || word.endsWith("ics") ? word : cutPlural(word);
  }

  /** The adjectives that a superlative may be of: loneliest, safest, biggest. */
  function positives(form) {
    const match = SUPERLATIVE.exec(form);
    if (!match || noSuperlative.has(form)) return [];
    const stem = form.slice(0, match.index);
    if (match[1]) return [`${stem}y`];
    return match[2] ? [stem + match[2], stem + match[2] + match[2]] : [stem, `${stem}e`];
  }

  return (form, lookup) => {
    const base = singular(british(form));
    const keysOf = (forms) => [...new Set(forms.flatMap((one) => lookup(one) ?? []))];
    const whole = apart.has(base) || uncut.has(base);
    const stemmed = whole ? base : stem(base);
    // The singular of what ends in -oses is in -osis.
    const others = [...(strong.get(form) ?? []), form.replace(PLURAL_SES, "$1"), unaccented(base), base.replace(GREEK, "e")];
    const spelled = others.filter((one) => one !== form && one !== base).flatMap((one) => [one, stem(one)]);
    // What is nearer than the stem: carefully is of careful, and only then of care.
    const near = base.replace(/ful(?:ly|ness)$/, "ful");
    const keys = keysOf([form, base, near, stemmed, base.replace(/se$/, "sis"), ...spelled]);
    if (keys.length) return { keys, how: "word" };
    const positive = positives(form).filter((one) => one.length >= LEAST && lookup(one));
    if (positive.length) return { keys: keysOf(positive), how: "word" };

    if (whole) return undefined;
    const [ending = ""] = FAMILY.exec(stemmed) ?? [];
    const left = stemmed.slice(0, stemmed.length - ending.length);
    const single = left.replace(/([^aeiou])\1$/, "$1");
    // -er and -or end too many words of their own: corner, flower.
    const isAgent = /[eo]r$/.test(ending);
    const least = isAgent && left === single ? LEAST + 1 : LEAST;
    const candidates = ending ? [left, single, `${left}e`, `${left}y`] : [];
    if (!isAgent) candidates.push(left.replace(/t$/, ""), base.replace(/(?:ly|ness)$/, ""));
    const member = candidates.find((one) => one.length >= least && lookup(one));
    return member && { keys: lookup(member), how: "part" };
  };
}
