// Formats the works of one job with citeproc-js. Run by make.py; see there for how to get citeproc-js.
// In: a job as JSON on standard input, {runs: [{name, style, locales, language, items}]}. Out: {name: {id: html}}.
"use strict";

const CSL = require(require.resolve("citeproc", { paths: [process.argv[2]] }));

const job = JSON.parse(require("fs").readFileSync(0, "utf8"));
const lines = {};
for (const run of job.runs) {
  const items = Object.fromEntries(run.items.map((item) => [item.id, item]));
  lines[run.name] = {};
  for (const id of Object.keys(items)) {
    // An engine for each work: no letters after the year, no numbering, no other work's influence.
    const engine = new CSL.Engine(
      { retrieveLocale: (tag) => run.locales[tag] || run.locales["en-US"], retrieveItem: (key) => items[key] },
      run.style,
      run.language,
      true
    );
    engine.updateItems([id]);
    lines[run.name][id] = engine.makeBibliography()[1][0];
  }
}
process.stdout.write(JSON.stringify({ version: CSL.PROCESSOR_VERSION, lines }));
