/* Words in a text, and a word as keys compare it: the same as text/words.py and text/characters.py.
   Offsets count UTF-16 units here and code points there; within the basic plane they are the same. */

const GERESH = "'\u2018\u2019\u201b\u05f3";
const GERSHAYIM = '"\u201c\u201d\u201e\u201f\u05f4';
const POINTS = "\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\ufb1e";
const MARKS = `\u0300-\u036f${POINTS}\u20d0-\u20f0\ufe20-\ufe2f`;
const HEBREW = "\u05d0-\u05ea\u05ef-\u05f2\ufb1d\ufb1f-\ufb28\ufb2a-\ufb4f";

const LETTER = `[${HEBREW}][${MARKS}]*`;
const OTHER = `(?![${HEBREW}])[\\p{L}\\p{N}][${MARKS}]*`;
const GENDER_ENDINGS = "ית|ות|ת|ה";
// Hebrew and other letters part even where they touch (הWRAP): they are words of two languages.
const RUN = new RegExp(
  `((?:${LETTER})+(?:(?:[${GERESH}]{1,2}|[${GERSHAYIM}])(?:${LETTER})+)*` +
    // Both genders in one word: מתמודד/ת, מתמודד.ת. Nothing may follow, so that ו/או stays two words.
    `(?:[/.](?:${GENDER_ENDINGS})(?![${HEBREW}${MARKS}/.${GERESH}${GERSHAYIM}]))?)` +
    `|(?:${OTHER})+(?:[${GERESH}](?:${OTHER})+)*`,
  "gu",
);
const QUOTE = new RegExp(`[${GERESH}]{1,2}|[${GERSHAYIM}]`, "gu");
const POSSESSIVE = new RegExp(`[${GERESH}][sS]$`, "u");
// Norwegian writes the ending of an acronym behind a hyphen: DPS-et, DPS-enes.
const ACRONYM_ENDING =
  /(?<=[A-ZÆØÅ0-9]{2})[-\u2010\u2011](?:e[nt]s?|enes?|ers?|ane|ar|[aes])(?![\p{L}\p{N}]|-)/uy;
const PARTICLES_ONLY = /^[והבכלמש]+$/u;
const ACRONYM_TAIL = /^[א-ת](?:ים|ות|ית|יים|יות)?$/u;
const CLOSING = new RegExp(`[${GERSHAYIM}]|[${GERESH}]{2}`, "uy");
const SLASH = new RegExp(`^([^\\n]*?)(ים)?[/.](${GENDER_ENDINGS})$`, "u");

// Letters whose sound geresh changes (ג׳ודית, צ׳ק). Behind any other a single quote opens a quotation: ה'אני'.
const GERESH_LETTERS = "גדזחטסעצתר";

const FINALS = { ך: "כ", ם: "מ", ן: "נ", ף: "פ", ץ: "צ" };
const DIGRAPHS = { "\u05f0": "וו", "\u05f1": "וי", "\u05f2": "יי" };
const ALL_POINTS = new RegExp(`[${POINTS}]+`, "gu");
const ALL_QUOTES = new RegExp(`[${GERESH}${GERSHAYIM}]`, "gu");

export const unpoint = (text) => text.replace(ALL_POINTS, "");
export const foldFinals = (text) => text.replace(/[ךםןףץ]/gu, (letter) => FINALS[letter]);

const ENDING = Object.fromEntries(Object.entries(FINALS).map((pair) => pair.reverse()));
/** A folded word as it is written: Hebrew letters that end one have a form of their own. */
export const withFinal = (form) => form.replace(/[כמנפצ]$/u, (letter) => ENDING[letter]);

/** What links a Hebrew word to the one before it, and stands before any word. */
export const LINKS = ["ו", "ש", "וש", "כש", "וכש"];

/** A word as keys compare it: compatible forms made one, small, without points, quote marks, final letters. */
export function fold(word) {
  const plain = unpoint(word.normalize("NFKC")).toLowerCase().normalize("NFKC");
  return foldFinals(plain.replace(/[\u05f0-\u05f2]/gu, (letter) => DIGRAPHS[letter]).replace(ALL_QUOTES, ""));
}

/** A folded word as those write it who leave accents out (café, cafe); å is a letter of its own. */
export function unaccented(form) {
  return form
    .normalize("NFD")
    .replace(/(?<=[a-z])[\u0300-\u0309\u030b-\u036f]+/gu, "")
    .normalize("NFC");
}

/** The words of a text in order, each as {text, start, end}. Language is the page's. */
export function words(text, language) {
  const found = [];
  for (const match of text.matchAll(RUN)) {
    const start = match.index;
    let end = start + match[0].length;
    if (match[1] !== undefined) {
      addHebrew(found, text, start, end);
      continue;
    }
    if (language === "nb" && start && isAcronymEnding(text, start - 1)) continue;
    // Norwegian has no such possessive: there the s is an error and stays with the word.
    if (language !== "nb" && POSSESSIVE.test(match[0])) end -= 2;
    found.push({ text: text.slice(start, end), start, end });
  }
  return found;
}

/** The words that one written word stands for: itself, or both genders of מתמודד/ת, מתמודדים/ות. */
export function spellings(word) {
  const match = SLASH.exec(word);
  if (!match) return [word];
  const [, stem, plural = "", ending] = match;
  // The ה of a masculine noun gives way to its feminine ending (מומחה/ית); the rest takes it as it is.
  const base = plural || !stem.endsWith("ה") ? stem : stem.slice(0, -1);
  return [stem + plural, base + ending];
}

/** A run of Hebrew letters and quote marks, cut at those marks that are quotation marks. */
function addHebrew(found, text, start, end) {
  let begin = start;
  for (const quote of text.slice(start, end).matchAll(QUOTE)) {
    const [from, to] = [start + quote.index, start + quote.index + quote[0].length];
    if (belongs(text, begin, from, to, end)) continue;
    found.push({ text: text.slice(begin, from), start: begin, end: from });
    begin = to;
  }
  found.push({ text: text.slice(begin, end), start: begin, end });
}

/** Is the mark between `from` and `to` part of the word around it? */
function belongs(text, begin, from, to, end) {
  const before = unpoint(text.slice(begin, from));
  if (to - from === 1 && GERESH.includes(text[from])) return GERESH_LETTERS.includes(foldFinals(before.slice(-1)));
  // Gershayim stand before an acronym's last letter; an ending may follow (דו״חות). A closing mark that nothing
  // else has opened tells a quotation (ה"חיים"), and so does a mere particle before what would be an ending.
  const [tail] = unpoint(text.slice(to, end)).split(/[/.]/u);
  const isQuoted = isClosing(text, end) && !isClosing(text, Math.max(begin - 1, 0));
  if (!ACRONYM_TAIL.test(tail) || isQuoted) return false;
  return tail.length === 1 || !PARTICLES_ONLY.test(before);
}

function isAcronymEnding(text, at) {
  ACRONYM_ENDING.lastIndex = at;
  return ACRONYM_ENDING.test(text);
}

function isClosing(text, at) {
  CLOSING.lastIndex = at;
  return CLOSING.test(text);
}
