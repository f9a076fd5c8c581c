/* Norwegian words that the lexicon lacks: endings, compounds, Nynorsk, as in text/norwegian.py; and æ, ø, å as they are
   typed on other keyboards. */

import { unaccented } from "./words.js";

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
// Endings of nouns and participles that a verb's -e is cut for, and of verbs in the past (text/norwegian.py).
const DERIVED = /(?:(n)?ing(?:en|a|er|ene)?s?|[ea]nde|els(?:e|en|er|ene)|es)$/u;
const PAST = /(?:(?<=[bdfgjklmnprstv])t(?:e|es)?|(?<=[gv]|ei|øy)d(?:e|es)?|(?<=[aeiouyæøå])dd(?:e|es)?)$/u;
const PRESENT = /(?:er|et)$/u;
const COMPARED = /(?:ere|este?|(?<=ig|om)ste?)$/u;
const QUALITY = /het(?:en|er|ene)?s?$/u;
// Endings before which two letters may be a word (by, år).
const CLEAR = ["en", "et", "ene", "er"];
// What a part of a compound lacks in the lexicon, and stands where the other part would.
const INFLECTED = /(?<=[\p{L}\p{N}_]{3})(?:enes?|ens?|ets?|er[ns]?e?s?|a|e)$/u;
const BORDER = "-";
const SHORT = 4;
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

/** The infinitives that a weak verb's form, or a noun made of one, may come from. */
function verbs(form) {
  const found = [];
  for (const pattern of [DERIVED, PAST, PRESENT]) {
    const match = pattern.exec(form);
    if (!match) continue;
    const stem = form.slice(0, match.index);
    if (match[0].startsWith("dd")) found.push(stem);
    else if (pattern === PAST) found.push(`${stem}e`, `${stem}${stem.at(-1)}e`);
    else found.push(...(match[1] ? [`${stem}ne`] : []), `${stem}e`);
  }
  return found.filter((verb) => verb.length > SHORTEST || !verb.endsWith("e"));
}

/** Forms of a weak verb, and nouns made of it. */
function conjugated(verb) {
  const stem = verb.replace(/e$/u, "");
  const single = stem.replace(/(.)\1$/u, "$1");
  const found = [`${verb}r`, `${verb}nde`, ...["et", "ing", "ning", "ingen"].map((ending) => stem + ending)];
  if (stem === verb) found.push(`${verb}dde`, `${verb}dd`);
  for (const short of new Set([stem, single])) {
    found.push(`${short}te`, `${short}t`);
    if (/(?:[vg]|ei|øy)$/u.test(short)) found.push(`${short}de`, `${short}d`);
  }
  return found;
}

/** The adjectives that a compared form or a noun in -het may come from. */
function adjectivesOf(form) {
  const match = COMPARED.exec(form) ?? QUALITY.exec(form);
  if (!match) return form.endsWith("t") && form.length > SHORTEST ? [form.slice(0, -1) + form.at(-2)] : [];
  const stem = form.slice(0, match.index);
  if (stem.length < SHORTEST) return [];
  return [stem, ...spelledOut(stem), ...(/^(?:ere|este?)$/u.test(match[0]) ? [`${stem}e`] : [])];
}

