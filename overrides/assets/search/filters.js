/* The boxes that narrow the results down, and the chips that show which of them are ticked. */

import { element, fill, words } from "./results.js";

const form = document.getElementById("kb-search");
const panel = document.getElementById("kb-narrow");
const boxes = [...form.elements].filter((one) => one.type === "checkbox");

export const ticked = () => boxes.filter((one) => one.checked);
const valueOf = (one) => one.dataset.value ?? one.value; // "article" in the address is "summary:article" in the index.

/* What the engine is asked for: {kind: ["summary:tool"]}. */
export function wanted() {
  const chosen = {};
  for (const one of ticked()) (chosen[one.name] ??= []).push(valueOf(one));
  return chosen;
}

/* Ticks what an address says. */
export function tick(given) {
  for (const one of boxes) one.checked = given.getAll(one.name).includes(one.value);
  for (const fold of panel.querySelectorAll("details")) fold.open ||= Boolean(fold.querySelector("input:checked"));
}

export function untick(some) {
  for (const one of some) one.checked = false;
}

export const hide = () => (panel.hidden = true);

/* Shows how many results each box leaves. One that leaves none is hidden, but never from under the reader's hand. */
export function count(facets) {
  for (const one of boxes) {
    const found = facets[one.name]?.[valueOf(one)] ?? 0;
    one.parentElement.querySelector(".kb-choice__count").textContent = `(${found})`;
    one.parentElement.hidden = !found && !one.checked && one !== document.activeElement;
  }
  /* A fold inside another stands before it, seen from the end. */
  for (const fold of [...panel.querySelectorAll("details")].reverse()) fold.hidden = !hasChoice(fold);
  panel.hidden = !hasChoice(panel);
}

const hasChoice = (part) => Boolean(part.querySelector("label:not([hidden])"));

export function onChange(act) {
  panel.addEventListener("change", act);
}

/* A scheme as a whole is called by its name, which stands above its box. */
function nameOf(one) {
  const heading = one.name === "scheme" ? one.closest("details").querySelector("summary") : null;
  return (heading ?? one.parentElement.querySelector(".kb-choice__name")).cloneNode(true).childNodes;
}

function button(attributes, act, ...children) {
  const made = element("button", { type: "button", ...attributes }, ...children);
  made.addEventListener("click", act);
  return made;
}

function chip(one, remove) {
  const label = element("span", {}, ...nameOf(one));
  return button(
    { class: "kb-chip", "aria-label": fill(words.remove, { name: label.textContent }).join("") },
    () => remove([one]),
    label,
    element("span", { "aria-hidden": "true" }, " ×"),
  );
}

/* The filters that are on, each with a way to take it off. */
export function chips(remove) {
  const on = ticked();
  if (!on.length) return null;
  const all = on.length > 1 ? button({ class: "kb-found__clear" }, () => remove(on), words.clear) : null;
  const items = [...on.map((one) => chip(one, remove)), all].filter(Boolean);
  return element(
    "ul",
    { class: "kb-chips kb-found__chips", "aria-label": words.chosen },
    items.map((one) => element("li", {}, one)),
  );
}
