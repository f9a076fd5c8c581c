/* What the box and the search page share: the site's words, and how a result is shown. Text is only ever text here. */

export const language = document.documentElement.lang;
const written = ["kb-search-words", "kb-page-words"].map((id) => document.getElementById(id)?.dataset);
export const words = Object.assign({}, ...written);

/* What the language switch says of the languages: how each is called, and which way it runs. */
const known = new Map(
  [...document.querySelectorAll("[data-kb-language] > bdi")].map((name) => [name.lang, name]),
);
export const nameOf = (code) => known.get(code)?.textContent ?? code;
export const marks = (code) => ({ lang: code, dir: known.get(code)?.dir ?? "auto" });

export const search = async (query, options) => (await import("./engine.js")).search(query, options);
export const suggest = async () => (await import("./engine.js")).suggest(language);

export function element(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== null && value !== undefined) made.setAttribute(name, value);
  }
  made.append(...children.flat().filter((child) => child !== null));
  return made;
}

/* A text with its gaps filled: strings and nodes, ready to be appended. */
export function fill(text, gaps) {
  return text.split(/\{(\w+)\}/).map((part, place) => (place % 2 ? gaps[part] : part));
}

/* What was typed may run either way, so it is kept apart from the words around it. */
export const quoted = (text, query) => fill(text, { query: element("bdi", {}, query) });

const plural = new Intl.PluralRules(language);
const number = new Intl.NumberFormat(language);
export function counted(count) {
  const form = plural.select(count);
  const text = words[`count${form[0].toUpperCase()}${form.slice(1)}`] ?? words.countOther;
  return fill(text, { count: number.format(count) }).join("");
}

/* "summary:conference-report" is called by data-kind-conference-report; "concept", "scheme" and "page" by their own. */
export function kindName(kind) {
  const id = kind.replace(/^summary:/, "");
  const key = `kind-${id}`.replace(/-([a-z])/g, (_, letter) => letter.toUpperCase());
  return words[key] ?? words[id] ?? "";
}

const REASONS = { start: "howStart", spelling: "howSpelling", near: "howNear", concept: "howConcept" };
export const isNear = (result) => result.how === "near" || result.how === "spelling";

/* Kind of a result, why it is there if the word itself is not, and its language if it is not the page's. */
export function facts(result, tag = "p") {
  return element(
    tag,
    { class: "kb-entry__meta", ...marks(language) },
    element("span", { class: "kb-kind" }, kindName(result.kind)),
    result.how in REASONS ? element("span", { class: "kb-flag" }, words[REASONS[result.how]]) : null,
    result.language === language ? null : element("bdi", marks(result.language), nameOf(result.language)),
  );
}

/* Latin text in brackets, such as a citation, keeps its full stops inside a text that runs the other way. */
const LATIN = /(?<=\()([^()\p{Script=Hebrew}]*\p{Script=Latin}[^()\p{Script=Hebrew}]*)(?=\))/u;
const isolated = (text) =>
  text.split(LATIN).map((part, place) => (place % 2 ? element("bdi", { dir: "ltr" }, part) : part));

export const marked = (pieces, code) =>
  pieces.flatMap(({ text, marked: isHit }) => {
    if (isHit) return element("mark", {}, text);
    return marks(code).dir === "rtl" ? isolated(text) : text;
  });

/* Asks once typing pauses. An answer that comes after a later question is dropped; one that is slow is waited for. */
export function asker(ask, show, fail, wait) {
  const PAUSE = 80;
  const SLOW = 400;
  let turn = 0;
  let timer;
  const stop = () => {
    clearTimeout(timer);
    return ++turn;
  };
  const now = async (...question) => {
    const mine = stop();
    timer = setTimeout(wait, SLOW);
    try {
      const answer = await ask(...question);
      if (mine !== turn) return;
      clearTimeout(timer);
      show(answer, ...question);
    } catch (problem) {
      reportError(problem);
      if (mine !== turn) return;
      clearTimeout(timer);
      fail();
    }
  };
  const soon = (...question) => {
    stop();
    timer = setTimeout(() => now(...question), PAUSE);
  };
  return { now, soon, stop };
}

/* Tells a screen reader how things stand, but only when typing has stopped. */
export function teller(region) {
  const QUIET = 700;
  let timer;
  return (text) => {
    clearTimeout(timer);
    region.textContent = "";
    if (text) timer = setTimeout(() => (region.textContent = text), QUIET);
  };
}

/* What is told when an answer is there. */
export function summed(found, query) {
  const near = found.results.every(isNear) ? `${words.near}: ` : "";
  const here = found.total ? near + counted(found.total) : fill(words.none, { query }).join("");
  const others = found.elsewhere.length + found.concepts.reduce((sum, one) => sum + one.others.length, 0);
  return others ? `${here}. ${words.inOtherLanguages}: ${counted(others)}` : here;
}
