/* The address of a search: it holds the query and the filters, so that a search can be linked and come back to. */

const LONGEST = 400; // So much of a query stands in the address: servers refuse longer ones.

/* Other pages hand a search over after the sign #, so that the server is not told; here it becomes the address. */
const HANDED = /^#(?=q=)/;
const isHanded = () => HANDED.test(location.hash);

const languages = document.querySelectorAll("a[data-kb-language]");
const here = () => location.pathname + location.search;

let current = here();
let sent = here(); // The address of the last search that was sent: a step to come back to.
let left = null; // Its state, once the address has gone on from there.

/* The language switch takes the search along, or else the section that is being read. */
function lead() {
  for (const link of languages) link.hash = location.search.slice(1) || location.hash;
}
addEventListener("hashchange", lead);

/* Safari throws above a hundred changes in half a minute. Then the address lags behind, and the search goes on. */
function write(change, kept, address) {
  try {
    history[change](kept, "", address);
  } catch {}
  current = here();
  lead();
}

/* The state of a step: how many results were shown, and how far down the page was. */
const state = (limit, y = Math.round(scrollY)) => ({ limit, y });

/* The address that holds a query and the boxes that are ticked. */
export function written(query, ticked) {
  const given = new URLSearchParams();
  if (query) {
    given.set("q", query.slice(0, LONGEST));
    for (const { name, value } of ticked) given.append(name, value);
  }
  const text = String(given);
  return text ? `${location.pathname}?${text}` : location.pathname;
}

export const read = () => new URLSearchParams(isHanded() ? location.hash.replace(HANDED, "") : location.search);

/* The address was read, and is written as it would have been here: others encode it otherwise. */
export function adopt(address, limit, y) {
  write("replaceState", state(limit, y), isHanded() ? address : address + location.hash);
  sent = current;
}

/* While typing, the address follows. */
export function follow(address, limit) {
  if (address === current) return;
  if (current === sent) left = history.state;
  write("replaceState", state(limit), address);
}

/* A search that is sent is a step: the step before gets back the address and the state that it was left with. */
export function send(address, limit) {
  if (address === sent) return;
  write("replaceState", current === sent ? state(limit) : left, sent);
  write("pushState", state(limit, 0), address);
  sent = address;
}

export const keep = (limit) => write("replaceState", state(limit));

/* A link within the page changes no more than the fragment. */
export const isAnother = () => isHanded() || here() !== current;
