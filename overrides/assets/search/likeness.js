/* Whether one word may be a slip of another: one letter wrong, missing, too much, or two changed about. */

/** Nothing is taken for a slip of a shorter word. */
export const SHORTEST = 4;

/* In shorter words a letter that sounds alike makes too many other words (ספה, סופה; wall, well). */
const SHORTEST_SPELLING = 7;

/* Letters that sound alike, so that a writer may take one for the other. */
const ALIKE = {
  he: ["אעה", "טת", "כקח", "סש", "בו", "זצ"],
  nb: ["æe", "øo", "åo", "kc", "vw", "iy", "gj"],
  en: ["sz", "sc", "ckq", "iy"],
};

/* Letters that may be written or left out. */
const OPTIONAL = { he: "וי" };

/**
 * How alike a form is to a word: undefined if too unlike, else {distance, isSpelling}.
 * `isSpelling`: both would be read aloud the same, or differ in a letter that may be left out.
 */
export function likeness(form, word, language) {
  const long = Math.max(form.length, word.length);
  const short = Math.min(form.length, word.length);
  if (form === word || long - short > 1 || form.length < SHORTEST || short < SHORTEST - 1) return undefined;
  let start = 0;
  while (start < short && form[start] === word[start]) start++;
  let [formEnd, wordEnd] = [form.length, word.length];
  while (formEnd > start && wordEnd > start && form[formEnd - 1] === word[wordEnd - 1]) {
    formEnd--;
    wordEnd--;
  }
  const lost = form.slice(start, formEnd);
  const found = word.slice(start, wordEnd);
  const isAlike = soundsAlike(lost, found, form[start - 1], language);
  const isSpelling = isAlike && short >= SHORTEST_SPELLING;
  // A word's first letter is seldom the wrong one; and in a short word one letter is much.
  const distance = (isAlike ? 0.5 : 1) + (start ? 0 : 0.4) + 1 / long;
  if (lost.length <= 1 && found.length <= 1) return { distance, isSpelling };
  const isSwapped = lost.length === 2 && found.length === 2 && lost[0] === found[1] && lost[1] === found[0];
  return isSwapped ? { distance, isSpelling: false } : undefined;
}

/* Two slips in one word are only believed of a long one. */
const SHORTEST_TWICE = 7;

/** Whether a word may have been written with two slips: {distance, isSpelling}, as `likeness`, or undefined. */
export function likenessTwice(form, word) {
  if (Math.min(form.length, word.length) < SHORTEST_TWICE || Math.abs(form.length - word.length) > 2) return undefined;
  // Edits from each beginning of the form to each beginning of the word, of which two rows before this one are kept.
  let [older, old] = [[], [...word, ""].map((_, at) => at)];
  for (let row = 1; row <= form.length; row++) {
    const now = [row];
    for (let at = 1; at <= word.length; at++) {
      const isSame = form[row - 1] === word[at - 1];
      now[at] = Math.min(old[at] + 1, now[at - 1] + 1, old[at - 1] + (isSame ? 0 : 1));
      const isSwapped = row > 1 && at > 1 && form[row - 1] === word[at - 2] && form[row - 2] === word[at - 1];
      if (isSwapped) now[at] = Math.min(now[at], older[at - 2] + 1);
    }
    if (Math.min(...now) > 2) return undefined;
    [older, old] = [old, now];
  }
  const edits = old[word.length];
  return edits <= 2 ? { distance: edits + 1 / word.length, isSpelling: false } : undefined;
}

/* Letters that a writer may have put before a word where they can't stand. */
const LEADING = { he: /^[משהוכלב]{1,3}/u };

/** What follows letters that may lead a word, the longest first: כבצלקות, בצלקות, צלקות. */
export function rests(form, language) {
  const [leading = ""] = LEADING[language]?.exec(form) ?? [];
  return [...leading].map((_, at) => form.slice(at + 1)).filter((rest) => rest.length >= SHORTEST);
}

function soundsAlike(lost, found, before, language) {
  if (lost && found) return (ALIKE[language] ?? []).some((group) => group.includes(lost) && group.includes(found));
  const one = lost || found;
  return one === before || (OPTIONAL[language] ?? "").includes(one);
}
