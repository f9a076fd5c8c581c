/* One language's index: Pagefind, and what tells it which keys to look for. */

import { analyser } from "./analysis.js";
import { fetchJson, FOLDER, ROOT } from "./files.js";
import { Lexicon } from "./lexicon.js";
import { grammar } from "./terms.js";

/* How much a key in the title weighs beside one in the text. */
const META = { title: 2.2, labels: 2.2, description: 1.5 };

/* Digits would be parted from letters, and å would lose its ring: see search/marks.py. */
const SAFE = new Map([..."0123456789å"].map((letter, place) => [letter, "αβγδεζηθικλ"[place]]));

/** A key as the index holds it. */
export function encoded(key) {
  const safe = [...key].map((letter) => SAFE.get(letter) ?? letter).filter((letter) => /[\p{L}\p{N}]/u.test(letter));
  return `ξ${safe.join("")}ω`;
}

/** Text of a page without the keys, and without the sign behind headings. */
export const unkeyed = (text) => text.replace(/\^ξ[^\s^]*ωψ*/gu, "");

class Index {
  #hits = new Map();

  /** What is known of each page: {id, kind, concepts, year, original}, by what Pagefind calls it. */
  pages = new Map();

  constructor(language) {
    this.language = language;
    this.lexicon = new Lexicon(language);
  }

  async open() {
    const [tables, rows] = await Promise.all([
      fetchJson(`${this.language}/analysis.json`),
      fetchJson(`${this.language}/pages.json`),
      this.lexicon.open(),
    ]);
    for (const [page, [id, kind, concepts, year, original]] of Object.entries(rows)) {
      this.pages.set(page, { id, kind, concepts, year, original });
    }
    this.isGrammar = grammar(tables);
    this.analyser = await analyser(this.language, tables, this.lexicon.lookup);
  }

  /** Begins to load Pagefind; the words of a query can be read before it is there. */
  engine() {
    this.loading ??= (async () => {
      const { createInstance } = await import("./pagefind.js");
      const engine = createInstance({
        basePath: new URL(`${this.language}/`, FOLDER).pathname,
        baseUrl: ROOT.pathname,
        // Its worker would be loaded beside the same code for this page, and would spare a few milliseconds.
        noWorker: true,
        ranking: { termSimilarity: 1, metaWeights: META },
      });
      await engine.init();
      return engine;
    })();
    return this.loading;
  }

  read(word) {
    return this.lexicon.reading(() => this.analyser.read(word));
  }

  /** The pages that hold a key: a map from page to Pagefind's result. */
  hits(key) {
    return kept(this.#hits, key, async () => {
      const engine = await this.engine();
      const { results } = await engine.search(encoded(key), {});
      return new Map(results.map((result) => [result.id, result]));
    });
  }
}

const indexes = new Map();

/** The index of a language, opened once. */
export function indexOf(language) {
  return kept(indexes, language, async () => {
    const index = new Index(language);
    await index.open();
    return index;
  });
}

function kept(map, key, make) {
  if (!map.has(key)) {
    const made = make();
    map.set(key, made);
    // What failed may be tried again.
    made.catch(() => map.delete(key));
  }
  return map.get(key);
}
