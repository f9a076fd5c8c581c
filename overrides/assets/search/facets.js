/* Narrowing results: which pages have which value, and how many of the results that leaves. */

import { table } from "./concepts.js";

const FILTERS = ["kind", "concept", "scheme", "year", "original"];

/** What a page can be found under: {kind: [..], concept: [..], scheme: [..], year: [..], original: [..]}. */
function valuesOf({ kind, concepts, year, original }, known) {
  const schemes = concepts.map((id) => known[id]?.scheme).filter(Boolean);
  return {
    kind: [kind],
    concept: concepts,
    scheme: [...new Set(schemes)],
    year: year ? [String(year)] : [],
    original: original ? [original] : [],
  };
}

const fits = (own, filters) =>
  Object.entries(filters).every(([name, wanted]) => {
    return !wanted?.length || own[name]?.some((value) => wanted.includes(value));
  });

/** The pages that have any of the values of each filter. */
export async function narrowed(pages, filters, index) {
  const { concepts } = await table();
  return pages.filter(({ id }) => fits(valuesOf(index.pages.get(id), concepts), filters));
}

/**
 * How many of the pages have each value, {kind: {"summary:tool": 3}}, among those that the other filters leave. Values
 * that none has are left out.
 */
export async function counts(pages, filters, index) {
  const { concepts } = await table();
  const values = pages.map(({ id }) => valuesOf(index.pages.get(id), concepts));
  const found = {};
  for (const name of FILTERS) {
    found[name] = {};
    const others = { ...filters, [name]: [] };
    for (const value of values.filter((own) => fits(own, others)).flatMap((own) => own[name])) {
      found[name][value] = (found[name][value] ?? 0) + 1;
    }
  }
  return found;
}
