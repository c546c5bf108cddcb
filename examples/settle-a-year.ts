// Settling a year: what each unit is owed, held against what the supplier claims. Run it with
// `npx tsx examples/settle-a-year.ts`; it settles the bundled competition, whose figures are simulated, finds its files
// from whichever folder it is started in, and writes into `out/settled` there.
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import * as k from "konkurrencemodel";
import { writeWorkbook } from "konkurrencemodel/office";

/**
 * The tender leaves the base to the bids, so that a price per week is made up here, the same for both units. The
 * weeks of an extension are without payment (§2.3.3), and the bonus is the tender's own (§2.1).
 */
export const payment: k.PaymentPlan = {
  terms: ["municipal", "supplier"].map((arm) => ({
    arm,
    base: { per: "week", amount: 120_000, extension: "unpaid" }, // kr. 1,200, in øre
    bonuses: [{ criterion: "without-support-6-months", amount: 500_000 }],
  })),
};

/** The outcomes of the competition in a folder by the end of its year, and what each unit is owed by them. */
export async function settle(data: string): Promise<{ outcomes: k.Outcomes; statement: k.Statement }> {
  const read = (name: string) => readFile(`${data}/${name}`);
  const protocol = k.parseProtocol(await read("protocol.json"), { name: "protocol.json" });
  const lines = k.parseLedger(await read("ledger.jsonl"), { name: "ledger.jsonl" });
  const ledger = k.openLedger(protocol, lines);
  const courses = k.parseCourses(await read("courses.csv"), { name: "courses.csv" });
  const spells = k.parseSpells(await read("spells.csv"), { name: "spells.csv" });
  const histories = k.deriveHistories(spells, { observedUntil: "2006-09-30" });
  const outcomes = k.deriveOutcomes({ protocol, ledger, courses, histories, asOf: "2005-12-31" });
  return { outcomes, statement: k.settleAccounts(outcomes, payment) };
}

/** Holds the supplier's claims against the statement, writes all of it into a folder, and tells what came of it. */
export async function main(data: string, claimed: string, out: string): Promise<string> {
  const { outcomes, statement } = await settle(data);
  const claims = k.parseClaims(await readFile(claimed), { name: "claims.csv" });
  const { participants } = outcomes; // tell a citizen of the other unit from one whom nobody knows
  const reconciliation = k.reconcileClaims(statement, claims, { arm: "supplier", participants });

  await mkdir(out, { recursive: true });
  const options = { reconciliation, language: "da" } as const;
  for (const [name, text] of Object.entries(k.settlementFiles(statement, options))) {
    await writeFile(`${out}/${name}`, text); // statement.csv, …, disputes-supplier.csv
  }
  const workbook = await writeWorkbook(k.settlementTables(statement, options), {
    formats: k.SETTLEMENT_FORMATS,
  });
  await writeFile(`${out}/statement.xlsx`, workbook);
  return `${statement.toText({ language: "da" })}\n\n${reconciliation.toText({ language: "da" })}`;
}

if (process.argv[1] === import.meta.filename) {
  const folder = import.meta.dirname;
  console.log(await main(join(folder, "fredericia"), join(folder, "claims.csv"), "out/settled"));
}
