/* Norwegian words that the lexicon lacks: endings, compounds, Nynorsk, as in text/norwegian.py; and æ, ø, å as they are
   typed on other keyboards. */

// What follows a noun in -er that names a person: brukere, brukeren, brukerne.
const AGENT = ["e", "en", "ne", "nes"];
// Endings that show the word before them to be a base.
const INFLECTIONS = ["en", "et", "er", "ene", "n", "r", "ne", "e"];
// Those that no verb has, for words that are looked for by their longer forms.
const NOUN_ENDINGS = ["en", "et", "er", "ene", "ens", "ets", "ers", "enes"];
const E_ENDINGS = ["n", "r", "ne", "ns", "rs", "nes"];
const MEN = /menn(?:enes?)?$/u;
// What a short word ends in before a genitive -s; kurs and års have an s of their own.
const POSSESSED = /(?:en|et|ene|er|ing|het|else|sjon)$/u;
// Where a compound parts for certain, its parts known or not: behind these endings the s is a binding one.
const REAL_BORDER = /[\p{L}\p{N}_]{3}(?:ing|sjon|het|skap|dom|itet)(?=s[\p{L}\p{N}_]{4})/u;
const BINDING = ["s", "", "e"];
const SHORTEST = 3;
const SHORTEST_LAST = 4;
const LONG = 6;
// Nynorsk endings of words for persons that texts of the site don't use and queries may (brukarane).
const AGENTS = { arane: "erne", aren: "eren", arar: "ere" };
// More places than this are not tried, as every one doubles the number of spellings.
const MOST_PLACES = 5;
const TYPED = { ae: "æ", oe: "ø", aa: "å", a: "å", o: "ø" };

const list = (text) => text.trim().split(/\s+/u);

/** A word without its genitive -s; nothing if it has none. */
function possessor(form) {
  if (!form.endsWith("s") || /(?:s|u|i)s$/u.test(form)) return "";
  const inner = form.slice(0, -1);
  return inner.length >= LONG || POSSESSED.test(inner) ? inner : "";
}

/** What a stem's last consonants become without an ending: fordomm, fordom; regl, regel; artikl, artikkel. */
function spelledOut(stem) {
  const found = [];
  if (stem.endsWith("mm")) found.push(stem.slice(0, -1));
  const [before, last] = stem.slice(-2);
  if ("lnr".includes(last) && !"aeiouyæøålr".includes(before)) {
    found.push(`${stem.slice(0, -1)}e${last}`, `${stem.slice(0, -1)}${before}e${last}`);
  }
  return found;
}

/** All spellings in which some of the letters are what another keyboard cannot type, those with the fewest first. */
function retyped(form, pattern) {
  const pieces = form.split(pattern);
  if (pieces.length > 2 * MOST_PLACES + 1) return [];
  let found = [["", 0]];
  for (const piece of pieces) {
    const options = Object.hasOwn(TYPED, piece) ? [[piece, 0], [TYPED[piece], 1]] : [[piece, 0]];
    found = found.flatMap(([begun, count]) => options.map(([next, more]) => [begun + next, count + more]));
  }
  return found
    .filter(([, count]) => count)
    .sort((one, other) => one[1] - other[1])
    .map(([spelling]) => spelling);
}

