/* Search: from a query to what is shown. */

import { concept, named, otherNames, subjects, table, within } from "./concepts.js";
import { endOfText, excerpt, line, sections, wordsOf } from "./excerpt.js";
import { counts, narrowed } from "./facets.js";
import { indexOf, unkeyed } from "./index.js";
import { byWorth, rank } from "./rank.js";
import { TIERS } from "./terms.js";

const ELSEWHERE = 5;
/* What a page is worth for another name of the concept that is asked for, if it is tagged with it. */
const NAMED = 0.7;
/* What a tag is worth, and to be the concept's own page, as parts of the best page. */
const WORTH = { named: { tag: 0.25, own: 0.25 }, within: { tag: 0.15, own: 0.3 } };

/* How a name is searched that is no reader's typing. */
const LITERAL = { isTyping: false, isForgiving: false };

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
  const { pages: ranked, keys, sequence, corrections } = await rank(query, index);
  // What may be a slip of a concept's name is not its name; what is written as one is, in whatever language.
  const isGuess = corrections.length > 0;
  const ids = await named(query, isGuess ? [] : sequence, language);
  const concepts = await all(ids.map((id) => concept(id, language)));
  const meant = ids.length || !isGuess ? ids : await named(query, sequence, language);
  const pages = meant.length
    ? await withNames(ranked, meant, query, index, ids.length ? "concept" : "near")
    : await raised(ranked, await within(sequence, language), index);
  const chosen = await narrowed(pages, filters, index);
  const results = await Promise.all(chosen.slice(0, limit).map((page) => result(page, keys, index)));
  const isFound = concepts.length || pages.some((page) => page.how !== "near" && page.how !== "spelling");
  return {
    query,
    language,
    total: chosen.length,
    results,
    concepts,
    corrections: corrected(query, corrections, language),
    elsewhere: isFound ? [] : await elsewhere(query, language),
    facets: withFacets ? await counts(pages, filters, index) : {},
  };
}

/** Adds what is tagged with a concept that the query names, and what calls it by another name. */
async function withNames(ranked, ids, query, index, how) {
  const pages = new Map(ranked.map((page) => [page.id, page]));
  const best = ranked[0]?.score ?? 1;
  for (const one of await subjects(ids)) {
    const others = new Map();
    for (const { name, isSame } of await otherNames(one.id, query, index.language)) {
      const { pages: found } = await rank(name, index, LITERAL);
      for (const page of found) {
        const worth = (page.score / found[0].score) * best * NAMED;
        const fits = (isSame && page.how === "word") || isTagged(index, page.id, one);
        if (fits && worth > (others.get(page.id)?.score ?? 0)) others.set(page.id, { ...page, score: worth });
      }
    }
    for (const [id, other] of others) {
      const own = pages.get(id);
      if (own) own.score += other.score;
      // What is found under the other name is a better reason than something near.
      const { places } = other;
      if (!own || TIERS.indexOf(own.how) > TIERS.indexOf(how)) pages.set(id, { ...other, ...own, how, places });
    }
  }
  return raised([...pages.values()], ids, index, WORTH.named);
}

/** Raises what is tagged with any of the concepts, and their own pages most. */
async function raised(pages, ids, index, { tag, own } = WORTH.within) {
  const about = await subjects(ids);
  const best = Math.max(0, ...pages.map((page) => page.score));
  for (const page of pages) {
    if (about.some((one) => isTagged(index, page.id, one))) page.score += best * tag;
    if (ids.includes(index.pages.get(page.id).id)) page.score += best * own;
  }
  return pages.sort(byWorth);
}

/** Is a page tagged with a concept, or with one of a scheme? */
const isTagged = (index, page, { id, inside }) =>
  index.pages.get(page).concepts.some((tag) => tag === id || inside.has(tag));

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
  const isHebrew = /\p{Script=Hebrew}/u.test(query);
  const others = Object.keys(known).filter((code) => code !== language && (code === "he" || !isHebrew));
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
function corrected(query, corrections, language) {
  const shown = (form) => (language === "he" ? withFinal(form) : form);
  const likeliest = new Map();
  for (const one of corrections) if (!likeliest.has(one.spans)) likeliest.set(one.spans, one);
  const mended = (words) =>
    [...words.values()]
      .flatMap(({ spans, form }) => spans.map(([start, end]) => ({ start, end, form })))
      .sort((one, other) => other.start - one.start)
      .reduce((text, { start, end, form }) => text.slice(0, start) + shown(form) + text.slice(end), query);
  return [...new Set(corrections.map((one) => mended(new Map([...likeliest, [one.spans, one]]))))];
}

const FINALS = { כ: "ך", מ: "ם", נ: "ן", פ: "ף", צ: "ץ" };
const withFinal = (form) => form.replace(/[כמנפצ]$/u, (letter) => FINALS[letter]);

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
  flat.filter(({ how }) => how !== "near").forEach(add);
  for (const one of concepts) [...one.summaries, ...one.others].forEach(entry);
  flat.forEach(add);
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
