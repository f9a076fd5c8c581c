/* One language's index: Pagefind, and what tells it which keys to look for. */

import { analyser } from "./analysis.js";
import { fetchFresh, fetchPacked, FOLDER, ROOT } from "./files.js";
import { Lexicon } from "./lexicon.js";
import { grammar } from "./terms.js";

/* How much a key in the title weighs beside one in the text. */
const META = { title: 2.2, labels: 2.2, description: 1.5, people: 1.5 };

/* So many keys are kept with the pages that hold them. */
const MOST_HITS = 400;

/* Before the hash that Pagefind calls a page by. */
const NAME = "unknown_";

const DIGITS = "αβγδεζηθικ";

/** A key as the index holds it: see search/marks.py. */
export function encoded(key) {
  const safe = key
    .normalize("NFD")
    .replace(/[0-9]/gu, (digit) => DIGITS[digit])
    .replace(/\p{M}/gu, "ν");
  return `ξ${safe.replace(/[^\p{L}\p{N}]/gu, "")}ω`;
}

/** Text of a page without the keys. */
export const unkeyed = (text) => text.replace(/\^ξ[^\s^]*ωψ*/gu, "");

/* Pagefind keeps one memory for all its indexes: two that begin at once spoil each other's. */
let before = Promise.resolve();

class Index {
  #hits = new Map();
  #own = new Map();
  #loading;
  #listing;

  /** What is known of each page, by what Pagefind calls it: {kind, year, original, concepts}, and id but for summaries. */
  pages = new Map();

  constructor(language) {
    this.language = language;
    this.lexicon = new Lexicon(language);
  }

  async open() {
    const [tables] = await Promise.all([fetchFresh(`${this.language}/analysis.json`), this.lexicon.open()]);
    this.isGrammar = grammar(tables);
    this.analyser = await analyser(this.language, tables, this.lexicon.lookup);
  }

  /** Fills `pages`. */
  list() {
    this.#listing ??= this.#list().catch((error) => {
      this.#listing = undefined;
      throw error;
    });
    return this.#listing;
  }

  async #list() {
    const list = await fetchFresh(`${this.language}/pages.json`);
    for (const [page, [kind, year, original, concepts, id]] of Object.entries(list.pages)) {
      if (list.kinds[kind] === "concept") this.#own.set(id, NAME + page);
      this.pages.set(NAME + page, {
        id,
        kind: list.kinds[kind],
        year,
        original: list.languages[original],
        concepts: concepts.map((place) => list.concepts[place]),
      });
    }
  }

  /** What Pagefind calls the page of a concept; undefined where there is none. */
  own(concept) {
    return this.#own.get(concept);
  }

  /** Begins to load Pagefind; the words of a query can be read before it is there. */
  engine() {
    this.#loading ??= before = before.catch(() => {}).then(() => this.#start());
    return this.#loading;
  }

  async #start() {
    try {
      const { createInstance } = await import("./pagefind.js");
      const engine = createInstance({
        basePath: new URL(`${this.language}/`, FOLDER).pathname,
        baseUrl: ROOT.pathname,
        // Its worker would be loaded beside the same code for this page, and would spare a few milliseconds.
        noWorker: true,
        ranking: { termSimilarity: 1, metaWeights: META },
      });
      // Its own `init` does not wait.
      await engine.filters();
      return engine;
    } catch (error) {
      this.renew();
      throw error;
    }
  }

  /** Begins anew: Pagefind remembers what it could not load as if it were empty. */
  renew() {
    this.#loading = undefined;
    this.#hits.clear();
  }

  read(word) {
    return this.lexicon.reading(() => this.analyser.read(word));
  }

  /** The pages that hold a key of the lexicon: a map from page to Pagefind's result. */
  hits(key) {
    if (this.#hits.size > MOST_HITS) this.#hits.delete(this.#hits.keys().next().value);
    return kept(this.#hits, key, async () => {
      const found = await this.#search(key);
      if (found.size) return found;
      // Every key has a page: a part of the index did not arrive.
      this.renew();
      return this.#search(key);
    });
  }

  async #search(key) {
    const [engine] = await Promise.all([this.engine(), this.list()]);
    const { results } = await engine.search(encoded(key), {});
    // A page that was published since the list was loaded is left out.
    return new Map(results.filter(({ id }) => this.pages.has(id)).map((result) => [result.id, result]));
  }

  /** The content of a page that no key found: Pagefind would load its whole index to give it. */
  async page(id) {
    const { url, content, ...fragment } = await fetchPacked(`${this.language}/fragment/${id}.pf_fragment`);
    return { ...fragment, url: new URL(url.slice(1), ROOT).pathname, content: content.replaceAll("\u200b", "") };
  }

  /** The content of a page that was found. */
  async load(data) {
    try {
      return await data();
    } catch (error) {
      this.renew();
      throw error;
    }
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
