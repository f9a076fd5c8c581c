/* The piece of a page that shows why it was found, and the sections in which more of it lies. */

import { unkeyed } from "./index.js";

const LENGTH = 28;
/* So many words stand before the first found one where there is room. */
const BEFORE = 5;
const MOST_SECTIONS = 3;
const REFERENCES = "references";

/** The words of a page's text without keys; places of found words count these. */
export const wordsOf = (fragment) => fragment.content.split(/\s+/u).map(unkeyed);

/**
 * Pieces {text, marked} of the stretch that holds most of the found words, between two places of a page's words.
 * Where nothing was found there, its beginning.
 */
export function excerpt(words, places, from = 0, to = words.length) {
  const inside = [...places.keys()].filter((place) => place >= from && place < to).sort((one, other) => one - other);
  const start = Math.max(from, Math.min(best(inside, places) - BEFORE, to - LENGTH));
  const end = Math.min(to, start + LENGTH);
  const pieces = [];
  if (start > from) add(pieces, "… ", false);
  for (let place = start; place < end; place++) {
    addWord(pieces, words[place], places.has(place));
    if (place + 1 < end) add(pieces, " ", false);
  }
  if (end < to) add(pieces, " …", false);
  return pieces;
}

/** The pieces of a line whose words still carry their keys; those with one of `keys` are marked. */
export function line(text, keys) {
  const pieces = [];
  for (const word of text.split(/\s+/u)) {
    const own = word.match(/ξ[^\s^]*?ω/gu) ?? [];
    addWord(pieces, unkeyed(word), own.some((key) => keys.has(key)));
    add(pieces, " ", false);
  }
  return pieces;
}

/** The sections of a page with most found words: {id, title, excerpt}, in the page's order. */
export function sections(fragment, words, places) {
  const anchors = fragment.anchors
    .filter((anchor) => /^h[2-4]$/u.test(anchor.element) && anchor.text.trim())
    .sort((one, other) => one.location - other.location);
  const found = anchors.map((anchor, number) => {
    const end = anchors[number + 1]?.location ?? words.length;
    const inside = [...places].filter(([place]) => place >= anchor.location && place < end);
    const heading = unkeyed(anchor.text).trim();
    const body = anchor.location + heading.split(/\s+/u).length;
    return { anchor, heading, body, end, inside, terms: new Set(inside.map(([, term]) => term)).size };
  });
  return found
    .filter(({ anchor, inside }) => inside.length && anchor.id !== REFERENCES)
    .sort((one, other) => other.terms - one.terms || other.inside.length - one.inside.length)
    .slice(0, MOST_SECTIONS)
    .sort((one, other) => one.anchor.location - other.anchor.location)
    .map(({ anchor, heading, body, end }) => ({
      id: anchor.id,
      title: heading,
      excerpt: excerpt(words, places, Math.min(body, end), end),
    }));
}

/** Where the list of references begins, which shows least what a page says; else the end. */
export const endOfText = (fragment, words) =>
  fragment.anchors.find((anchor) => anchor.id === REFERENCES)?.location ?? words.length;

/** Where the stretch begins that holds the most different found words, then the most found words. */
function best(inside, places) {
  let [found, most] = [inside[0] ?? 0, 0];
  for (const first of inside) {
    const stretch = inside.filter((place) => place >= first && place < first + LENGTH - BEFORE);
    const worth = new Set(stretch.map((place) => places.get(place))).size * LENGTH + stretch.length;
    if (worth > most) [found, most] = [first, worth];
  }
  return found;
}

/** Adds a word; the signs around it are not marked. */
function addWord(pieces, word, marked) {
  const [, before, core, after] = /^([^\p{L}\p{N}]*)(.*?)([^\p{L}\p{N}\p{M}]*)$/su.exec(word);
  add(pieces, before, false);
  add(pieces, core, marked);
  add(pieces, after, false);
}

/** Adds to the last piece what is marked like it. */
function add(pieces, text, marked) {
  if (!text) return;
  const last = pieces.at(-1);
  if (last?.marked === marked) last.text += text;
  else pieces.push({ text, marked });
}
