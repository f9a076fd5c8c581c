/* Concepts lead from one language to the others: a query that is called as one finds its summaries in all of them. */

import { fetchFresh, ROOT } from "./files.js";
import { isAcronym } from "./terms.js";
import { fold, words } from "./words.js";

let loading;

/**
 * All labels, by language: {exact: folded label → ids, keys: key sequence → ids}; the concepts by id; and as `known`
 * the site's languages, with what stands before their paths: {nb: {prefix: "nb/", script: "Latn"}}.
 */
export function table() {
  loading ??= load().catch((error) => {
    loading = undefined;
    throw error;
  });
  return loading;
}

async function load() {
  const { concepts, languages: known } = await fetchFresh("concepts.json");
  const languages = new Map();
  for (const [id, { labels }] of Object.entries(concepts)) {
    for (const [language, several] of Object.entries(labels)) {
      if (!languages.has(language)) languages.set(language, { exact: new Map(), keys: new Map() });
      const { exact, keys } = languages.get(language);
      for (const [label, sequences] of several) {
        const written = folded(label, language);
        // Left out of the table is what is the same as the label.
        for (const sequence of [written, ...sequences]) note(keys, sequence, id);
        note(exact, written, id);
      }
    }
  }
  return { concepts, languages, known };
}

/**
 * The ids of the concepts that a query is a label of: in the reader's language in any inflection, in others as
 * written. `sequence` are the best keys of the query's words.
 */
export async function named(query, sequence, language) {
  const { languages } = await table();
  const found = new Set(languages.get(language)?.keys.get(sequence.join(" ")));
  for (const [code, { exact, keys }] of languages) {
    const written = folded(query, code);
    for (const id of exact.get(written) ?? []) found.add(id);
    // What stands in a label's brackets is a label too, and its keys are often the words themselves.
    for (const id of keys.get(written) ?? []) found.add(id);
  }
  found.delete(undefined);
  return [...found];
}

/** The ids of the concepts that a part of a query is a label of in the reader's language, the longest parts first. */
export async function within(sequence, language) {
  const keys = (await table()).languages.get(language)?.keys;
  const found = new Set();
  for (let length = sequence.length; keys && length > 0; length--) {
    for (let start = 0; start + length <= sequence.length; start++) {
      for (const id of keys.get(sequence.slice(start, start + length).join(" ")) ?? []) found.add(id);
    }
  }
  return [...found];
}

/** Concepts and schemes by their ids, each as {id, inside, related}; `inside` are a scheme's concepts. */
export async function subjects(ids) {
  const { concepts } = await table();
  const inside = (id) => Object.keys(concepts).filter((one) => concepts[one].scheme === id);
  return ids.map((id) => ({ id, inside: new Set(inside(id)), related: concepts[id].related }));
}

/** What a concept's page shows of it in a language, and its summaries: see `search` in engine.js. */
export async function concept(id, language) {
  const { concepts, known } = await table();
  const page = await fetchFresh(`concepts/${encodeURIComponent(id)}.json`);
  const address = (code, path) => new URL(known[code].prefix + path, ROOT).pathname;
  const entries = page.summaries.map((summary) => entry(summary, language, address));
  return {
    id,
    kind: concepts[id].scheme ? "concept" : "scheme",
    label: concepts[id].labels[language]?.[0]?.[0] ?? id,
    language,
    definition: page.definition[language] ?? "",
    url: address(language, `concepts/${id}/`),
    summaries: entries.filter((one) => one.language === language),
    others: entries.filter((one) => one.language !== language),
  };
}

/**
 * Other labels of a concept that a query names, as {name, isSame}: the preferred one; and all of them for an
 * acronym, or the acronym for what it stands for. These mean the very same (`isSame`), as does what the reader's
 * language calls a name from another one. Each further name would be another part of the index to load.
 */
export async function otherNames(id, query, sequence, language) {
  const { concepts, languages } = await table();
  const asked = folded(query, language);
  const names = (concepts[id].labels[language] ?? []).map(([label]) => label);
  const isForeign = !sequence.length || !languages.get(language)?.keys.get(sequence.join(" "))?.has(id);
  return names
    .map((name) => ({ name, isSame: (isForeign && name === names[0]) || isAcronym(query) || isAcronym(name) }))
    .filter(({ name, isSame }) => isSame || name === names[0])
    .filter(({ name }) => folded(name, language) !== asked);
}

function entry({ id, kind, texts }, language, address) {
  const own = texts[language] ? language : Object.keys(texts)[0];
  const all = Object.entries(texts).map(([code, [title, description]]) => ({
    language: code,
    url: address(code, `summaries/${id}/`),
    title,
    description,
  }));
  const { url, title, description } = all.find((one) => one.language === own);
  const translations = all.filter((one) => one.language !== own);
  return { id, url, title, description, language: own, kind: `summary:${kind}`, translations };
}

const folded = (text, language) =>
  words(text, language)
    .map((word) => fold(word.text))
    .join(" ");

function note(map, name, id) {
  if (!name) return;
  if (!map.has(name)) map.set(name, new Set());
  map.get(name).add(id);
}
