import path from "node:path";
import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { allocate, openLedger, parseLedger, receipt, startLedger } from "../../src/allocation/index.js";
import { onPage } from "../support/browser.js";
import type { Golden } from "../support/golden.js";

const ROOT = path.join(import.meta.dirname, "../..");
const golden = (name: string): string => readFileSync(path.join(ROOT, "test/golden/ledgers", name), "utf8");

it("examples/receipt.html tells a receipt that holds from one that doesn't", async () => {
  const { protocol, key } = JSON.parse(golden("permuted-block-1-fixed.json")) as Golden;
  const ledger = openLedger(protocol, parseLedger(golden("permuted-block-1-fixed.jsonl")));
  const entry = ledger.entriesOf("g3")[0];
  if (entry === undefined) throw new Error("the ledger has no g3");
  const proof = JSON.stringify(receipt(ledger, entry));
  const head = JSON.stringify(ledger.head);
  const otherArm = proof.replace(`"arm":"${entry.arm}"`, '"arm":"elsewhere"');
  const { sequence, referredOn, arm } = entry;

  const { age = "", område = "" } = entry.stratum;
  const trial = startLedger(protocol, { key, date: "2005-01-03", mode: "test" }).ledger;
  const tried = allocate(trial, { citizen: "g3", referredOn, age, område }, { key });

  const answers = await onPage(ROOT, "examples/receipt.html", async (page) => {
    const told: (string | null)[] = [];
    for (const [given, published] of [
      [proof, head],
      [otherArm, head],
      [proof, head.replace(/"size":\d+/, '"size":7')],
      [proof.slice(0, -1), head],
      [JSON.stringify(receipt(tried.ledger, tried.entry)), JSON.stringify(tried.ledger.head)],
    ] as const) {
      await page.fill("#receipt", given);
      await page.fill("#head", published);
      await page.click("button");
      told.push(await page.textContent("#answer"));
    }
    return told;
  });
  expect(answers).toEqual([
    `Kvitteringen holder: g3, henvist ${referredOn}, står som linje ${sequence + 1} med ${arm}.`,
    "Kvitteringen passer ikke til hovedet (changed-line).",
    "Kvitteringen passer ikke til hovedet (other-head).",
    "Kvittering eller hoved er ikke hele: kopiér dem fra { til }.",
    `Kvitteringen holder: g3, henvist ${referredOn}, står som linje 2 med ${tried.entry.arm}. Det var en PRØVE: protokollen er en prøveprotokol og binder ingen.`,
  ]);
});