/** Forms of an adjective, and the noun in -het. */
function compared(adjective) {
  const stem = adjective.replace(/e$/u, "");
  const doubled = stem.endsWith("m") ? `${stem}m` : stem;
  return [
    ...[...(adjective.endsWith("t") ? [] : ["t"]), "st", "ste", "het", "heten"].map((ending) => adjective + ending),
    ...["e", "ere", "est", "este"].map((ending) => doubled + ending),
  ];
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
  const tails = Object.entries(tables.bokmaal_endings);
  const further = new Map();
  for (const [base, forms] of Object.entries({ ...tables.strong, ...tables.suppletive })) {
    for (const one of list(forms)) further.set(one, [...(further.get(one) ?? []), base]);
  }
  const prefixes = list(tables.verb_prefixes);
  const irregular = new Map(
    Object.entries(tables.irregular).flatMap(([base, forms]) => forms.map((form) => [form, base])),
  );
  const irregularBases = new Set(Object.keys(tables.irregular));
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
      if (!form.endsWith(ending) || stem.length < SHORTEST - 1) continue;
      for (const replacement of replacements) {
        if (stem.length + replacement.length < SHORTEST && !CLEAR.includes(ending)) continue;
        found.push(stem + replacement);
        if (!replacement && stem.length >= SHORTEST) found.push(...spelledOut(stem));
      }
    }
    return found;
  }

  /** May the form be one of the base? -e and -t are endings of adjectives only, and part of too many other words. */
  function isPlausible(form, base) {
    if ((form === `${base}e` || form === `${base}t`) && !form.endsWith("ere")) {
      return isAdjective(base);
    }
    return !unlike.has(`${form} ${base}`);
  }

  const isAdjective = (base) => adjectives.has(base) || adjectiveEnding.test(base);

  /** The base of a strong verb's form, and of what no rule leads back; a prefix stays before it: beskrev, beskrive. */
  function strong(form) {
    const found = [...(further.get(form) ?? [])];
    for (const prefix of prefixes) {
      const rest = form.slice(prefix.length);
      if (!form.startsWith(prefix) || rest.length < SHORTEST) continue;
      const bases = (further.get(rest) ?? []).filter((base) => Object.hasOwn(tables.strong, base));
      found.push(...bases.map((base) => prefix + base));
    }
    return found;
  }

  /** What a Nynorsk word may be in Bokmål, by its beginning, its ending, and both. */
  function respelled(word) {
    const begun = beginnings
      .filter(([old]) => word.startsWith(old))
      .map(([old, now]) => now + word.slice(old.length));
    const found = begun.map((one) => bokmaal.get(one) ?? one);
    for (const one of [word, ...begun]) {
      for (const [old, now] of tails) {
        if (one.endsWith(old) && one.length - old.length >= SHORTEST) found.push(one.slice(0, -old.length) + now);
      }
    }
    return found;
  }

  return (form, lookup) => {
    const { isWord } = lookup;
    // What follows -ere follows -er as well: kunstneren, kunstnere.
    const inflects = (stem) =>
      grammar.has(stem) || (!stem.endsWith("ere") && INFLECTIONS.some((ending) => isWord(stem + ending)));

    /* What leaves three letters may be anything (salt, gitar); -et and -ene are endings for certain. */
    const isLongEnough = (base, word) =>
      base.length > SHORTEST ||
      irregular.get(word) === base ||
      irregularBases.has(base) ||
      (base.endsWith("e") && [`${base}n`, `${base.slice(0, -1)}ene`].includes(word)) ||
      /^(?:et|ene)s?$/u.test(word.slice(base.length)) ||
      (/[aiouyæøå]$/u.test(base) && word === `${base}en`) ||
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
      return bokmaal.get(word) ?? respelled(word).find((changed) => baseOf(changed)) ?? word;
    }

    const keysOf = (words) => [...new Set(words.flatMap((word) => lookup(word) ?? []))];

    /** Keys of the words that a form may be of or be derived from, and of what else is made of these. */
    function family(word) {
      const found = keysOf([...strong(word), unaccented(word)].filter((one) => one !== word && !grammar.has(one)));
      const isUnlike = (one) => unlike.has(`${word} ${one}`) || unlike.has(`${one} ${word}`);
      const add = (base, forms) => {
        const keys = [...(lookup(base) ?? []), ...forms.flatMap((one) => lookup(one).slice(0, 1))];
        found.push(...keys.filter((key) => !isUnlike(key)));
      };
      const isShort = /[^e]t$/u.test(word) && word.length <= SHORT;
      const infinitives = adjectives.has(word.replace(/e$/u, "")) ? [] : [...(/[^aeiouyæøå]e$/u.test(word) ? [word] : []), ...verbs(word)];
      for (const verb of infinitives) {
        const forms = conjugated(verb).filter((one) => one !== word && isWord(one) && !adjectives.has(lookup(one)[0]));
        // Where -t is cut, and where nothing is, nouns would seem to be verbs (fase, fast).
        const needsVerb = isShort || verb === word;
        if (!isUnlike(verb) && !(needsVerb && forms.every((one) => PRESENT.test(one)))) add(verb, forms);
      }
      const noun = word.replace(QUALITY, "het");
      for (const adjective of [word, ...adjectivesOf(word)]) {
        if (!isAdjective(adjective) && !QUALITY.test(word)) continue;
        if (!unlike.has(`${noun} ${adjective}`)) add(adjective, compared(adjective).filter((one) => one !== word && isWord(one)));
      }
      return found;
    }

    /** Keys of a word, and those that are only of its parts. */
    function wordKeys(written) {
      const word = toBokmaal(written);
      if (isWord(word)) return { keys: lookup(word) };
      if (grammar.has(word)) return { keys: keysOf([word]) };
      const base = baseOf(word);
      if (isWord(base) && isLongEnough(base, word)) {
        // Behind a participle there is a verb: hørte, hørt, høre.
        return { keys: PAST.test(word) ? [...new Set([...lookup(base), ...family(word)])] : lookup(base) };
      }
      const owner = word.endsWith("s") ? word.slice(0, -1) : "";
      if (owner.length > SHORTEST && isWord(owner)) return { keys: lookup(owner) };
      // Where no base is known, another form of the word may have been led back to the same cut, or follow from this.
      const cuts = bases(word).filter((cut) => !grammar.has(cut) && isPlausible(word, cut) && isLongEnough(cut, word));
      const keys = keysOf([word, ...(isLongEnough(base, word) ? [base] : []), ...cuts]);
      const longer = [...(word.endsWith("e") ? E_ENDINGS : NOUN_ENDINGS), ...(word.endsWith("er") ? AGENT : [])];
      const used = longer
        .map((ending) => word + ending)
        .filter((one) => isWord(one) && [one, word].includes(lookup(one)[0]) && !unlike.has(`${one} ${word}`));
      if (word.length > SHORTEST || used.length > 1) keys.push(...keysOf(used));
      keys.push(...family(word));
      if (!keys.length) return { keys };
      // A key that a longer form of the word brings and that begins otherwise, or is much shorter, is of a part.
      const parts = [...partKeys(written).keys, ...keysOf(used).filter((key) => !key.startsWith(word.slice(0, -2)))];
      const own = keys.filter((key) => !parts.includes(key));
      return own.length ? { keys: [...new Set([...own, ...parts])], parts: [...new Set(parts)] } : { keys };
    }

    function partKeys(written) {
      const word = toBokmaal(written);
      const [first, last] = partsOf(baseOf(word) || word);
      return { keys: first ? keysOf([baseOf(last) || last, baseOf(first) || first]) : [] };
    }

    /** Keys of compounds that begin or end with a word that stands nowhere alone. */
    function compoundKeys(written) {
      const part = written.replace(INFLECTED, "");
      return { keys: written.length > SHORTEST ? keysOf([BORDER + part, part + BORDER]) : [] };
    }

    const pairs = retyped(form, /(ae|oe|aa)/u);
    const others = respelled(form);
    for (const [spellings, find, how] of [
      [pairs, wordKeys, "word"],
      [[form], wordKeys, "word"],
      [others, wordKeys, "word"],
      [pairs, partKeys, "part"],
      [[form], partKeys, "part"],
      [retyped(form, /([ao])/u), wordKeys, "word"],
      [[form, ...pairs, ...others], compoundKeys, "part"],
    ]) {
      for (const spelling of spellings) {
        const { keys, parts } = find(spelling);
        if (keys.length) return parts?.length ? { keys, how, parts } : { keys, how };
      }
    }
    return undefined;
  };
}
