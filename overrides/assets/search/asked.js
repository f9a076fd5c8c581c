/*
 * Read before the search page is shown. Where its address holds a question, the answer's place is kept free: what stands
 * there without a question would be read for a moment and go. Should the search not come, it is shown after all.
 */
(() => {
  const { classList } = document.documentElement;
  const given = location.hash.startsWith("#q=") ? location.hash.slice(1) : location.search;
  if (!new URLSearchParams(given).get("q")?.trim()) return;
  classList.add("kb-asked");
  addEventListener("error", ({ target }) => target.type === "module" && classList.remove("kb-asked"), true);
})();
