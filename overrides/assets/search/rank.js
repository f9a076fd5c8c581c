/* Which pages answer a query, and in which order. */

import { resembling, started, terms, TIERS } from "./terms.js";

/* Two words of a query that stand so near each other in a text belong together. */
const NEAR_BY = 3;
const TOGETHER = 0.35;

/* A word on more than this part of all pages tells them apart too little to be asked for. */
const COMMON = 0.5;

/* A page that lacks a word of the query is shown if it has this part of what the best one has. */
const WORTH = 0.1;

/* How much it tells against a page that it lacks some of the query's words. */
const STRICTNESS = 1;

/* Pages about the site itself are seldom what is looked for, and a scheme's page repeats those of its concepts. */
const WEIGHTS = { page: 0.4, scheme: 0.6 };

/**
 * The pages that answer a query in one language, best first: {id, score, how, places, data}.
 * `places` maps the places of found words in the page's text to the number of the query's word;
 * `corrections` are other words the query may have meant.
 */
export async function rank(query, index, { isTyping = true } = {}) {
  const { asked, sequence } = await terms(query, index);
  if (!asked.length) return { pages: [], sequence, corrections: [] };
  const corrections = [];
  const found = await Promise.all(
    asked.map(async (term, number) => {
      let pages = await weighed(term.choices, index);
      if (!pages.size && isTyping && number === asked.length - 1 && !/\s$/u.test(query)) {
        pages = await weighed(await started(term, index), index);
      }
      if (!pages.size) {
        const { choices, forms } = await resembling(term, index);
        corrections.push(...forms.map((form) => ({ text: term.text, form })));
        pages = await weighed(choices, index);
        if (choices.length) sequence[term.place] = choices[0].key;
      }
      return pages;
    }),
  );
  const telling = found.map((pages) => pages.size <= index.pages.size * COMMON);
  const isNeeded = telling.includes(true) ? telling : telling.map(() => true);
  return { pages: combined(found, isNeeded, index), sequence, corrections };
}

/** The pages that hold any of several keys: a map from page to {score, how, words, data}. */
export async function weighed(choices, index) {
  const all = await Promise.all(choices.map(async (choice) => [choice, await index.hits(choice.key)]));
  const pages = new Map();
  for (const [{ weight, how }, hits] of all) {
    for (const [id, result] of hits) {
      const score = weight * result.score;
      const page = pages.get(id) ?? { score: 0, how, words: [], data: result.data };
      // The same word has several keys: they are not added up.
      page.score = Math.max(page.score, score);
      page.how = TIERS[Math.min(TIERS.indexOf(page.how), TIERS.indexOf(how))];
      page.words = [...page.words, ...result.words];
      pages.set(id, page);
    }
  }
  return pages;
}

function combined(found, isNeeded, index) {
  const pages = new Map();
  // What the best page has of a word stands for how much the word tells.
  const most = found.map((hits) => Math.max(0, ...[...hits.values()].map((hit) => hit.score)));
  const whole = most.reduce((sum, one) => sum + one, 0);
  found.forEach((hits, number) => {
    for (const [id, hit] of hits) {
      const page = pages.get(id) ?? { id, score: 0, tier: 0, terms: new Set(), places: new Map(), data: hit.data };
      page.score += hit.score;
      if (isNeeded[number]) page.tier = Math.max(page.tier, TIERS.indexOf(hit.how));
      page.terms.add(number);
      for (const place of hit.words) page.places.set(place, number);
      pages.set(id, page);
    }
  });
  const all = [...pages.values()].map(({ tier, terms: own, ...page }) => {
    const isWhole = isNeeded.every((needed, number) => !needed || own.has(number));
    const weight = WEIGHTS[index.pages.get(page.id)?.kind] ?? 1;
    const held = [...own].reduce((sum, number) => sum + most[number], 0) / whole;
    const score = weight * page.score * held ** STRICTNESS * (1 + TOGETHER * together(page.places, found.length));
    return { ...page, score, isWhole, how: isWhole ? TIERS[tier] : "near" };
  });
  all.sort(byWorth);
  const best = all[0]?.score ?? 0;
  return all.filter((page) => page.isWhole || page.score >= best * WORTH);
}

/** The best first; what is worth the same in an order that is the same every time. */
export const byWorth = (one, other) => other.score - one.score || (one.id < other.id ? -1 : 1);

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
