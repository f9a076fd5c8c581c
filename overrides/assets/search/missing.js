/* A part of the lexicon is not there yet. */

export class Missing extends Error {
  /** Takes the forms that were looked up in vain; the first is the most needed. */
  constructor(...forms) {
    super(`not loaded yet: ${forms[0]}`);
    this.form = forms[0];
    this.forms = forms;
  }
}
