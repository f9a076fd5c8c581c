/* The lexicon of a language: every word of its pages with its keys. It lies in chunks; a query loads the few it needs. */

import { fetchFresh, fetchJson } from "./files.js";
import { likeness, likenessTwice, rests, SHORTEST } from "./likeness.js";
import { Missing } from "./missing.js";

/* Marks an entry that is a key but no word of any text, and a key that is only of a part of the compound. */
const NO_FORM = "";
const PART = "+";

const isKey = (key) => key !== NO_FORM;
const bare = (key) => (key.startsWith(PART) ? key.slice(PART.length) : key);

export class Lexicon {
  #language;
  #directory = [];
  #chunks = new Map();

  constructor(language) {
    this.#language = language;
    this.lookup = (form) => this.#entry(form)?.filter(isKey).map(bare);
    this.lookup.isWord = (form) => {
      const keys = this.#entry(form);
      return keys !== undefined && keys[0] !== NO_FORM;
    };
  }

  /** The keys of a word that are only of its parts. */
  parts(form) {
    return new Set(this.#entry(form)?.filter((key) => key.startsWith(PART)).map(bare));
  }

  async open() {
    const { chunks } = await fetchFresh(`${this.#language}/words.json`);
    this.#directory = chunks;
  }

  /** What `read` gives once every chunk that it looks into is there. */
  async reading(read) {
    for (;;) {
      try {
        return read();
      } catch (error) {
        if (!(error instanceof Missing)) throw error;
        await Promise.all([...new Set(error.forms.map((form) => this.#place(form)))].map((at) => this.#load(at)));
      }
    }
  }

  /** Words that begin so, the shortest first. */
  async beginning(start, count) {
    const places = [];
    for (let at = this.#place(start); at < this.#directory.length; at++) {
      if (at > this.#place(start) && !this.#directory[at][0].startsWith(start)) break;
      places.push(at);
    }
    const found = [];
    for (const chunk of await Promise.all(places.map((at) => this.#load(at)))) {
      for (const [form, keys] of Object.entries(chunk)) {
        if (keys[0] !== NO_FORM && form.startsWith(start)) found.push(form);
      }
    }
    return found.sort((one, other) => one.length - other.length).slice(0, count);
  }

  /**
   * Words that a form may be a slip of, each as {form, keys, isSpelling, isWord}, the likeliest first: of a word of the
   * texts; else of what only other forms of it are there; else with two slips in it, or with letters before it. Loads
   * all chunks.
   */
  async near(form, count) {
    if (form.length < SHORTEST) return [];
    const chunks = await Promise.all(this.#directory.map((_, at) => this.#load(at)));
    const entries = chunks.flatMap((chunk) => Object.entries(chunk));
    const once = (word) => likeness(form, word, this.#language);
    const twice = (word) => likenessTwice(form, word);
    for (const [like, isWord] of [[once, true], [once, false], [twice, true], [twice, false]]) {
      const found = [];
      for (const [word, keys] of entries) {
        const alike = (keys[0] !== NO_FORM) === isWord ? like(word) : undefined;
        if (alike) found.push({ form: word, keys: keys.filter(isKey).map(bare), isWord, ...alike });
      }
      if (found.length) return found.sort((one, other) => one.distance - other.distance).slice(0, count);
    }
    const rest = rests(form, this.#language).find((one) => this.lookup.isWord(one));
    return rest ? [{ form: rest, keys: this.lookup(rest), isWord: true, isSpelling: false }] : [];
  }

  #entry(form) {
    const at = this.#place(form);
    const chunk = this.#chunks.get(at);
    if (chunk instanceof Promise || (chunk === undefined && at < this.#directory.length)) throw new Missing(form);
    return chunk !== undefined && Object.hasOwn(chunk, form) ? chunk[form] : undefined;
  }

  /** The number of the chunk that a form would stand in. */
  #place(form) {
    let [low, high] = [0, this.#directory.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#directory[middle][0] <= form) low = middle + 1;
      else high = middle;
    }
    return Math.max(low - 1, 0);
  }

  async #load(at) {
    if (at >= this.#directory.length) return {};
    if (!this.#chunks.has(at)) {
      const loading = fetchJson(`${this.#language}/words/${this.#directory[at][1]}`);
      this.#chunks.set(at, loading);
      try {
        this.#chunks.set(at, await loading);
      } catch (error) {
        // The next query may try again.
        this.#chunks.delete(at);
        throw error;
      }
    }
    return this.#chunks.get(at);
  }
}
