// Has the script of verify.html judge proofs, outside of a browser.
//
//     check.js PAGE CASES
//
// CASES is a JSON file {"key":"…","witnesses":["…"],"proofs":["base64…"]}. Prints a JSON array: for each proof the name of
// the check that it did not pass, or null.
'use strict';

const { readFileSync } = require('node:fs');
const { runInThisContext } = require('node:vm');

async function main(pageFile, casesFile) {
  const [, script] = /<script>([^]*)<\/script>/.exec(readFileSync(pageFile, 'utf8'));
  const page = runInThisContext(script + '\n({ verify, parseKey, Refused, LOG, WITNESS });');
  const cases = JSON.parse(readFileSync(casesFile, 'utf8'));
  const log = await page.parseKey(cases.key, page.LOG);
  const witnesses = await Promise.all(cases.witnesses.map((key) => page.parseKey(key, page.WITNESS)));
  const judged = [];
  for (const proof of cases.proofs) {
    judged.push(await judge(page, new Uint8Array(Buffer.from(proof, 'base64')), log, witnesses));
  }
  console.log(JSON.stringify(judged));
}

async function judge(page, proof, log, witnesses) {
  try {
    await page.verify(proof, log, witnesses);
    return null;
  } catch (failed) {
    if (failed instanceof page.Refused) {
      return failed.check;
    }
    throw failed;
  }
}

main(...process.argv.slice(2));
