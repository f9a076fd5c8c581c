/* The box that opens over any page: a combobox whose list is what has been found so far. */

import {
  asker,
  element,
  facts,
  isNear,
  language,
  marked,
  marks,
  quoted,
  search,
  suggest,
  summed,
  teller,
  words,
} from "./results.js";

const LIMIT = 8;

const box = document.getElementById("kb-box");
const form = box.querySelector("form");
const input = box.querySelector("input");
const list = document.getElementById("kb-box-list");
const note = box.querySelector(".kb-box__note");
const tell = teller(box.querySelector("[role=status]"));

const typed = () => input.value.trim();
const options = () => [...list.querySelectorAll("[role=option]")];
let chosen = null;

function choose(option) {
  chosen?.setAttribute("aria-selected", "false");
  chosen = option ?? null;
  chosen?.setAttribute("aria-selected", "true");
  if (chosen) input.setAttribute("aria-activedescendant", chosen.id);
  else input.removeAttribute("aria-activedescendant");
  chosen?.scrollIntoView({ block: "nearest" });
}

/* An option is a link, so that it can also be opened in a new tab; the keyboard stays in the field. */
function option(attributes, ...children) {
  const own = { role: "option", "aria-selected": "false", tabindex: "-1", class: "kb-option" };
  return element("a", { ...own, ...attributes }, ...children);
}

function result(one) {
  return option(
    { href: one.url, "data-kb-result": one.url, ...marks(one.language) },
    element("span", { class: "kb-option__title" }, one.title),
    facts(one, "span"),
    element("span", { class: "kb-option__text" }, marked(one.excerpt, one.language)),
  );
}

/* Title and kind are the name of an option; the rest, which may be long, describes it. */
const NAME = ".kb-option__title, .kb-kind";
const REST = ".kb-flag, .kb-entry__meta > bdi, .kb-option__text";

function name(option, place) {
  option.id = `kb-option-${place}`;
  if (option.dataset.kbResult === undefined) return;
  option.querySelectorAll(`${NAME}, ${REST}`).forEach((part, number) => (part.id = `${option.id}-${number}`));
  const ids = (parts) => [...option.querySelectorAll(parts)].map((part) => part.id).join(" ");
  option.setAttribute("aria-labelledby", ids(NAME));
  option.setAttribute("aria-describedby", ids(REST));
}

const concept = (one) => result({ ...one, title: one.label, excerpt: [{ text: one.definition }] });
const entry = (one) => result({ ...one, excerpt: [{ text: one.description }] });

/* What was typed, spelt differently: choosing it searches for that. */
const correction = (text) => option({ class: "kb-option kb-option--word", "data-query": text, dir: "auto" }, text);

function group(heading, members, number) {
  if (!members.length) return null;
  const id = `kb-box-group-${number}`;
  return element(
    "div",
    { role: "group", class: "kb-box__group", ...(heading ? { "aria-labelledby": id } : {}) },
    heading ? element("p", { class: "kb-label", role: "presentation", id }, heading) : null,
    members,
  );
}

/* What stands after the sign # is not sent to the server. */
function pageOf(query) {
  const href = new URL(form.action);
  href.hash = new URLSearchParams({ q: query });
  return href.href;
}

function everything(query) {
  if (!form.hasAttribute("action")) return null;
  const text = element("span", {}, quoted(words.all, query));
  return option({ class: "kb-option kb-option--all", href: pageOf(query) }, text);
}

function fold() {
  choose(null);
  list.replaceChildren();
  list.hidden = true;
  input.setAttribute("aria-expanded", "false");
}

function say(...text) {
  note.replaceChildren(...text);
  note.hidden = false;
}

function show(found, query) {
  choose(null);
  const concepts = found.concepts.map(concept);
  const pages = new Set(found.concepts.map((one) => one.url));
  const rest = found.results.filter((one) => !pages.has(one.url));
  const others = [...found.concepts.flatMap((one) => one.others).map(entry), ...found.elsewhere.map(result)];
  const groups = [
    group("", concepts, 0),
    group("", rest.filter((one) => !isNear(one)).map(result), 1),
    group(words.meant, found.corrections.slice(0, 3).map(correction), 2),
    group(words.near, rest.filter(isNear).map(result), 3),
    group(words.inOtherLanguages, others.slice(0, 4), 4),
  ].filter(Boolean);
  const last = everything(query);
  list.replaceChildren(...groups, ...(groups.length && last ? [last] : []));
  options().forEach(name);
  list.hidden = !list.childElementCount;
  list.scrollTop = 0;
  input.setAttribute("aria-expanded", String(!list.hidden));
  note.hidden = Boolean(concepts.length || found.total);
  if (!note.hidden) say(...quoted(words.none, query));
  tell(summed(found, query));
}

function failed() {
  fold();
  say(words.failed);
  tell(words.failed);
}

const waiting = () => list.hidden && say(words.waiting);

const ask = asker((query) => search(query, { language, limit: LIMIT }), show, failed, waiting);

function update() {
  const query = typed();
  tell("");
  choose(null);
  if (!query) {
    ask.stop();
    fold();
    say(words.hint);
    return;
  }
  ask.soon(query);
}

function take(option) {
  if (option.dataset.query !== undefined) {
    input.value = option.dataset.query;
    input.focus();
    update();
  } else {
    option.click();
  }
}

function move(event) {
  const all = options();
  const last = all.length - 1;
  const place = all.indexOf(chosen);
  const target = {
    ArrowDown: place === last ? -1 : place + 1,
    ArrowUp: place === -1 ? last : place - 1,
    Home: 0,
    End: last,
  }[event.key];
  /* Without a choice, Home and End belong to the field. */
  if (!all.length || (place === -1 && /Home|End/.test(event.key))) return;
  event.preventDefault();
  choose(all[target]);
}

input.addEventListener("input", update);
input.addEventListener("keydown", (event) => {
  if (event.isComposing) return;
  if (/^(ArrowDown|ArrowUp|Home|End)$/.test(event.key)) move(event);
  /* Where the library has no search page, the first result is the best there is to go to. */
  const target = chosen ?? (form.hasAttribute("action") ? null : options()[0]);
  if (event.key === "Enter" && target) {
    event.preventDefault();
    take(target);
  }
  if (event.key === "Escape") {
    event.preventDefault();
    box.close();
  }
});
form.addEventListener("submit", (event) => {
  if (event.defaultPrevented) return;
  event.preventDefault();
  location.assign(pageOf(typed()));
});
list.addEventListener("click", (event) => {
  const option = event.target.closest("[role=option]");
  if (!option) return;
  if (option.dataset.query !== undefined) take(option);
  else if (!event.ctrlKey && !event.metaKey && !event.shiftKey) box.close();
});
/* The list's own scroll bar and text take no focus away from the field. */
list.addEventListener("mousedown", (event) => event.preventDefault());
box.addEventListener("close", () => {
  tell("");
  choose(null);
});

suggest().catch(failed);
if (typed()) update();
