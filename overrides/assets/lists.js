/*
 * Who comes to a summary from a list stays in that list: "previous" and "next" at its foot lead through it, and no longer
 * through the summaries of its kind. Which list it is goes along in the address ("?in=concepts/chime-hope/") and then
 * stands in the tab's history alone, so that it neither gets into a copied address nor is stored.
 */
(() => {
  const NAME = "in";
  const FORM = /^(?:[a-z0-9-]+\/)+(?:[a-z0-9-]+)?$/; /* The path of the list's page, and of a group on it its id. */

  /* A title in a language of its own leads to a page that only says what is missing. */
  const isReadable = (link) => !link.querySelector("bdi[lang]");

  const follow = ({ target }) => {
    const link = target.closest?.(".kb-entry__title a");
    const list = link?.closest("[data-kb-list]")?.dataset.kbList;
    if (!list || !isReadable(link)) return;
    const { href } = link;
    link.search = new URLSearchParams({ [NAME]: list });
    /* Whoever copies the link later gets it as it was. */
    setTimeout(() => {
      link.href = href;
    });
  };
  for (const way of ["click", "auxclick"]) document.addEventListener(way, follow);

  const nav = document.querySelector(".kb-turn");
  if (!nav) return;
  const address = new URL(location);
  const list = address.searchParams.get(NAME) ?? history.state?.kbList;
  const isList = FORM.test(list ?? "");
  address.searchParams.delete(NAME);
  history.replaceState(isList ? { kbList: list } : history.state, "", address);
  if (!isList) return;
  /* A section of the page is another step, which begins without. */
  addEventListener("hashchange", () => {
    if (!history.state) history.replaceState({ kbList: list }, "");
  });

  const lead = (item, link, from) => {
    item.hidden = !link;
    if (!link) return;
    const target = new URL(link.getAttribute("href"), from);
    target.searchParams.set(NAME, list);
    item.querySelector("a").href = target;
    item.querySelector(".kb-turn__title").textContent = link.textContent;
  };

  const turn = (page, from) => {
    const part = page.querySelector(`[data-kb-list="${list}"]`);
    const links = [...(part?.querySelectorAll(".kb-entry__title a") ?? [])].filter(isReadable);
    const here = links.findIndex((link) => new URL(link.getAttribute("href"), from).pathname === address.pathname);
    if (here < 0) return;
    const name = document.createElement("a");
    name.href = new URL(list.endsWith("/") ? "" : `#${list.split("/").at(-1)}`, from);
    name.textContent = part.dataset.kbListName;
    nav.querySelector(".kb-label").replaceChildren(
      ...nav.dataset.kbWords.split(/(\{list\})/).map((piece) => (piece === "{list}" ? name : piece)),
    );
    lead(nav.querySelector(".kb-turn__before"), links[here - 1], from);
    lead(nav.querySelector(".kb-turn__after"), links[here + 1], from);
    nav.hidden = links.length < 2;
  };

  /* A document that a request brings is only read: nothing in it runs or loads. */
  const request = new XMLHttpRequest();
  request.open("GET", new URL(`../../${list.slice(0, list.lastIndexOf("/") + 1)}`, address));
  request.responseType = "document";
  request.addEventListener("load", () => {
    if (request.response && request.status < 400) turn(request.response, request.responseURL);
  });
  request.send();
})();
