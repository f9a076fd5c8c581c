/* Search: from a query to what is shown. */

import { beside, raised, withNames } from "./about.js";
import { concept, named, table, within } from "./concepts.js";
import { endOfText, excerpt, line, sections, wordsOf } from "./excerpt.js";
import { counts, narrowed } from "./facets.js";
import { indexOf, unkeyed } from "./index.js";
import { byWorth, LITERAL, rank } from "./rank.js";
import { withFinal } from "./words.js";

const ELSEWHERE = 5;

/* What has the words themselves stands before what has another name of their concept, and before a near match, unless
   that is so much better: less so if it has less of what is asked. */
const OTHER_NAME = 0.8;
const NEAR = { telling: 0.4, faint: 0.1 };

function inOrder(pages) {
  const isAnySure = pages.some(({ how }) => how !== "near");
  const promise = ({ how, score, isTelling }) => {
    if (how === "concept") return score * OTHER_NAME;
    return isAnySure && how === "near" ? score * (isTelling ? NEAR.telling : NEAR.faint) : score;
  };
  return pages
    .map((page) => ({ page, id: page.id, score: promise(page) }))
    .sort(byWorth)
    .map(({ page }) => page);
}

/** Loads what the first search needs. */
export async function suggest(language) {
  await (await indexOf(language)).engine();
}

/**
 * Searches the pages of a language. Resolves to {query, language, total, results, concepts, corrections, elsewhere,
 * facets}. Rejects when the index can't be loaded.
 *
 * - `limit`: so many of `results` are made; `total` says how many there are.
 * - `filters`: {kind: [..], concept: [..], scheme: [..], year: [..], original: [..]}; any of the values of each.
 * - `withFacets`: also count what the results could be narrowed to by each filter.
 */
export async function search(query, { language, limit = 20, filters = {}, withFacets = false }) {
  const index = await indexOf(language);
  const ranked = await rank(query, index);
  const { keys, sequence, corrections } = ranked;
  // What may be a slip of a concept's name is not its name; what is written as one is, in whatever language.
  const isGuess = corrections.length > 0;
  const ids = await named(query, isGuess ? [] : sequence, language);
  const concepts = await all(ids.map((id) => concept(id, language)));
  const meant = ids.length || !isGuess ? ids : await named(query, sequence, language);
  const about = meant.length
    ? await withNames(ranked, meant, query, index, ids.length ? "concept" : "near")
    : await raised(ranked, await within(sequence, language), index);
  const pages = inOrder(beside(about, index));
  const chosen = await narrowed(pages, filters, index);
  const results = await Promise.all(chosen.slice(0, limit).map((page) => result(page, keys, index)));
  const isFound = concepts.length || pages.some((page) => page.how !== "near" && page.how !== "spelling");
  return {
    query,
    language,
    total: chosen.length,
    results,
    concepts,
    corrections: corrected(query, corrections),
    elsewhere: isFound ? [] : await elsewhere(query, language),
    facets: withFacets ? await counts(pages, filters, index) : {},
  };
}

async function result({ id: page, how, places, data }, keys, index) {
  const { kind } = index.pages.get(page);
  const fragment = await index.load(data);
  const words = wordsOf(fragment);
  return {
    url: fragment.url,
    title: unkeyed(fragment.meta.title),
    how,
    kind,
    id: /([^/]*)\/$/u.exec(fragment.url)[1],
    language: index.language,
    excerpt: shown(fragment, words, places, keys),
    sections: sections(fragment, words, places).map(({ id: anchor, ...section }) => ({
      url: `${fragment.url}#${encodeURIComponent(anchor)}`,
      ...section,
    })),
  };
}

/** The excerpt of a page: from its text rather than from its references; its description if neither says why. */
function shown(fragment, words, places, keys) {
  const end = endOfText(fragment, words);
  const { description } = fragment.meta;
  if ([...places.keys()].some((place) => place < end)) return excerpt(words, places, 0, end);
  if (places.size || !description) return excerpt(words, places);
  return line(description, keys);
}

/** What other languages have where the reader's has nothing. */
async function elsewhere(query, language) {
  const { known } = await table();
  // A word in one script is looked for in the languages that are written in it; Latin ones stand in texts of all.
  const isLatin = !/(?!\p{Script=Latin})\p{L}/u.test(query);
  const fits = ({ script }) => isLatin || new RegExp(`\\p{Script=${script}}`, "u").test(query);
  const others = Object.keys(known).filter((code) => code !== language && fits(known[code]));
  const found = await all(
    others.map(async (code) => {
      const index = await indexOf(code);
      const { pages, keys } = await rank(query, index, LITERAL);
      const sure = pages.filter((page) => page.how === "word").slice(0, ELSEWHERE);
      return Promise.all(sure.map((page) => result(page, keys, index)));
    }),
  );
  return found.flat();
}

/** What has come of several tasks; one that fails leaves the others as they are. */
const all = async (tasks) =>
  (await Promise.allSettled(tasks)).filter((one) => one.status === "fulfilled").map((one) => one.value);

/** The query as it may have been meant: with the likeliest form of each misspelt word, then with each other form. */
function corrected(query, corrections) {
  const likeliest = new Map();
  for (const one of corrections) if (!likeliest.has(one.spans)) likeliest.set(one.spans, one);
  const mended = (words) =>
    [...words.values()]
      .flatMap(({ spans, form }) => spans.map(([start, end]) => ({ start, end, form })))
      .sort((one, other) => other.start - one.start)
      .reduce((text, { start, end, form }) => text.slice(0, start) + withFinal(form) + text.slice(end), query);
  return [...new Set(corrections.map((one) => mended(new Map([...likeliest, [one.spans, one]]))))];
}

/** Everything that a query finds, as one list, best first: [{url, title, excerpt (HTML), how}]. */
export async function list(query, { language, limit = 20 }) {
  const { results, concepts, elsewhere: others } = await search(query, { language, limit });
  const shown = new Map();
  const add = (one) => {
    if (!shown.has(one.url)) shown.set(one.url, one);
  };
  const entry = ({ url, title, description }) => add({ url, title, excerpt: escaped(description), how: "concept" });
  for (const { url, label, definition } of concepts) entry({ url, title: label, description: definition });
  const flat = results.map(({ url, title, excerpt: pieces, how }) => ({ url, title, excerpt: html(pieces), how }));
  flat.forEach(add);
  for (const one of concepts) [...one.summaries, ...one.others].forEach(entry);
  for (const { url, title, excerpt: pieces, how } of others) add({ url, title, excerpt: html(pieces), how });
  for (const one of concepts) {
    for (const { translations } of [...one.summaries, ...one.others]) translations.forEach(entry);
  }
  return [...shown.values()];
}

const html = (pieces) =>
  pieces.map(({ text, marked }) => (marked ? `<mark>${escaped(text)}</mark>` : escaped(text))).join("");

const ENTITIES = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };
const escaped = (text) => text.replace(/[&<>"']/gu, (sign) => ENTITIES[sign]);
