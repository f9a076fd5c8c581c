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
