/*
 * Shows what a concept means at the link that names it: to a pointer that rests on it, to the keyboard's focus, and to a
 * finger, whose first tap shows it and whose second follows the link. Escape puts it away; so does whatever leaves it.
 * What it says stands in the page (partials/definitions.html), and is read aloud with the link by aria-describedby.
 */
(() => {
  const PLACE = "kb-define-";
  const MARGIN = 8; /* Pixels that stay free at both sides of the window. */
  const REST = 150; /* Milliseconds that a pointer rests before anything opens, */
  const LEAVE = 300; /* and has to get from the link into the box. */

  const links = `a[aria-describedby^="${PLACE}"]`;
  const linkOf = (target) => target.closest?.(links) ?? null;
  const make = (name, kind, ...children) => {
    const element = document.createElement(name);
    element.className = kind;
    element.append(...children);
    return element;
  };

  const more = make("a", "kb-define__more");
  const term = make("p", "kb-define__term");
  const text = make("p", "kb-define__text");
  const box = make("div", "kb-define", make("div", "kb-define__card", term, text));
  const list = document.querySelector(".kb-definitions");
  more.textContent = list.dataset.kbMore;
  /* Still what the links are described by. */
  list.hidden = true;
  box.hidden = true;
  /* At the end of the page nothing cuts it off, and it stands within a landmark. */
  document.querySelector("main").append(box);

  let shown = null; /* The link whose definition is open. */
  let hovered = null;
  let touched = null;
  let isHeld = false; /* The pointer is down in the box. */
  let breadth = innerWidth;
  let timer = 0;

  const place = (link, x, y) => {
    const within = box.offsetParent.getBoundingClientRect();
    const rects = [...link.getClientRects()];
    const under = ({ left, right, top, bottom }) => x >= left && x <= right && y >= top && y <= bottom;
    const rect = rects.find(under) ?? rects[0];
    const isRtl = getComputedStyle(box).direction === "rtl";
    const width = document.documentElement.clientWidth;
    /* Distances from where lines begin. */
    const start = isRtl ? width - rect.right : rect.left;
    const origin = isRtl ? width - within.right : within.left;
    const free = Math.max(MARGIN, width - box.offsetWidth - MARGIN);
    box.style.insetInlineStart = `${Math.min(Math.max(start, MARGIN), free) - origin}px`;
    /* Below the whole link, also where it runs over two lines; above it where there is room only there, or more. */
    const { top } = rects[0];
    const { bottom } = rects.at(-1);
    const isBelow = bottom + box.offsetHeight <= innerHeight || top <= innerHeight - bottom;
    box.style.insetBlockStart = `${(isBelow ? bottom : top - box.offsetHeight) - within.top}px`;
  };

  const hide = () => {
    clearTimeout(timer);
    box.hidden = true;
    shown = null;
  };

  const show = (link, { x = -1, y = -1, isTap = false } = {}) => {
    clearTimeout(timer);
    const definition = document.getElementById(link.getAttribute("aria-describedby"));
    const name = definition.previousElementSibling.firstElementChild;
    term.replaceChildren(...name.cloneNode(true).childNodes);
    text.replaceChildren(...definition.cloneNode(true).childNodes);
    text.lang = definition.lang || document.documentElement.lang;
    text.dir = definition.dir || document.documentElement.dir;
    more.href = link.href;
    if (isTap) text.after(more);
    else more.remove();
    box.hidden = false;
    shown = link;
    place(link, x, y);
    /* A pointer would no longer rest on the link if the page moved below it. */
    if (isTap || link === document.activeElement) box.scrollIntoView({ block: "nearest" });
  };

  const focused = () => {
    const link = linkOf(document.activeElement);
    return link?.matches(":focus-visible") ? link : null;
  };

  const later = (act, delay) => {
    clearTimeout(timer);
    timer = setTimeout(act, delay);
  };

  /* A pointer that can rest on something. */
  document.addEventListener("pointerover", ({ target, pointerType, clientX: x, clientY: y }) => {
    if (pointerType === "touch") return;
    const link = linkOf(target);
    if (box.contains(target)) clearTimeout(timer);
    else if (link && link !== hovered && link !== shown) later(() => show(link, { x, y }), REST);
    else if (link === shown && link) clearTimeout(timer);
    hovered = link;
  });
  document.addEventListener("pointerout", ({ target, relatedTarget, pointerType }) => {
    if (pointerType === "touch" || (!linkOf(target) && !box.contains(target))) return;
    const next = relatedTarget;
    if (next && (box.contains(next) || (linkOf(next) && linkOf(next) === linkOf(target)))) return;
    /* What the keyboard has opened is open again when a pointer has passed. */
    later(() => {
      const link = focused();
      if (!link) hide();
      else if (link !== shown) show(link);
    }, LEAVE);
  });

  document.addEventListener("focusin", ({ target }) => {
    if (linkOf(target) && focused()) show(linkOf(target));
  });
  document.addEventListener("focusout", ({ target, relatedTarget }) => {
    if (linkOf(target) === shown && shown && !isHeld && !box.contains(relatedTarget)) hide();
  });

  /* A finger can't rest on anything. */
  document.addEventListener("pointerdown", ({ target, pointerType }) => {
    touched = pointerType === "touch" ? linkOf(target) : null;
    isHeld = box.contains(target);
    if (shown && !isHeld && touched !== shown) hide();
  });
  /* It became a scroll. */
  document.addEventListener("pointercancel", () => {
    touched = null;
  });
  document.addEventListener("click", (event) => {
    const link = linkOf(event.target);
    isHeld = false;
    if (link && link === touched && link !== shown) {
      event.preventDefault();
      show(link, { x: event.clientX, y: event.clientY, isTap: true });
    }
    touched = null;
  });

  addEventListener("keydown", (event) => {
    if (event.key === "Escape" && shown) hide();
  });
  /* A phone's window grows and shrinks while it scrolls, as its bars come and go. */
  addEventListener("resize", () => {
    if (innerWidth !== breadth) hide();
    else if (shown) place(shown, -1, -1);
    breadth = innerWidth;
  });
  /* The picture of the page that the back button shows. */
  addEventListener("pagehide", hide);
})();
