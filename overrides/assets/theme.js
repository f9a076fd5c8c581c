/* Read before the page is shown: light or dark, as the reader has chosen or as the system says. */
(() => {
  const KEY = "kb-scheme";
  const root = document.documentElement;
  const dark = document.querySelector("link[data-kb-dark]");
  const bySystem = dark.media;

  const stored = () => {
    try {
      return localStorage.getItem(KEY);
    } catch {
      return null; // Storage is closed: the choice lasts as long as the page.
    }
  };
  const show = (scheme) => {
    dark.media = { dark: "screen", light: "not all" }[scheme] ?? bySystem;
  };

  root.classList.replace("no-js", "js");
  show(stored());
  window.addEventListener("storage", (event) => {
    if (event.key === KEY) show(event.newValue);
  });
  document.addEventListener("click", (event) => {
    if (!event.target.closest("[data-kb-scheme]")) return;
    const next = matchMedia(dark.media).matches ? "light" : "dark";
    show(next);
    try {
      localStorage.setItem(KEY, next);
    } catch {}
  });
})();
