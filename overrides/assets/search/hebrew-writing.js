/* How one Hebrew word may be written: with gershayim, with points, with or without the letters ו and י. */

import { fold, foldFinals, unpoint } from "./words.js";

const ACRONYM = /^([א-ת]+)(?:["\u201c-\u201f\u05f4]|['\u2018\u2019\u201b\u05f3]{2})([א-ת])(?:ימ|ות|ית|יימ|יות)?$/u;

const POINTED = /([א-ת])([\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7]*)/gu;
const [HIRIQ, HOLAM, QUBUTS, DAGESH] = ["\u05b4", "\u05b9", "\u05bb", "\u05bc"];

/* With fewer letters too many words differ in nothing else (שיר, שור, שר). */
const SHORTEST = 4;

/** An acronym without its ending, as {head, base}: the letters before the mark, and all. Else undefined. */
export function acronym(written) {
  const match = ACRONYM.exec(foldFinals(unpoint(written.normalize("NFKC"))));
  return match && { head: match[1], base: match[1] + match[2] };
}

/** A pointed word as it is written without points: with the ו and י that they stand for. Else undefined. */
export function plene(written) {
  const letters = [...written.normalize("NFD").matchAll(POINTED)];
  const full = letters.map(([, letter, points], at) => {
    const [, next = "", nextPoints = ""] = letters[at + 1] ?? [];
    if (points.includes(QUBUTS) || (points.includes(HOLAM) && letter !== "ו" && next !== "ו")) return `${letter}ו`;
    return points.includes(HIRIQ) && next !== "י" && nextPoints.includes(DAGESH) ? `${letter}י` : letter;
  });
  return letters.some(([, , points]) => points) ? fold(full.join("")) : undefined;
}

/** A form with one ו or י more or less within. */
export function otherwise(form) {
  const found = [];
  if (form.length < SHORTEST) return found;
  // Behind מ they tell who does from who is done to (מטפל, מטופל); only a double letter is mere spelling there.
  const isStrict = form.startsWith("מ");
  for (let at = 1; at < form.length; at++) {
    for (const letter of "וי") {
      const isDouble = form[at] === letter || form[at - 1] === letter;
      if (!isDouble && isStrict) continue;
      found.push(form.slice(0, at) + letter + form.slice(at));
    }
    if (isStrict && form[at] !== form[at - 1]) continue;
    const isInside = at < form.length - 1 && form.length > SHORTEST;
    if (isInside && "וי".includes(form[at])) found.push(form.slice(0, at) + form.slice(at + 1));
  }
  return [...new Set(found)];
}
