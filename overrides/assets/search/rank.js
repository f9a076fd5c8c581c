/* Which pages answer a query, and in which order. */

import { encoded } from "./index.js";
import { resembling, started, terms, TIERS } from "./terms.js";

/* Words of a query belong together if they stand in so long a stretch of the text, more so as neighbours. */
const STRETCH = 24;
const APART = 0.5;
const NEAR_BY = 3;
const TOGETHER = 0.35;

/* A word on more than this part of all pages tells them apart too little to be asked for. */
const COMMON = 0.5;

/* A page that lacks a word of the query is shown if it has this part of what the best one has. */
const WORTH = 0.1;

/* A page that has what makes up this part of the query's worth is always shown. */
const MOST = 0.5;

/* How much it tells against a page that it lacks some of the query's words. */
const STRICTNESS = 0.7;

/* Pages about the site itself are seldom what is looked for, and a scheme's page repeats those of its concepts. */
const WEIGHTS = { page: 0.4, scheme: 0.6 };

/** How a name is searched that is no reader's typing. */
export const LITERAL = { isTyping: false, isForgiving: false };

/**
 * The pages that answer a query in one language, best first: {id, score, how, places, data}. `score` has no unit and is
 * only compared within one query; `places` maps the places of found words in the page's text to the number of the
 * query's word. With them `keys`, as the index holds them, `sequence`, the best keys of the query's words,
 * `corrections`, what else it may have meant: {spans, form}, places in the query and the form to put there, and
 * `isKnown`: the site has all its words.
 *
 * `isTyping`: the last word may be unfinished. `isForgiving`: unknown words may be slips of others.
 */
export async function rank(query, index, { isTyping = true, isForgiving = true } = {}) {
  const [{ asked, sequence }] = await Promise.all([terms(query, index), index.list()]);
  if (!asked.length) return { pages: [], keys: new Set(), sequence, corrections: [], isKnown: false };
  const corrections = [];
  const found = await Promise.all(
    asked.map(async (term, number) => {
      let { choices } = term;
      let pages = await weighed(choices, index);
      if (term.known && pages.size) return { choices, pages };
      // The last word may not be finished.
      const isOpen = isTyping && number === asked.length - 1 && !/\s$/u.test(query);
      const begun = isOpen ? await started(term, index) : [];
      if (begun.length) {
        choices = [...choices, ...begun];
      } else if (isForgiving) {
        const { choices: meant, forms } = await resembling(term, index);
        corrections.push(...forms.map((form) => ({ spans: term.spans, form })));
        if (meant.length) sequence[term.place] = meant[0].key;
        choices = [...choices, ...meant];
      }
      pages = await weighed(choices, index);
      return { choices, pages };
    }),
  );
  const telling = found.map(({ pages }) => pages.size <= index.pages.size * COMMON);
  const isNeeded = telling.includes(true) ? telling : telling.map(() => true);
  const keys = new Set(found.flatMap(({ choices }) => choices.map(({ key }) => encoded(key))));
  const pages = combined(
    found.map((one) => one.pages),
    isNeeded,
    index,
  );
  corrections.sort((one, other) => one.spans[0][0] - other.spans[0][0]);
  return { pages, keys, sequence, corrections, isKnown: asked.every(({ known }) => known) };
}

/**
 * The pages that hold any of several keys: a map from page to {score, how, isNamed, words, data}. `isNamed`: not only
 * the text has one, but also the title, the labels or the description.
 */
async function weighed(choices, index) {
  const all = await Promise.all(choices.map(async (choice) => [choice, await index.hits(choice.key)]));
  const pages = new Map();
  for (const [{ weight, how }, hits] of all) {
    for (const [id, result] of hits) {
      const score = weight * result.score;
      const page = pages.get(id);
      const tier = TIERS.indexOf(how) - TIERS.indexOf(page?.how ?? how);
      // The same word has several keys: they are not added up. What is less sure is not marked beside what is sure.
      if (!page || tier < 0) {
        const isNamed = (page?.isNamed ?? false) || Boolean(result.matchedMetaFields?.length);
        const best = Math.max(score, page?.score ?? 0);
        pages.set(id, { score: best, how, isNamed, words: result.words, data: result.data });
      } else {
        page.score = Math.max(page.score, score);
        page.isNamed ||= Boolean(result.matchedMetaFields?.length);
        if (!tier) page.words = [...page.words, ...result.words];
      }
    }
  }
  return pages;
}

function combined(found, isNeeded, index) {
  const pages = new Map();
  // The fewer pages have a word, the more it tells.
  const worth = found.map((hits) => (hits.size ? Math.log(1 + index.pages.size / hits.size) : 0));
  const whole = worth.reduce((sum, one) => sum + one, 0);
  found.forEach((hits, number) => {
    for (const [id, hit] of hits) {
      const page = pages.get(id) ?? unranked(id, hit.data);
      page.score += hit.score;
      if (isNeeded[number]) page.tier = Math.max(page.tier, TIERS.indexOf(hit.how));
      page.terms.add(number);
      if (hit.isNamed) page.named.add(number);
      for (const place of hit.words) page.places.set(place, number);
      pages.set(id, page);
    }
  });
  const tells = (numbers) => [...numbers].reduce((sum, number) => sum + worth[number], 0) / whole;
  const all = [...pages.values()].map(({ tier, terms: own, named, ...page }) => {
    const isWhole = isNeeded.every((needed, number) => !needed || own.has(number));
    const weight = WEIGHTS[index.pages.get(page.id)?.kind] ?? 1;
    const stretch = Math.max(tells(named), ...stretches(page.places).map(tells));
    const joint = APART + (1 - APART) * stretch + TOGETHER * together(page.places, found.length);
    const score = weight * page.score * tells(own) ** STRICTNESS * joint;
    const isTelling = tells(own) >= MOST;
    return { ...page, score, isWhole, isTelling, how: isWhole ? TIERS[tier] : "near" };
  });
  all.sort(byWorth);
  const best = all[0]?.score ?? 0;
  const telling = new Set(found.filter((_, number) => isNeeded[number]).map(foremost));
  return all.filter((page) => page.isWhole || page.isTelling || page.score >= best * WORTH || telling.has(page.id));
}

const unranked = (id, data) => ({
  id,
  data,
  score: 0,
  tier: 0,
  terms: new Set(),
  named: new Set(),
  places: new Map(),
});

/** The page that has most of a word. */
function foremost(hits) {
  let [found, most] = [undefined, 0];
  for (const [id, { score }] of hits) if (score > most) [found, most] = [id, score];
  return found;
}

/** The best first; what is worth the same in an order that is the same every time. */
export const byWorth = (one, other) => other.score - one.score || (one.id < other.id ? -1 : 1);

/** Which of a query's words stand together in each stretch of the text that begins with one. */
function stretches(places) {
  const order = [...places].sort(([one], [other]) => one - other);
  return order.map(([first], at) => {
    const inside = new Set();
    for (let next = at; next < order.length && order[next][0] < first + STRETCH; next++) inside.add(order[next][1]);
    return inside;
  });
}

/** The part of a query's neighbouring words that are neighbours in the text too, 0 to 1. */
function together(places, count) {
  if (count < 2) return 0;
  const order = [...places.keys()].sort((one, other) => one - other);
  const pairs = new Set();
  for (let at = 1; at < order.length; at++) {
    const [before, after] = [places.get(order[at - 1]), places.get(order[at])];
    if (after === before + 1 && order[at] - order[at - 1] <= NEAR_BY) pairs.add(before);
  }
  return pairs.size / (count - 1);
}
