// How `examples/claims.csv` was made: what the bundled competition's supplier might claim at the end of the year. It
// writes the statement's own lines as a supplier would, but for the eight places where the two sides disagree. Run it
// with `npx tsx examples/claims.ts`.
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { LineItem, Statement, Unpaid } from "konkurrencemodel";
import { settle } from "./settle-a-year.js";

const CRITERION = "without-support-6-months";

/** The supplier's claims as a file, Danish in dates and amounts. */
export function claimsFile({ items, unpaid }: Statement): string {
  const bonusesOf = (arm: string): readonly LineItem[] =>
    items.filter((item) => item.arm === arm && item.kind === "bonus");
  const [first, second, third, fourth] = bonusesOf("supplier");
  const [elsewhere] = bonusesOf("municipal");
  const unpaidFor = (is: (each: Unpaid) => boolean): Unpaid | undefined =>
    unpaid.find((each) => each.arm === "supplier" && is(each));
  const failed = unpaidFor(({ reason }) => reason === "amount-out-of-reach");
  const open = unpaidFor(({ kind, standing }) => kind === "bonus" && standing === "open");
  const notStarted = unpaidFor(({ kind, reason }) => kind === "base" && reason === "not-started");

  const rows = items
    .filter(({ arm }) => arm === "supplier")
    .flatMap((item) => {
      const row = rowOf(item.citizen, item.kind === "base" ? "base" : "bonus", item.date, item.amount);
      if (item === first) return [row, rowOf(item.citizen, "bonus", "2005-12-30", item.amount)]; // claimed twice
      if (item === second) return [rowOf(item.citizen, "bonus", item.date, item.amount + 100_000)]; // another amount
      if (item === third) return [rowOf(item.citizen, CRITERION, "2005-06-14", item.amount)]; // another date
      if (item === fourth) return []; // a success that isn't claimed
      return [row];
    });
  const further = [
    rowOf(elsewhere?.citizen, "bonus", "2005-12-30", 500_000), // a citizen of the other unit
    rowOf("b00000000000", "bonus", "2005-12-30", 500_000), // nobody who was drawn
    rowOf(failed?.citizen, "bonus", "2005-12-30", 500_000), // not a success
    rowOf(open?.citizen, "bonus", "2005-12-30", 500_000), // still open
    rowOf(notStarted?.citizen, "base", "2005-12-30", 120_000), // a course that never started
  ];
  const numbered = [...rows, ...further].map((row, index) => `${row};L${index + 1}\n`);
  return `citizen;item;date;amount;reference\n${numbered.join("")}`;
}

function rowOf(citizen: string = "", item: string, date: string, amount: number): string {
  const [year, month, day] = date.split("-");
  const kroner = String(amount / 100).replace(/\B(?=\d{3}$)/, ".");
  return `${citizen};${item};${day}-${month}-${year};${kroner},00`;
}

if (process.argv[1] === import.meta.filename) {
  const { statement } = await settle(join(import.meta.dirname, "fredericia"));
  await writeFile(join(import.meta.dirname, "claims.csv"), claimsFile(statement));
}
