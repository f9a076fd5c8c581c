/* The search page. Its address holds the query and the filters, so that a search can be linked. */

import {
  asker,
  counted,
  element,
  facts,
  fill,
  isNear,
  kindName,
  language,
  marked,
  marks,
  nameOf,
  quoted,
  search,
  suggest,
  summed,
  teller,
  words as shared,
} from "./results.js";

const STEP = 20;
const LONGEST = 400; // So much of a query stands in the address: servers refuse longer ones.
const FIRST = 5; // So many summaries of a concept are shown before the rest is unfolded.
const FACETS = ["kind", "concept", "scheme", "year", "original"];

const words = { ...shared, ...document.getElementById("kb-page-words").dataset };
const form = document.getElementById("kb-search");
const field = form.elements.q;
const start = document.getElementById("kb-start");
const lists = document.getElementById("kb-lists");
const place = document.getElementById("kb-found");
const narrow = document.getElementById("kb-narrow");
const boxes = [...form.elements].filter((one) => one.type === "checkbox");
/* The language switch takes the search along. */
const languages = document.querySelectorAll("a[data-kb-language]");
const tell = teller(document.getElementById("kb-found-status"));
const bareTitle = document.title;

let limit = STEP;
let committed = location.pathname + location.search;
let after = null; // What is to be done once the next answer is shown.

const typed = () => field.value.trim();
const chosen = () => boxes.filter((one) => one.checked);
const valueOf = (one) => one.dataset.value ?? one.value; // "article" in the address is "summary:article" in the index.
const filters = () =>
  Object.fromEntries(
    FACETS.map((name) => [name, chosen().filter((one) => one.name === name).map(valueOf)]).filter(
      ([, values]) => values.length,
    ),
  );

/* ---- Address and history ---- */

function address() {
  const given = new URLSearchParams();
  if (typed()) {
    given.set("q", typed().slice(0, LONGEST));
    for (const one of chosen()) given.append(one.name, one.value);
  }
  return given.size ? `${location.pathname}?${given}` : location.pathname;
}

const kept = () => ({ limit, y: Math.round(scrollY) });

/* While typing, the address follows. */
const follow = () => history.replaceState(kept(), "", address());

/* A search that was sent is a step to come back from: the step before gets back the address it was sent with. */
function commit() {
  const next = address();
  if (next === committed) return;
  history.replaceState(kept(), "", committed);
  history.pushState({ limit, y: 0 }, "", next);
  committed = next;
}

/* Other pages hand a search over after the sign #, so that the server is not told; here it becomes the address. */
const HANDED = /^#(?=q=)/;

function read() {
  const given = new URLSearchParams(HANDED.test(location.hash) ? location.hash.replace(HANDED, "") : location.search);
  field.value = given.get("q") ?? "";
  for (const one of boxes) one.checked = given.getAll(one.name).includes(one.value);
  for (const fold of narrow.querySelectorAll("details")) fold.open ||= Boolean(fold.querySelector("input:checked"));
  limit = history.state?.limit ?? STEP;
  if (HANDED.test(location.hash)) history.replaceState(history.state, "", address());
  committed = location.pathname + location.search;
}

/* ---- Results ---- */

const line = (one) => element("a", { href: one.url }, one.title);

/* A section that says the same says also where it stands. */
const textOf = (pieces) => (pieces ?? []).map((piece) => piece.text).join("");
const inside = (pieces) => textOf(pieces).replaceAll("…", "").trim().slice(0, 60);
const isRepeated = (one) => one.sections?.some((section) => textOf(section.excerpt).includes(inside(one.excerpt)));

const passage = (one, code, name) => element("p", { class: name }, marked(one.excerpt, code));

function result(one) {
  return element(
    "li",
    { class: "kb-entry kb-result", "data-kb-result": one.url, ...marks(one.language) },
    element("h3", { class: "kb-entry__title" }, line(one)),
    facts(one),
    one.excerpt?.length && !isRepeated(one) ? passage(one, one.language, "kb-entry__text") : null,
    one.sections?.length
      ? element(
          "ul",
          { class: "kb-result__sections" },
          one.sections.map((section) => element("li", {}, line(section), passage(section, one.language))),
        )
      : null,
  );
}

function group(heading, results, level = "h2") {
  if (!results.length) return null;
  return element(
    "section",
    { class: "kb-part" },
    element(level, {}, heading),
    element("ul", { class: "kb-entries" }, results.map(result)),
  );
}

