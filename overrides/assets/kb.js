/*
 * What the pages do besides being read. Everything works without it, with one tap more or a section less.
 *
 * Scripts are written for Safari 16.4, Firefox 113 and Chrome 111, and need nothing younger.
 */
(() => {
  /* The language switch leads to the section that is being read, and the choice holds for permanent addresses. */
  const languages = [...document.querySelectorAll("a[data-kb-language]")];
  const keepSection = () => {
    for (const link of languages) link.hash = location.hash;
  };
  keepSection();
  /* On the search page it takes the search along: see search/address.js. */
  const field = document.querySelector("[data-kb-search-field]");
  if (!field) window.addEventListener("hashchange", keepSection);
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

  /* Search. The box stands in the page and opens at once; what finds things is loaded when it is first wanted. */
  const opener = document.querySelector("[data-kb-search]");
  const box = document.getElementById("kb-box");
  const keys = box?.querySelector(".kb-box__key input");
  const here = document.currentScript.src;
  let isReady = false;
  const prepare = () => {
    if (isReady) return;
    isReady = true;
    const sheet = document.createElement("link");
    sheet.rel = "stylesheet";
    sheet.href = new URL("search.css", here);
    document.head.append(sheet);
    import("./search/box.js").catch(() => {
      isReady = false;
      sheet.remove();
      box.querySelector(".kb-box__note").textContent = document.getElementById("kb-search-words").dataset.failed;
    });
  };
  const openSearch = () => {
    if (box && !box.open) box.showModal();
    const input = field ?? box.querySelector("input");
    input.focus();
    input.select();
    if (box) prepare();
  };
  if (opener) {
    opener.setAttribute("aria-haspopup", "dialog");
    opener.setAttribute("aria-keyshortcuts", "/ Control+K Meta+K");
    opener.addEventListener("click", (event) => {
      event.preventDefault();
      openSearch();
    });
    box.querySelector(".kb-box__close").addEventListener("click", () => box.close());
    /* A click beside the box, and the back button's picture of the page, leave it closed. */
    box.addEventListener("pointerdown", ({ target, clientX: x, clientY: y }) => {
      const { left, right, top, bottom } = box.getBoundingClientRect();
      if (target === box && (x < left || x > right || y < top || y > bottom)) box.close();
    });
    box.querySelector("form").addEventListener("submit", (event) => {
      if (!event.target.hasAttribute("action") || !box.querySelector("input").value.trim()) event.preventDefault();
    });
    addEventListener("pagehide", () => box.close());
    try {
      keys.checked = localStorage.getItem("kb-slash") !== "off";
    } catch {}
    keys.addEventListener("change", () => {
      try {
        localStorage.setItem("kb-slash", keys.checked ? "on" : "off");
      } catch {}
    });
  }
  if (field ?? box) {
    const isTyping = (target) => target.closest?.("input:not([type=checkbox]), textarea, select") || target.isContentEditable;
    addEventListener("keydown", (event) => {
      /* A browser that fills in a field says that a key was struck, but not which. */
      if (!event.key) return;
      const isAlone = !event.ctrlKey && !event.metaKey && !event.altKey;
      /* Under a Hebrew layout the key of the slash gives a full stop, and the K a lamed. */
      const isSlash = event.key === "/" || (event.key === "." && event.code === "Slash");
      const isSlashAlone = isSlash && isAlone && (keys?.checked ?? true) && !isTyping(event.target);
      const isK = event.key.toLowerCase() === "k" || (event.code === "KeyK" && event.key > "z");
      const isControlK = isK && event.ctrlKey !== event.metaKey && !event.altKey && !event.shiftKey;
      if (event.defaultPrevented || !(isSlashAlone || isControlK)) return;
      event.preventDefault();
      openSearch();
    });
  }
  const { lang } = document.documentElement;
  window.kb = {
    search: async (query, { language = lang, limit } = {}) =>
      (await import("./search/engine.js")).list(query, { language, limit }),
  };
})();
