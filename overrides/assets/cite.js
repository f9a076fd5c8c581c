/* Copies a reference. Where the browser forbids that, the reference is marked, so that one key copies it. */
(() => {
  const part = document.querySelector(".kb-cite");
  if (!part) return;
  const status = part.querySelector("[role=status]");
  const { kbCopied: copied, kbSelected: selected } = part.dataset;
  const back = new Map();

  const select = (text) => getSelection().selectAllChildren(text);

  const copy = async (text) => {
    try {
      /* With its italics for whoever writes on paper, and plain for everything else. */
      const forms = { "text/plain": text.textContent, "text/html": text.innerHTML };
      const blobs = Object.entries(forms).map(([type, form]) => [type, new Blob([form], { type })]);
      await navigator.clipboard.write([new ClipboardItem(Object.fromEntries(blobs))]);
      return true;
    } catch {
      select(text);
      return document.execCommand("copy");
    }
  };

  for (const button of part.querySelectorAll("[data-kb-copy]")) {
    const label = button.textContent;
    button.addEventListener("click", async () => {
      const isCopied = await copy(document.getElementById(button.dataset.kbCopy));
      status.textContent = isCopied ? copied : selected;
      if (!isCopied) return;
      button.textContent = copied;
      clearTimeout(back.get(button));
      back.set(
        button,
        setTimeout(() => {
          button.textContent = label;
          status.textContent = "";
        }, 4000),
      );
    });
  }
})();
