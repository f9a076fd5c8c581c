/* Where the site stands, and its files. */

/** The folder of the search, as an address. */
export const FOLDER = new URL("./", import.meta.url);

/** The site's root. */
export const ROOT = new URL("../../", FOLDER);

/** A JSON file of the search. Rejects when it is not there. */
export async function fetchJson(path) {
  const response = await fetch(new URL(path, FOLDER));
  if (!response.ok) throw new Error(`${response.status} ${path}`);
  return response.json();
}
