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

function soundsAlike(lost, found, before, language) {
  if (lost && found) return (ALIKE[language] ?? []).some((group) => group.includes(lost) && group.includes(found));
  const one = lost || found;
  return one === before || (OPTIONAL[language] ?? "").includes(one);
}
