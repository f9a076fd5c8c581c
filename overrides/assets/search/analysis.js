/* From a word of a query to its keys. What the lexicon has, it has from Python (text/analysis.py); what it lacks is
   guessed by rules and tables of the language, and a guess counts only where the lexicon backs it. */

import { Missing } from "./missing.js";
import { fold, spellings } from "./words.js";

/* Loaded by those who read the language. */
const GUESSERS = {
  en: async () => (await import("./english.js")).english,
  he: async () => (await import("./hebrew.js")).hebrew,
  nb: async () => (await import("./norwegian.js")).norwegian,
};
const plain = () => (form, look) => look(form) && { keys: look(form), how: "word" };
const UNKNOWN = { keys: [], how: "none", known: false };

/** The reader of a language. `lookup` may throw Missing: then load that chunk and read again. */
export async function analyser(language, tables, lookup) {
  const guess = ((await GUESSERS[language]?.()) ?? plain)(tables);

  const readForm = (written) => {
    const form = fold(written);
    // Folding can leave nothing of a word of signs.
    if (!form) return UNKNOWN;
    if (lookup.isWord(form)) return { keys: lookup(form), how: "word", known: true };
    const guessed = whole(lookup, (patient) => guess(form, patient, written));
    return guessed ? { ...guessed, known: true } : UNKNOWN;
  };

  const read = (word) => {
    const found = spellings(word).map(readForm);
    const known = found.filter((one) => one.known);
    if (!known.length) return UNKNOWN;
    return { ...known[0], keys: unique(known.flatMap((one) => one.keys)) };
  };

  return { read };
}

const unique = (list) => [...new Set(list)];

/* A guess looks in many places, none of which depends much on the others: whatever is not there yet is taken for
   absent at first, so that all of it is missed at once and can be loaded together. */
function whole(lookup, guess) {
  const missing = [];
  const patiently =
    (look) =>
    (form) => {
      try {
        return look(form);
      } catch (error) {
        if (!(error instanceof Missing)) throw error;
        missing.push(error.form);
        return undefined;
      }
    };
  const patient = patiently(lookup);
  patient.isWord = patiently(lookup.isWord);
  patient.isWaiting = () => missing.length > 0;
  const found = guess(patient);
  if (missing.length) throw new Missing(...new Set(missing));
  return found;
}