/* A summary that treats a concept, and the other languages in which it can be read. */
function treated(entry) {
  const others = entry.translations ?? [];
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

const translation = (one, number) => [
  number ? ", " : "",
  element("a", { href: one.url, hreflang: one.language, ...marks(one.language) }, nameOf(one.language)),
];

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
    element("p", { class: "kb-kind" }, words.concept),
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
  if (!found.corrections?.length) return null;
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

/* The filters that are on, each with a way to take it off. */
function chips() {
  const on = chosen();
  if (!on.length) return null;
  const name = (one) => {
    const group = one.name === "scheme" ? one.closest("details").querySelector("summary") : null;
    return (group ?? one.parentElement.querySelector(".kb-choice__name")).cloneNode(true).childNodes;
  };
  const chip = (one) => {
    const label = element("span", {}, ...name(one));
    const made = element(
      "button",
      { type: "button", class: "kb-chip", "aria-label": fill(words.remove, { name: label.textContent }).join("") },
      label,
      element("span", { "aria-hidden": "true" }, " ×"),
    );
    made.addEventListener("click", () => remove([one]));
    return element("li", {}, made);
  };
  const all = element("button", { type: "button", class: "kb-found__clear" }, words.clear);
  all.addEventListener("click", () => remove(on));
  return element(
    "ul",
    { class: "kb-chips kb-found__chips", "aria-label": words.chosen },
    on.map(chip),
    on.length > 1 ? element("li", {}, all) : null,
  );
}

function remove(some) {
  for (const one of some) one.checked = false;
  /* The button that had the focus is gone with the next answer. */
  after = () => (place.querySelector(".kb-found__chips button") ?? place.querySelector(".kb-found__count"))?.focus();
  send();
}

function moreButton(found) {
  if (found.total <= found.results.length) return null;
  const button = element("button", { type: "button", class: "kb-button kb-button--quiet" }, words.more);
  button.addEventListener("click", () => {
    const shown = found.results.length;
    const last = found.results[shown - 1].url;
    limit += STEP;
    history.replaceState(kept(), "");
    after = () => {
      const items = [...place.querySelectorAll(".kb-result")];
      items[items.findLastIndex((one) => one.dataset.kbResult === last) + 1]?.querySelector("a").focus();
    };
    ask.now(typed(), filters());
  });
  return element("p", {}, button);
}

function count(facets) {
  for (const one of boxes) {
    const found = facets?.[one.name]?.[valueOf(one)] ?? 0;
    one.parentElement.querySelector(".kb-choice__count").textContent = found ? `(${found})` : "";
    one.parentElement.hidden = !found && !one.checked;
  }
  /* A fold inside another stands before it, seen from the end. */
  for (const fold of [...narrow.querySelectorAll("details")].reverse()) {
    fold.hidden = !fold.querySelector("label:not([hidden])");
  }
  narrow.hidden = !narrow.querySelector("label:not([hidden])");
}

function show(found, query) {
  const isNarrowed = chosen().length > 0;
  const concepts = isNarrowed ? [] : found.concepts;
  const hasAny = found.total > 0 || concepts.length > 0;
  const nothing = isNarrowed ? [words.filteredNone] : quoted(words.none, query);
  const headline = found.total
    ? element("h2", { class: "kb-found__count", tabindex: "-1" }, counted(found.total))
    : element("p", { class: "kb-found__count", tabindex: "-1" }, nothing);
  const isNamed = (one) => concepts.some((other) => other.url === one.url);
  const results = found.results.filter((one) => !isNamed(one));
  const exact = results.filter((one) => !isNear(one));
  place.replaceChildren(
    ...[
      chips(),
      headline,
      corrections(found),
      ...concepts.map(concept),
      exact.length ? element("ul", { class: "kb-entries" }, exact.map(result)) : null,
      group(words.near, results.filter(isNear)),
      moreButton(found),
      isNarrowed ? null : group(words.inOtherLanguages, found.elsewhere ?? []),
      ...(hasAny || isNarrowed ? [] : [element("p", { class: "kb-soft" }, words.try), listsAgain()]),
    ].filter(Boolean),
  );
  count(found.facets);
  lay(true);
  document.title = `\u2068${query.slice(0, 80)}\u2069 – ${bareTitle}`;
  tell(summed(found, query));
  settle();
}

function settle() {
  for (const link of languages) link.hash = location.search.replace("?", "");
  after?.();
  after = null;
}

function listsAgain() {
  const copy = lists.cloneNode(true);
  for (const one of [copy, ...copy.querySelectorAll("[id]")]) one.removeAttribute("id");
  return copy;
}

function lay(hasQuery) {
  place.hidden = !hasQuery;
  start.hidden = hasQuery;
  if (!hasQuery) narrow.hidden = true;
}

function failed() {
  place.replaceChildren(element("p", { class: "kb-note" }, words.failed), listsAgain());
  lay(true);
  narrow.hidden = true;
  tell(words.failed);
  settle();
}

const ask = asker((query, some) => search(query, { language, limit, filters: some, withFacets: true }), show, failed);

/* ---- What the reader does ---- */

function bare() {
  ask.stop();
  tell("");
  lay(false);
  document.title = bareTitle;
  settle();
}

function update(when) {
  if (typed()) ask[when](typed(), filters());
  else bare();
}

function send() {
  commit();
  limit = STEP;
  update("now");
}

/* Another query: what was chosen for the last one need not fit, but what was chosen stays visible as chips. */
field.addEventListener("input", () => {
  limit = STEP;
  tell("");
  follow();
  update("soon");
});
field.addEventListener("focus", () => suggest().catch(() => {}), { once: true });
form.addEventListener("submit", (event) => {
  event.preventDefault();
  send();
});
narrow.addEventListener("change", send);
place.addEventListener("click", (event) => {
  const link = event.target.closest("a[data-query]");
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  field.value = link.dataset.query;
  for (const one of chosen()) one.checked = false;
  after = () => place.querySelector(".kb-found__count")?.focus();
  send();
});

let scrolled;
addEventListener(
  "scroll",
  () => {
    clearTimeout(scrolled);
    scrolled = setTimeout(() => !place.hidden && history.replaceState(kept(), ""), 200);
  },
  { passive: true },
);

/* Results come later than the browser's own return to a place, so the place is kept with the step. */
function restore() {
  clearTimeout(scrolled);
  const y = history.state?.y;
  read();
  if (y !== undefined) after = () => scrollTo({ top: y, behavior: "instant" });
  update("now");
}
history.scrollRestoration = "manual";
addEventListener("popstate", () => {
  /* A link within the page changes no more than the fragment. */
  if (HANDED.test(location.hash) || address() !== location.pathname + location.search) restore();
});
restore();
