/* An answer of the engine, as the search page shows it. */

import {
  counted,
  element,
  facts,
  isNear,
  kindName,
  language,
  marked,
  marks,
  nameOf,
  quoted,
  words,
} from "./results.js";

const FIRST = 5; // So many summaries of a concept are shown before the rest is unfolded.

const line = (one) => element("a", { href: one.url }, one.title);

/* A section that says the same says also where it stands. */
const textOf = (pieces) => pieces.map((piece) => piece.text).join("");
const inside = (pieces) => textOf(pieces).replaceAll("…", "").trim().slice(0, 60);
const isRepeated = (one) => one.sections.some((section) => textOf(section.excerpt).includes(inside(one.excerpt)));

const passage = (one, code, name) => element("p", { class: name }, marked(one.excerpt, code));

function result(one) {
  return element(
    "li",
    { class: "kb-entry kb-result", "data-kb-result": one.url, ...marks(one.language) },
    element("h3", { class: "kb-entry__title" }, line(one)),
    facts(one),
    one.excerpt.length && !isRepeated(one) ? passage(one, one.language, "kb-entry__text") : null,
    one.sections.length
      ? element(
          "ul",
          { class: "kb-result__sections" },
          one.sections.map((section) => element("li", {}, line(section), passage(section, one.language))),
        )
      : null,
  );
}

function group(heading, results) {
  if (!results.length) return null;
  const list = element("ul", { class: "kb-entries" }, results.map(result));
  return heading ? element("section", { class: "kb-part" }, element("h2", {}, heading), list) : list;
}

const translation = (one, number) => [
  number ? ", " : "",
  element("a", { href: one.url, hreflang: one.language, ...marks(one.language) }, nameOf(one.language)),
];

/* A summary that treats a concept, and the other languages in which it can be read. */
function treated(entry) {
  const others = entry.translations;
  const isOther = entry.language !== language;
  return element(
    "li",
    { "data-kb-result": entry.url, ...marks(entry.language) },
    line(entry),
    element(
      "p",
      { class: "kb-entry__meta", ...marks(language) },
      element("span", { class: "kb-kind" }, kindName(entry.kind)),
      isOther ? element("bdi", marks(entry.language), nameOf(entry.language)) : null,
      others.length ? element("span", {}, `${words.alsoIn} `, others.flatMap(translation)) : null,
    ),
  );
}

function treatedList(heading, entries) {
  if (!entries.length) return [];
  const list = (some) => element("ul", { class: "kb-found__treated" }, some.map(treated));
  const rest = entries.slice(FIRST);
  return [
    element("h3", {}, heading),
    list(entries.slice(0, FIRST)),
    rest.length ? element("details", {}, element("summary", {}, `${words.more} (${rest.length})`), list(rest)) : null,
  ];
}

function concept(one) {
  return element(
    "section",
    { class: "kb-found__concept" },
    element("p", { class: "kb-kind" }, kindName(one.kind)),
    element(
      "div",
      { "data-kb-result": one.url, ...marks(one.language) },
      element("h2", {}, element("a", { href: one.url }, one.label)),
      one.definition ? element("p", {}, one.definition) : null,
    ),
    treatedList(words.treatedIn, one.summaries),
    treatedList(words.inOtherLanguages, one.others),
  );
}

function corrections(found) {
  if (!found.corrections.length) return null;
  const links = found.corrections.map((text) =>
    element("a", { href: `#${new URLSearchParams({ q: text })}`, "data-query": text, dir: "auto" }, text),
  );
  return element(
    "p",
    { class: "kb-found__meant" },
    `${words.meant} `,
    links.flatMap((link, number) => [number ? " · " : "", link]),
  );
}

/* The line that says how things stand. It can be given the focus when what had it is gone. */
export const headline = (tag, ...text) => element(tag, { class: "kb-found__count", tabindex: "-1" }, ...text);

/*
 * Everything that stands below the field, from the top. What is named as a concept is not repeated among the results.
 * `nothing` is said if there are none; `more`, a button, stands below those of the reader's language.
 */
export function answer(found, nothing, more) {
  const named = new Set(found.concepts.map((one) => one.url));
  const results = found.results.filter((one) => !named.has(one.url));
  return [
    found.total ? headline("h2", counted(found.total)) : headline("p", nothing),
    corrections(found),
    ...found.concepts.map(concept),
    /* Otherwise they would stand below the heading of the concept. */
    group(found.concepts.length ? words.results : "", results.filter((one) => !isNear(one))),
    group(words.near, results.filter(isNear)),
    more,
    group(words.inOtherLanguages, found.elsewhere),
  ].filter(Boolean);
}
