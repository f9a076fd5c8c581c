/* The search page: what the reader does, and what follows from it. */

import * as address from "./address.js";
import { answer, headline } from "./answer.js";
import * as filters from "./filters.js";
import { asker, element, language, quoted, search, suggest, summed, teller, words } from "./results.js";

const STEP = 20;

const form = document.getElementById("kb-search");
const field = form.elements.q;
const start = document.getElementById("kb-start");
const lists = document.getElementById("kb-lists");
const place = document.getElementById("kb-found");
const tell = teller(document.getElementById("kb-found-status"));
const bareTitle = document.title;

let limit = STEP;

const typed = () => field.value.trim();
const written = () => address.written(typed(), filters.ticked());
const summary = () => place.querySelector(".kb-found__count");

/* ---- What is shown ---- */

/* What has the focus may go with the answer it belongs to: then the line that says how things stand gets it. */
function holdingFocus(change) {
  const held = document.activeElement;
  change();
  if (!held || (held.isConnected && !held.closest("[hidden]"))) return;
  (place.hidden ? field : summary()).focus({ preventScroll: true });
}

function lay(hasQuery) {
  place.hidden = !hasQuery;
  start.hidden = hasQuery;
  document.documentElement.classList.toggle("kb-asked", hasQuery);
}

function listsAgain() {
  const copy = lists.cloneNode(true);
  for (const one of [copy, ...copy.querySelectorAll("[id]")]) one.removeAttribute("id");
  return copy;
}

/* A question is a query, its filters, and what is to be done once its answer is shown: never after a later one's. */
const ask = asker(
  (query, some) => search(query, { language, limit, filters: some, withFacets: true }),
  show,
  failed,
  waiting,
);

function show(answered, query, some, then) {
  const isNarrowed = Object.keys(some).length > 0;
  /* What other languages have, and concepts, are not narrowed down. */
  const found = isNarrowed ? { ...answered, concepts: [], elsewhere: [] } : answered;
  const nothing = isNarrowed ? [words.filteredNone] : quoted(words.none, query);
  const isHelpless = !found.total && !found.concepts.length && !isNarrowed;
  holdingFocus(() => {
    place.replaceChildren(
      ...[filters.chips(remove), ...answer(found, nothing, moreButton(found))].filter(Boolean),
      ...(isHelpless ? [element("p", { class: "kb-soft" }, words.try), listsAgain()] : []),
    );
    filters.count(found.facets);
    lay(true);
  });
  document.title = `\u2068${query.slice(0, 80)}\u2069 – ${bareTitle}`;
  tell(isNarrowed && !found.total ? words.filteredNone : summed(found, query));
  address.follow(written(), limit);
  then?.();
}

function waiting() {
  if (place.hidden || !summary()) {
    holdingFocus(() => {
      place.replaceChildren(headline("p", words.waiting));
      lay(true);
    });
  }
  for (const line of place.querySelectorAll(".kb-found__count, .kb-found__more")) line.textContent = words.waiting;
  tell(words.waiting);
}

function failed() {
  holdingFocus(() => {
    const line = headline("p", words.failed);
    line.classList.add("kb-note");
    place.replaceChildren(line, listsAgain());
    filters.hide();
    lay(true);
  });
  tell(words.failed);
  address.follow(written(), limit);
}

function bare() {
  ask.stop();
  holdingFocus(() => {
    filters.hide();
    lay(false);
  });
  document.title = bareTitle;
  tell("");
  address.follow(written(), limit);
}

function moreButton(found) {
  if (found.total <= found.results.length) return null;
  const button = element("button", { type: "button", class: "kb-button kb-button--quiet kb-found__more" }, words.more);
  button.addEventListener("click", () => {
    const results = () => [...place.querySelectorAll(".kb-result")];
    const before = new Set(results().map((one) => one.dataset.kbResult));
    limit += STEP;
    address.keep(limit);
    /* A new one need not stand last: what is exact stands before what is near. */
    update("now", () => results().find((one) => !before.has(one.dataset.kbResult))?.querySelector("a").focus());
  });
  return element("p", {}, button);
}

/* ---- What the reader does ---- */

function update(when, then) {
  if (typed()) {
    ask[when](typed(), filters.wanted(), then);
  } else {
    bare();
    then?.();
  }
}

function send(then) {
  address.send(written(), limit);
  limit = STEP;
  update("now", then);
}

function remove(some) {
  filters.untick(some);
  send(() => (place.querySelector(".kb-found__chips button") ?? summary()).focus());
}

/* Another query: what was chosen for the last one need not fit, but what was chosen stays visible as chips. */
field.addEventListener("input", () => {
  limit = STEP;
  tell("");
  update("soon");
});
field.addEventListener("focus", () => suggest().catch(() => {}), { once: true });
form.addEventListener("submit", (event) => {
  event.preventDefault();
  send();
});
filters.onChange(() => send());
place.addEventListener("click", (event) => {
  const link = event.target.closest("a[data-query]");
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  field.value = link.dataset.query;
  filters.untick(filters.ticked());
  send(() => summary().focus());
});

/* Results come later than the browser's own return to a place, so the place is kept with the step. */
history.scrollRestoration = "manual";
const goTo = (y) => scrollTo({ top: y, behavior: "instant" });
let scrolled;
addEventListener(
  "scroll",
  () => {
    clearTimeout(scrolled);
    scrolled = setTimeout(() => address.keep(limit), 200);
  },
  { passive: true },
);

function restore() {
  clearTimeout(scrolled);
  const given = address.read();
  const y = history.state?.y;
  limit = history.state?.limit ?? STEP;
  field.value = given.get("q") ?? "";
  filters.tick(given);
  address.adopt(written(), limit, y);
  update("now", y === undefined ? undefined : () => goTo(y));
}
addEventListener("popstate", () => {
  if (address.isAnother()) restore();
  else if (history.state) goTo(history.state.y);
});
restore();
