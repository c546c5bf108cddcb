import type { Appended, Ledger } from "../allocation/index.js";
import { counted } from "./counted.js";
import type { Drawn } from "./draw.js";
import type { Frozen } from "./freeze.js";
import type { Surroundings } from "./surroundings.js";

/** What a run of `allocate` did with the ledger. */
export type Step = Drawn & Partial<Pick<Frozen, "later">>;

/** Says on stderr what a run of `allocate` did, what waits, and which head to publish. */
export function tellStep(
  { ledger: file, draw }: { readonly ledger: string; readonly draw?: boolean },
  before: Appended,
  { entries, repeated, exempted, records, ledger, later = 0 }: Step,
  { err, strong }: Surroundings,
): void {
  const started = before.records.length > 0;
  const { undrawn } = ledger;
  const waited = before.ledger.undrawn;
  if (started) err(`${file} started; keep the key secret, and keep a copy\n`);
  if (ledger.opening.mode === "test") {
    err(
      `${strong("yellow", "caution:")} ${file} is a test ledger: what it draws is a trial and binds nobody\n`,
    );
  }
  if (draw === true && waited === undefined) err(`note: no roster waits for its draw${lastDraw(ledger)}\n`);
  if (waited !== undefined && undrawn === undefined) {
    err(
      `note: roster ${waited.batch} of ${counted(waited.referrals.length, "citizen", "citizens")}, frozen before, is drawn now\n`,
    );
  }
  if (repeated.length > 0)
    err(
      `note: ${counted(repeated.length, "referral was", "referrals were")} in the ledger already; nothing was drawn again\n`,
    );
  for (const { citizen, referredOn } of exempted)
    err(`note: ${citizen}, referred on ${referredOn}, was exempted before the draw and isn't drawn\n`);
  if (later > 0)
    err(
      `note: ${counted(later, "referral of a later week waits", "referrals of later weeks wait")}, to be frozen when this roster is drawn\n`,
    );
  err(
    `${file}: ${counted(entries.length, "citizen", "citizens")} drawn, ${counted(records.length + (started ? 1 : 0), "line", "lines")} appended\n`,
  );
  if (undrawn !== undefined)
    err(
      `${file}: roster ${undrawn.batch} of ${counted(undrawn.referrals.length, "citizen", "citizens")} is frozen and waits for its draw\n`,
    );
  err(`head to publish: ${JSON.stringify(ledger.head)}\n`);
  if (undrawn !== undefined) err(`next: publish this head; then ${drawingOf(ledger)}\n`);
}

/** How the roster that waits is drawn. */
function drawingOf({ opening }: Ledger): string {
  const { beacon } = opening.allocation;
  return beacon === undefined
    ? "allocate --draw, with --beacon <text> if a public value shall enter the draw that nobody knows yet"
    : `wait for ${beacon}, and allocate --draw --beacon <text>`;
}

function lastDraw({ entries }: Ledger): string {
  const last = entries.at(-1);
  if (last === undefined) return "";
  return `; the last one, ${last.batch}, was drawn ${last.beacon === undefined ? "without a beacon" : `with ${last.beacon}`}`;
}
