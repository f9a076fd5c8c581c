/* The page of a permanent address: leads on in the reader's language, and keeps the section. */
(() => {
  const OTHER_NAMES = { no: "nb", nn: "nb", iw: "he" };
  const links = [...document.querySelectorAll("a[data-kb-target]")];
  let chosen = [];
  try {
    chosen = [localStorage.getItem("kb-language")];
  } catch {}
  const wanted = [...chosen, ...navigator.languages].map((tag) => {
    const code = (tag ?? "").toLowerCase().split("-")[0];
    return OTHER_NAMES[code] ?? code;
  });
  const code = wanted.find((one) => links.some((link) => link.dataset.kbTarget === one));
  const target = links.find((link) => link.dataset.kbTarget === code) ?? links[0];
  if (target) location.replace(target.href + location.hash);
})();
