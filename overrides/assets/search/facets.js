/* Narrowing results: which pages have which value, and how many of the results that leaves. */

import { table } from "./concepts.js";

const FILTERS = ["kind", "concept", "scheme", "year", "original"];

/** What a page can be found under: {kind: [..], concept: [..], scheme: [..], year: [..], original: [..]}. */
async function valuesOf({ kind, concepts, year, original }) {
  const { concepts: known } = await table();
  const schemes = concepts.map((id) => known[id]?.scheme).filter(Boolean);
  return {
    kind: [kind],
    concept: concepts,
    scheme: [...new Set(schemes)],
    year: year ? [String(year)] : [],
    original: original ? [original] : [],
  };
}

/** The pages that have any of the values of each filter. */
export async function narrowed(pages, filters, index) {
  const wanted = Object.entries(filters).filter(([, values]) => values?.length);
  if (!wanted.length) return pages;
  const fits = await Promise.all(
    pages.map(async ({ id }) => {
      const own = await valuesOf(index.pages.get(id));
      return wanted.every(([name, values]) => own[name]?.some((value) => values.includes(value)));
    }),
  );
  return pages.filter((_, place) => fits[place]);
}

/**
 * How many of the pages have each value, {kind: {"summary:tool": 3}}, among those that the other filters leave. Values
 * that none has are left out.
 */
export async function counts(pages, filters, index) {
  const found = {};
  for (const name of FILTERS) {
    found[name] = {};
    for (const { id } of await narrowed(pages, { ...filters, [name]: [] }, index)) {
      for (const value of (await valuesOf(index.pages.get(id)))[name]) {
        found[name][value] = (found[name][value] ?? 0) + 1;
      }
    }
  }
  return found;
}
