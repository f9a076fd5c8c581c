/* What pages are about: tags lift what a query names, and lead from a page to the concept that it treats. */

import { otherNames, subjects } from "./concepts.js";
import { byWorth, LITERAL, rank } from "./rank.js";
import { TIERS } from "./terms.js";

/* What a page is worth for another name of the concept that is asked for, if it is tagged with it. */
const NAMED = 0.7;
/* What a tag is worth, and to be the page of the concept or of one related to it, as parts of the best page. */
const WORTH = {
  named: { tag: 0.25, own: 0.25, related: 0.2 },
  within: { tag: 0.15, own: 0.3, related: 0 },
};

/* So many pages are shown for their tag alone where a query names more than the concept; what that is worth as a part
   of the concept's own page. */
const MOST_TAGGED = 10;
const TAGGED = 0.1;

/* The main concepts of so many of the best pages are shown too, and what that is worth as a part of the page. */
const LEADING = 2;
const SUBJECT = 0.3;

/** Adds what is tagged with a concept that the query names, and what calls it by another name. */
export async function withNames({ pages: ranked, sequence }, ids, query, index, how) {
  const pages = new Map(ranked.map((page) => [page.id, page]));
  const best = ranked[0]?.score ?? 1;
  const about = await subjects(ids);
  for (const one of about) {
    const others = new Map();
    for (const { name, isSame } of await otherNames(one.id, query, sequence, index.language)) {
      const { pages: found } = await rank(name, index, LITERAL);
      for (const page of found) {
        const worth = (page.score / found[0].score) * best * NAMED;
        const isBeside = one.related.includes(index.pages.get(page.id).id);
        const fits = (isSame && page.how === "word") || isTagged(index, page.id, one) || isBeside;
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
  add(related(about, index), 0, pages, index);
  return lifted([...pages.values()], about, index, WORTH.named);
}

/**
 * Raises what a part of the query names. If the site has all its words, the page of a concept that most of the query
 * names is no near miss, and what is tagged with it is one.
 */
export async function raised({ pages, isKnown }, ids, index) {
  const about = await subjects(ids);
  const found = new Map(pages.map((page) => [page.id, page]));
  for (const one of isKnown ? about : []) {
    const own = found.get(index.own(one.id));
    if (!own?.isTelling) continue;
    if (own.how === "near") own.how = "concept";
    add(mostAbout(index, one.id), own.score * TAGGED, found, index);
  }
  return lifted([...found.values()], about, index, WORTH.within);
}

/** Raises what is tagged with any of the concepts, and their own pages most. */
function lifted(pages, about, index, worth) {
  const best = Math.max(0, ...pages.map((page) => page.score));
  const beside = new Set(related(about, index));
  for (const page of pages) {
    if (beside.has(page.id)) page.score += best * worth.related;
    if (about.some((one) => isTagged(index, page.id, one))) page.score += best * worth.tag;
    if (about.some((one) => one.id === index.pages.get(page.id).id)) page.score += best * worth.own;
  }
  return pages.sort(byWorth);
}

/** The pages that are tagged with a concept, those first that are about it most: tags stand in that order. */
function mostAbout(index, concept) {
  const places = [...index.pages].map(([page, { concepts }]) => [page, concepts.indexOf(concept)]);
  const tagged = places.filter(([, place]) => place >= 0).sort(([, one], [, other]) => one - other);
  return tagged.slice(0, MOST_TAGGED).map(([page]) => page);
}

/** The pages of the concepts that are related to some. */
const related = (about, index) => about.flatMap((one) => one.related).map((id) => index.own(id)).filter(Boolean);

/** Adds to the worth of pages; one that was not found is near. */
function add(ids, score, pages, index) {
  for (const id of ids) {
    const own = pages.get(id);
    if (own) own.score += score;
    else pages.set(id, { id, score, how: "near", places: new Map(), data: () => index.page(id) });
  }
}

/** Is a page tagged with a concept, or with one of a scheme? */
const isTagged = (index, page, { id, inside }) =>
  index.pages.get(page).concepts.some((tag) => tag === id || inside.has(tag));

/** Raises, or adds as near, the pages of the concepts that the best of the pages are about. */
export function beside(pages, index) {
  const found = new Map(pages.map((page) => [page.id, page]));
  const sure = pages.filter(({ id, how }) => how !== "near" && index.pages.get(id).kind.startsWith("summary:"));
  for (const { id, score } of sure.slice(0, LEADING)) {
    const [main] = index.pages.get(id).concepts;
    const page = main && index.own(main);
    if (page) add([page], score * SUBJECT, found, index);
  }
  return [...found.values()].sort(byWorth);
}
