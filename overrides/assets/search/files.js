/* Where the site stands, and its files. */

/** The folder of the search, as an address. */
export const FOLDER = new URL("./", import.meta.url);

/** The site's root. */
export const ROOT = new URL("../../", FOLDER);

/** A JSON file of the search whose name changes with its content. Rejects when it is not there. */
export async function fetchJson(path, options = {}) {
  const response = await fetch(new URL(path, FOLDER), options);
  if (!response.ok) throw new Error(`${response.status} ${path}`);
  return response.json();
}

/** A JSON file that keeps its name: the browser asks whether its copy is still right. */
export const fetchFresh = (path) => fetchJson(path, { cache: "no-cache" });

/* What the content of Pagefind's packed files begins with. */
const SIGNATURE = "pagefind_dcd";

/** The JSON in one of Pagefind's packed files, whose name changes with its content. Rejects when it is not there. */
export async function fetchPacked(path) {
  const response = await fetch(new URL(path, FOLDER));
  if (!response.ok) throw new Error(`${response.status} ${path}`);
  const packed = await response.blob();
  // Some hosts unpack what they serve.
  const isPlain = (await packed.slice(0, SIGNATURE.length).text()) === SIGNATURE;
  const content = isPlain ? packed.stream() : packed.stream().pipeThrough(new DecompressionStream("gzip"));
  return JSON.parse((await new Response(content).text()).slice(SIGNATURE.length));
}