/** Prepares the tables; gives what guesses a folded word's keys. */
export function norwegian(tables) {
  const endings = Object.entries(tables.endings);
  const bokmaal = new Map(Object.entries(tables.bokmaal));
  const long = [...bokmaal].filter(([old]) => old.length > SHORTEST_LAST);
  const beginnings = [...Object.entries(tables.bokmaal_beginnings), ...long];
  const tails = Object.entries({ ...tables.bokmaal_endings, ...AGENTS });
  const irregular = new Map(
    Object.entries(tables.irregular).flatMap(([base, forms]) => forms.map((form) => [form, base])),
  );
  const unlike = new Set(
    Object.entries(tables.unlike).flatMap(([base, forms]) => forms.map((form) => `${form} ${base}`)),
  );
  const adjectives = new Set(list(tables.adjectives));
  const adjectiveEnding = new RegExp(`(?:${list(tables.adjective_endings).join("|")})$`, "u");
  const grammar = new Set(list(tables.grammar));
  const noFirst = new Set(list(tables.no_first));
  const noLast = new Set(list(tables.no_last));

  /** The forms that a word's ending may come from; where several are words the first is meant. */
  function bases(form) {
    const inner = possessor(form);
    const found = inner ? [...bases(inner), inner] : [];
    for (const [ending, replacements] of endings) {
      const stem = form.slice(0, form.length - ending.length);
      if (!form.endsWith(ending) || stem.length < SHORTEST) continue;
      for (const replacement of replacements) {
        found.push(stem + replacement);
        if (!replacement) found.push(...spelledOut(stem));
      }
    }
    return found;
  }

  /** May the form be one of the base? -e and -t are endings of adjectives only, and part of too many other words. */
  function isPlausible(form, base) {
    if ((form === `${base}e` || form === `${base}t`) && !form.endsWith("ere")) {
      return adjectives.has(base) || adjectiveEnding.test(base);
    }
    return !unlike.has(`${form} ${base}`);
  }

  return (form, lookup) => {
    const { isWord } = lookup;
    const inflects = (stem) => grammar.has(stem) || INFLECTIONS.some((ending) => isWord(stem + ending));

    /* What leaves three letters may be anything (salt, gitar); -et and -ene are endings for certain. */
    const isLongEnough = (base, word) =>
      base.length > SHORTEST ||
      irregular.get(word) === base ||
      /^(?:et|ene)s?$/u.test(word.slice(base.length)) ||
      inflects(base);

    /** The base form of a word of the lexicon, which may be itself; nothing if the lexicon knows none. */
    function baseOf(word) {
      if (irregular.has(word)) return irregular.get(word);
      if (grammar.has(word)) return word;
      if (MEN.test(word)) return word.replace(MEN, "mann");
      if (!(word.endsWith("er") && AGENT.some((ending) => isWord(word + ending)))) {
        const inner = possessor(word);
        const base = inner && baseOf(inner);
        if (base) return base;
        const found = bases(word).find((one) => isWord(one) && !grammar.has(one) && isPlausible(word, one));
        if (found) return found;
      }
      return isWord(word) ? word : "";
    }

    /** The known word that a compound's first part is, without the binding letter; nothing if it is none. */
    function firstOf(part) {
      for (const binding of BINDING) {
        const word = part.endsWith(binding) ? part.slice(0, part.length - binding.length) : "";
        if (word.length < SHORTEST || [word, part].some((one) => grammar.has(one) || noFirst.has(one))) continue;
        if (isWord(word) || (word.length > SHORTEST && inflects(word))) return word;
      }
      return "";
    }

    /** The base form of the known word that a compound's last part is; nothing if it is none. */
    function lastOf(part) {
      if (noLast.has(part) || grammar.has(part)) return "";
      const base = baseOf(part);
      if (base) return grammar.has(base) || noLast.has(base) || base.length < SHORTEST ? "" : base;
      return [part, ...bases(part)].some((cut) => cut.length > SHORTEST && inflects(cut)) ? part : "";
    }

    /** A compound's first and last part; the longest last part is taken. */
    function partsOf(compound) {
      if (!/^\p{L}+$/u.test(compound)) return [];
      for (let cut = SHORTEST; cut <= compound.length - SHORTEST_LAST; cut++) {
        // All first parts lie together in the lexicon, the last parts do not.
        const first = firstOf(compound.slice(0, cut));
        const last = first && lastOf(compound.slice(cut));
        if (last) return [first, last];
      }
      const border = REAL_BORDER.exec(compound);
      if (!border) return [];
      const end = border.index + border[0].length;
      const last = compound.slice(end + 1);
      return noLast.has(last) ? [] : [compound.slice(0, end), last];
    }

    /** The Bokmål form of a Nynorsk one. Beginnings and endings change only where a known word comes of it. */
    function toBokmaal(word) {
      if (bokmaal.has(word)) return bokmaal.get(word);
      for (const [old, now] of beginnings) {
        const changed = now + word.slice(old.length);
        if (word.startsWith(old) && baseOf(changed)) return changed;
      }
      for (const [old, now] of tails) {
        const changed = word.slice(0, word.length - old.length) + now;
        if (word.endsWith(old) && baseOf(changed)) return changed;
      }
      return word;
    }

    const keysOf = (words) => [...new Set(words.flatMap((word) => lookup(word) ?? []))];

    /** Keys of a word, not of its parts. */
    function wordKeys(written) {
      const word = toBokmaal(written);
      if (isWord(word)) return lookup(word);
      if (grammar.has(word)) return keysOf([word]);
      const base = baseOf(word);
      if (isWord(base) && isLongEnough(base, word)) return lookup(base);
      const owner = word.endsWith("s") ? word.slice(0, -1) : "";
      if (owner.length > SHORTEST && isWord(owner)) return lookup(owner);
      // Where no base is known, another form of the word may have been led back to the same cut, or follow from this.
      const cuts = bases(word).filter((cut) => !grammar.has(cut) && isPlausible(word, cut) && isLongEnough(cut, word));
      const keys = keysOf([word, ...(isLongEnough(base, word) ? [base] : []), ...cuts]);
      const longer = [...(word.endsWith("e") ? E_ENDINGS : NOUN_ENDINGS), ...(word.endsWith("er") ? AGENT : [])];
      const used = longer
        .map((ending) => word + ending)
        .filter((one) => isWord(one) && [one, word].includes(lookup(one)[0]) && !unlike.has(`${one} ${word}`));
      if (word.length > SHORTEST || used.length > 1) keys.push(...keysOf(used));
      return keys.length ? [...new Set([...keys, ...partKeys(written)])] : keys;
    }

    function partKeys(written) {
      const word = toBokmaal(written);
      const [first, last] = partsOf(baseOf(word) || word);
      return first ? keysOf([baseOf(last) || last, baseOf(first) || first]) : [];
    }

    const pairs = retyped(form, /(ae|oe|aa)/u);
    for (const [spellings, find, how] of [
      [pairs, wordKeys, "word"],
      [[form], wordKeys, "word"],
      [pairs, partKeys, "part"],
      [[form], partKeys, "part"],
      [retyped(form, /([ao])/u), wordKeys, "word"],
    ]) {
      for (const spelling of spellings) {
        const keys = find(spelling);
        if (keys.length) return { keys, how };
      }
    }
    return undefined;
  };
}
