/* What a walk by keyboard looks at: handed to a page before its own scripts. */
(() => {
  const shown = (element, opacityProperty = true) => element.checkVisibility({ visibilityProperty: true, opacityProperty });
  const brief = (element) => element.outerHTML.replace(/\s+/g, " ").slice(0, 110);

  /* Colours as they lie over one another, and their contrast as WCAG reckons it. */
  const parsed = (colour) => {
    const [red, green, blue, alpha = 1] = (colour.match(/[\d.]+(?=[,)\s/])/g) ?? []).map(Number);
    const unit = colour.startsWith("color(") ? 1 : 255;
    return { rgb: [red / unit, green / unit, blue / unit], alpha };
  };
  const behind = (element) => {
    for (let one = element; one; one = one.parentElement) {
      const { rgb, alpha } = parsed(getComputedStyle(one).backgroundColor);
      if (alpha === 1) return rgb;
    }
    return [1, 1, 1];
  };
  const luminance = (rgb) => {
    const [red, green, blue] = rgb.map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const contrast = (one, two) => {
    const [dark, light] = [luminance(one), luminance(two)].sort((a, b) => a - b);
    return (light + 0.05) / (dark + 0.05);
  };

  /* The mark of the focus: how thick, and how well told from what lies beside it. */
  const mark = (element) => {
    const field = element.closest("svg") && element.querySelector(".kb-figure__field");
    if (field) {
      const style = getComputedStyle(field);
      const colour = parsed(style.stroke).rgb;
      const beside = [parsed(style.fill).rgb, behind(element.closest("svg").parentElement)];
      return {
        thickness: parseFloat(style.strokeWidth) * field.getScreenCTM().a,
        contrast: Math.min(...beside.map((one) => contrast(colour, one))),
      };
    }
    const style = getComputedStyle(element);
    if (style.outlineStyle === "none") return { thickness: 0, contrast: 0 };
    const isInside = parseFloat(style.outlineOffset) < 0;
    return {
      thickness: parseFloat(style.outlineWidth),
      contrast: contrast(parsed(style.outlineColor).rgb, behind(isInside ? element : element.parentElement)),
    };
  };

  /* Whether some point of what has the focus is seen: not out of sight, and not behind something that stays put. */
  const isSeen = (element) =>
    [...element.getClientRects()].some(({ left, right, top, bottom, width, height }) => {
      const spots = [0.5, 0.1, 0.9].flatMap((x) => [0.5, 0.15, 0.85].map((y) => [left + width * x, top + height * y]));
      return spots.some(([x, y]) => {
        const top = document.elementFromPoint(x, y);
        return top && (element.contains(top) || top.contains(element));
      });
    });

  const LINES = "p, li, dd, dt, td, th, figcaption, blockquote";
  const TARGETS = "a[href], button, input, select, textarea, summary, [tabindex='0'], [role=option]";
  const INLINE = /^inline$|^contents$/;

  window.walk = {
    here() {
      const element = document.activeElement;
      if (!element || element === document.body || element === document.documentElement) return null;
      return { number: walk.number(element), what: brief(element), shown: shown(element), seen: isSeen(element), ...mark(element) };
    },
    /* Everything that can have the focus, in the order of the page; a heading's link is only seen when it has it.
       -1 is what else the browser stops at, as it does at boxes that scroll. */
    number: (element) => walk.stops().indexOf(element),
    stops() {
      const all = [...document.querySelectorAll(TARGETS)];
      return all.filter((one) => shown(one, false) && !one.disabled && one.tabIndex >= 0 && !one.closest("[inert]"));
    },
    names: () => walk.stops().map(brief),
    isWithin: (selector) => Boolean(document.activeElement.closest(selector)),

    /* Steps that go against the lines: within a row of things the next stands further on, or lower down. */
    backwards() {
      const found = [];
      const stops = walk.stops().filter((one) => !one.closest("svg, .kb-coverage"));
      for (const [number, one] of stops.entries()) {
        const two = stops[number + 1];
        const row = one.closest("ul, ol, form, p, header");
        if (!two || !row || row !== two.closest("ul, ol, form, p, header")) continue;
        const isRtl = getComputedStyle(row).direction === "rtl";
        const [a, b] = [one.getClientRects()[0], two.getClientRects()[0]];
        const isBeside = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 2;
        const isOn = isBeside ? (isRtl ? b.right <= a.right + 1 : b.left >= a.left - 1) : b.top >= a.top - 1;
        if (!isOn) found.push(`${brief(one)} → ${brief(two)}`);
      }
      return found;
    },

    /* Targets that are too small (WCAG 2.5.8): below 24 pixels, not in a line of text, and with another too near. */
    small() {
      const LEAST = 24;
      const of = (element) => {
        const label = element.matches("[type=checkbox], [type=radio]") && element.closest("label");
        return (label || element).getBoundingClientRect();
      };
      const all = walk.stops().filter((one) => !one.matches("[tabindex='0']:not(a, button)"));
      const isInLine = (one) => {
        const block = one.closest(LINES);
        const text = (element) => element.textContent.replace(/\s+/g, "").length;
        return block && INLINE.test(getComputedStyle(one).display) && text(block) > text(one) + 1;
      };
      const isSmall = (one) => Math.min(of(one).width, of(one).height) < LEAST - 0.01;
      const middle = (box) => [box.x + box.width / 2, box.y + box.height / 2];
      const isNear = (one, two) => {
        const [x, y] = middle(of(one));
        if (isSmall(two)) {
          const [otherX, otherY] = middle(of(two));
          return Math.hypot(x - otherX, y - otherY) < LEAST;
        }
        const box = of(two);
        const [nearX, nearY] = [Math.max(box.left, Math.min(x, box.right)), Math.max(box.top, Math.min(y, box.bottom))];
        return Math.hypot(x - nearX, y - nearY) < LEAST / 2;
      };
      const isWithin = (one, two) => one.contains(two) || two.contains(one);
      return all
        .filter((one) => isSmall(one) && !isInLine(one))
        .filter((one) => all.some((two) => one !== two && !isWithin(one, two) && isNear(one, two)))
        .map((one) => `${Math.round(of(one).width)} × ${Math.round(of(one).height)}: ${brief(one)}`);
    },

    /* Landmarks in order with their names, and the levels of the headings that are shown or heard. */
    landmarks() {
      const SECTIONS = "article, aside, main, nav, section";
      const role = (element) => {
        const stated = element.getAttribute("role");
        if (stated) return stated;
        const tag = element.tagName.toLowerCase();
        const isWithin = element.parentElement.closest(SECTIONS);
        return { main: "main", nav: "navigation", header: isWithin ? "" : "banner", footer: isWithin ? "" : "contentinfo" }[tag];
      };
      return [...document.querySelectorAll("header, footer, main, nav, [role=search], [role=navigation]")]
        .filter((one) => shown(one))
        .map((element) => [role(element), element.getAttribute("aria-label") ?? ""])
        .filter(([name]) => name);
    },
    headings() {
      const all = [...document.querySelectorAll("h1, h2, h3, h4, h5, h6")];
      return all.filter((one) => one.checkVisibility()).map((one) => Number(one.tagName[1]));
    },
  };
})();
