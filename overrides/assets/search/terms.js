/* What a query's words may mean, each as a list of keys to look for. */

import { fold, LINKS, words } from "./words.js";

/** How sure it is that a page holds what was asked for, best first. */
export const TIERS = ["word", "concept", "start", "spelling", "near"];

const MOST_WORDS = 16;
const MOST_KEYS = 4;
const POSSIBLE = 0.45;
/* What may stand between the parts of a compound. */
const BINDING = { nb: ["", "s", "e"] };

const START = { count: 8, shortest: { he: 3, other: 4 }, weight: 0.6 };
const NEAR = { count: 5, spelling: 0.7, near: 0.5 };

/**
 * The words of a query, as {asked, sequence}. `asked` are those that say something, each once, as {text, spans,
 * place, form, keys, known, choices}; `spans` are where it stands, [start, end], and `choices` what it is looked for
 * as, {key, weight, how}, none for a word that the site does not have. `sequence` are the best keys of all words.
 */
export async function terms(query, index) {
  const found = words(query, index.language).filter(isNoParticle).slice(0, MOST_WORDS);
  const read = await Promise.all(found.map((word, place) => term(word, place, index)));
  await join(read, index);
  const said = read.filter((one) => !index.isGrammar(one.form));
  const distinct = new Map();
  for (const one of said.length ? said : read) {
    const same = distinct.get(best(one));
    if (same) same.spans.push(...one.spans);
    else distinct.set(best(one), one);
  }
  return { asked: [...distinct.values()], sequence: read.map(best) };
}

/** Hebrew particles are also written before what is not Hebrew (ה-PTSD, בWRAP): there they say nothing. */
function isNoParticle({ text, end }, place, all) {
  const next = all[place + 1];
  const touches = next && next.start - end <= 1 && /^[^\u0590-\u05ff]/u.test(next.text);
  return !(touches && /^[והבכלמש]{1,3}$/u.test(text));
}

/** Lets two words be found as the one that others write: vente rom, venterom; co-production, coproduction. */
async function join(read, index) {
  for (let at = 1; at < read.length; at++) {
    const pair = [read[at - 1], read[at]];
    for (const binding of BINDING[index.language] ?? [""]) {
      const form = pair.map((one) => one.form).join(binding);
      const keys = await index.lexicon.reading(() => index.lexicon.lookup.isWord(form) && index.lexicon.lookup(form));
      if (keys) for (const one of pair) one.choices.push({ key: keys[0], weight: 1, how: "word" });
    }
  }
}

const best = ({ keys, form }) => keys[0] ?? form;

async function term({ text, start, end }, place, index) {
  const { keys, how, known, parts: guessed = [] } = await index.read(text);
  const listed = keys.length ? await index.lexicon.reading(() => index.lexicon.parts(keys[0])) : [];
  const parts = new Set([...guessed, ...listed]);
  const choices = keys.slice(0, MOST_KEYS).map((key, rank) => {
    // What only has a part of the compound is not what was asked for.
    const isPart = how === "part" || parts.has(key);
    const sure = how === "spelling" ? how : "word";
    return { key, weight: (rank ? POSSIBLE : 1) * (isPart ? POSSIBLE : 1), how: isPart ? "near" : sure };
  });
  return { text, spans: [[start, end]], place, form: fold(text), keys, known: known && how !== "part", choices };
}

/** A word of capitals, or with gershayim before its last letter: it is complete, and no slip of a longer one. */
export const isAcronym = (text) =>
  /^\p{Lu}[\p{Lu}\p{N}]+$/u.test(text) || /^\p{L}+(?:["״”“„‟]|''|׳׳)\p{L}$/u.test(text);

/** The words that begin as a word that is being typed. */
export async function started({ text, form }, index) {
  const shortest = START.shortest[index.language] ?? START.shortest.other;
  if (form.length < shortest || isAcronym(text)) return [];
  const forms = await index.lexicon.beginning(form, START.count);
  return asChoices(forms.map((one) => ({ keys: index.lexicon.lookup(one) })), () => ["start", START.weight]);
}

/** The words that a word may be a slip of; `forms` are those, for "did you mean". */
export async function resembling({ text, form }, index) {
  if (isAcronym(text)) return { choices: [], forms: [] };
  const alike = await index.lexicon.near(form, NEAR.count);
  const choices = asChoices(alike, ({ isSpelling }) =>
    isSpelling ? ["spelling", NEAR.spelling] : ["near", NEAR.near],
  );
  // What is only a key may be no word.
  return { choices, forms: alike.filter((one) => one.isWord).map((one) => one.form) };
}

function asChoices(readings, judge) {
  const found = new Map();
  for (const reading of readings) {
    const [how, weight] = judge(reading);
    const [key] = reading.keys;
    if (!found.has(key)) found.set(key, { key, weight, how });
  }
  return [...found.values()];
}

/** A test for words of grammar, by a language's tables. */
export function grammar(tables) {
  const listed = [tables.grammar ?? "", ...Object.values(tables.closed ?? {})].join(" ");
  const closed = new Set(listed.split(/\s+/u).filter(Boolean).map(fold));
  return (form) =>
    closed.has(form) || LINKS.some((link) => form.startsWith(link) && closed.has(form.slice(link.length)));
}
