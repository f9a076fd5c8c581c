/* What the pages do besides being read. Everything works without it, with one tap more or a section less. */
(() => {
  /* The language switch leads to the section that is being read, and the choice holds for permanent addresses. */
  const languages = [...document.querySelectorAll("a[data-kb-language]")];
  const keepSection = () => {
    for (const link of languages) link.hash = location.hash;
  };
  keepSection();
  window.addEventListener("hashchange", keepSection);
  for (const link of languages) {
    link.addEventListener("click", () => {
      try {
        localStorage.setItem("kb-language", link.dataset.kbLanguage);
      } catch {}
    });
  }

  /* Menu and contents, folded on narrow screens. */
  const folds = [...document.querySelectorAll(".kb-disclose")];
  const unfold = (button, isOpen) => button.setAttribute("aria-expanded", String(isOpen));
  const isOpen = (button) => button.getAttribute("aria-expanded") === "true";
  for (const button of folds) {
    const part = document.getElementById(button.getAttribute("aria-controls"));
    button.addEventListener("click", () => unfold(button, !isOpen(button)));
    part.addEventListener("click", (event) => {
      if (event.target.closest("a")) unfold(button, false);
    });
    for (const one of [button, part]) {
      one.addEventListener("keydown", (event) => {
        if (event.key !== "Escape" || !isOpen(button)) return;
        unfold(button, false);
        button.focus();
      });
    }
  }

  /* The contents show where on the page one is. */
  const entries = new Map();
  for (const link of document.querySelectorAll(".kb-toc a")) {
    const target = document.getElementById(decodeURIComponent(link.hash.slice(1)));
    if (target) entries.set(target, link);
  }
  const mark = () => {
    let current = null;
    for (const [target, link] of entries) {
      link.removeAttribute("aria-current");
      if (target.getBoundingClientRect().top < innerHeight / 3) current = link;
    }
    current?.setAttribute("aria-current", "true");
  };
  if (entries.size) {
    let isWaiting = false;
    const later = () => {
      if (isWaiting) return;
      isWaiting = true;
      requestAnimationFrame(() => {
        isWaiting = false;
        mark();
      });
    };
    addEventListener("scroll", later, { passive: true });
    addEventListener("resize", later);
    mark();
  }
})();
