/* What the benchmark does inside of the pages it measures. */
window.probe = {
  /* Milliseconds that a promise takes. */
  async timed(work) {
    const start = performance.now();
    await work();
    return performance.now() - start;
  },

  /* Milliseconds from a key in a field to the last change of what shows the results. */
  key(field, results, event, query, quiet = 200, most = 20000) {
    return new Promise((resolve) => {
      const input = document.querySelector(field);
      let last = 0;
      let timer;
      const end = () => {
        observer.disconnect();
        resolve(last ? last - start : -1);
      };
      const observer = new MutationObserver(() => {
        last = performance.now();
        clearTimeout(timer);
        timer = setTimeout(end, quiet);
      });
      for (const place of document.querySelectorAll(results)) {
        observer.observe(place, { childList: true, subtree: true, characterData: true });
      }
      Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value").set.call(input, query);
      const start = performance.now();
      input.dispatchEvent(event === "keyup" ? new KeyboardEvent(event, { bubbles: true }) : new InputEvent(event, { bubbles: true }));
      timer = setTimeout(end, most);
    });
  },

  pagefind: null,

  async pagefindReady(address) {
    this.pagefind = await import(address);
    await this.pagefind.init();
  },

  async pagefindAsk(query, count) {
    const found = await this.pagefind.search(query);
    await Promise.all(found.results.slice(0, count).map((result) => result.data()));
  },

  /* The page's own modules, which the box loads as it opens: asking for them once more waits until they are there. */
  async boxReady() {
    const script = document.querySelector("script[src*='assets/kb.js']").src;
    await import(new URL("search/box.js", script));
    const { suggest } = await import(new URL("search/results.js", script));
    await suggest();
  },

  async oursReady(address, language) {
    const engine = await import(address);
    await engine.suggest?.(language);
  },
};

/* What Material's field says before its index is ready. */
addEventListener("DOMContentLoaded", () => {
  window.firstMessage = document.querySelector(".md-search-result__meta")?.textContent.trim();
});
