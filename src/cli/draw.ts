import {
  allocate,
  allocateBatch,
  freezeRoster,
  type Allocation,
  type AllocationRecord,
  type Key,
  type Ledger,
  type LedgerRecord,
  type Referral,
} from "../allocation/index.js";
import { competitionError, formatWeek, isCompetitionError, parseDay } from "../core/index.js";
import { issueList, type ParsedTable } from "../tables/index.js";
import { counted } from "./counted.js";
import { present } from "./present.js";

/** What the draw of a file of referrals gives. */
export interface Drawn {
  readonly records: readonly LedgerRecord[];
  readonly entries: readonly AllocationRecord[];
  /** Earlier entries of those whom the ledger had by the same date already. */
  readonly repeated: readonly AllocationRecord[];
  /** Referrals that weren't drawn, because an exemption was agreed before. */
  readonly exempted: readonly Pick<Referral, "citizen" | "referredOn">[];
  readonly ledger: Ledger;
}

/** How the draw goes on: the key, the public random value if there is one, and the date of its lines. */
export interface DrawOptions {
  readonly key: Key;
  readonly beacon: string | undefined;
  readonly date: string;
}

/** Draws all referrals of a file: week by week where the design draws batches, else one by one by date. */
export function drawReferrals(ledger: Ledger, referrals: ParsedTable<Referral>, options: DrawOptions): Drawn {
  checkStrata(referrals, ledger.opening.allocation.strata);
  const byBatches = drawsBatches(ledger);
  const parts = byBatches ? byWeek(referrals) : byDate(referrals);
  const drawPart = byBatches ? drawWeek : drawSingles;
  return parts.reduce<Drawn>(
    (before, part) => joined(before, drawPart(before.ledger, part, options)),
    drawWaiting(ledger, options),
  );
}

/** Whether a ledger's design draws all citizens of a roster together. */
export function drawsBatches({ opening }: Ledger): boolean {
  return opening.allocation.design.kind === "complete";
}

/** Draws the roster that waits, if there is one; one that an interrupted command has begun, as it was begun. */
export function drawWaiting(ledger: Ledger, { key, beacon }: Omit<DrawOptions, "date">): Drawn {
  const { undrawn } = ledger;
  if (undrawn === undefined) return nothingDrawn(ledger);
  const begun = ledger.records.find(
    (line): line is AllocationRecord => line.type === "allocation" && line.sequence > undrawn.sequence,
  );
  const drawn = allocateBatch(ledger, { key, ...present({ beacon: beacon ?? begun?.beacon }) });
  return { ...drawn, repeated: [], exempted: [] };
}

export function nothingDrawn(ledger: Ledger): Drawn {
  return { records: [], entries: [], repeated: [], exempted: [], ledger };
}

function drawWeek(ledger: Ledger, week: ParsedTable<Referral>, { key, beacon, date }: DrawOptions): Drawn {
  const frozen = freezeRoster(ledger, week, { date });
  if (frozen.records.length === 0) return { ...frozen, entries: [] };
  const drawn = allocateBatch(frozen.ledger, { key, ...present({ beacon }) });
  const { repeated, exempted } = frozen;
  return { ...drawn, records: [...frozen.records, ...drawn.records], repeated, exempted };
}

function drawSingles(ledger: Ledger, referrals: ParsedTable<Referral>, { key }: DrawOptions): Drawn {
  let now = ledger;
  const entries: AllocationRecord[] = [];
  const repeated: AllocationRecord[] = [];
  const exempted: Referral[] = [];
  for (const [index, referral] of referrals.rows.entries()) {
    const draw = (): Allocation => allocate(now, referral, { key });
    const allocation = unlessExempted(draw, referrals, index, entries.length);
    if (allocation === undefined) exempted.push(referral);
    else {
      (allocation.repeated ? repeated : entries).push(allocation.entry);
      now = allocation.ledger;
    }
  }
  return { records: entries, entries, repeated, exempted, ledger: now };
}

/**
 * What a draw gives, or undefined for a referral that isn't to be drawn; what it refuses names the file's row and the
 * column, and where there is no more room, how many there was room for.
 */
function unlessExempted<Result>(
  draw: () => Result,
  { source, rowNumber }: ParsedTable<Referral>,
  index: number,
  before: number,
): Result | undefined {
  try {
    return draw();
  } catch (error) {
    if (!isCompetitionError(error) || !REFUSED_REFERRALS.has(error.code)) throw error;
    if (error.code === "exempted") return undefined;
    const { code, path = "", received, expected, hint = "" } = error;
    const column = path.includes(".") ? `, ${path.slice(path.lastIndexOf(".") + 1)}` : "";
    const room =
      code === "no-room"
        ? ` There is room for ${counted(before, "citizen", "citizens")} before this row; nothing of the file was drawn.`
        : "";
    throw competitionError({
      code,
      path: `${source.name}, row ${rowNumber(index)}${column}`,
      received,
      ...(expected === undefined ? {} : { expected }),
      ...(hint + room === "" ? {} : { hint: (hint + room).trim() }),
    });
  }
}

/** What is wrong with one referral, and not with key, protocol or ledger. */
const REFUSED_REFERRALS: ReadonlySet<string> = new Set([
  "contradictory-referrals",
  "exempted",
  "cpr-shaped",
  "malformed",
  "no-room",
  "not-normalized",
  "unknown-level",
]);

/** Two steps as one; whom the first drew, the second finds in the ledger, which is no repetition. */
function joined(before: Drawn, after: Drawn): Drawn {
  const drawn = new Set(before.entries.map(({ sequence }) => sequence));
  return {
    records: [...before.records, ...after.records],
    entries: [...before.entries, ...after.entries],
    repeated: [...before.repeated, ...after.repeated.filter(({ sequence }) => !drawn.has(sequence))],
    exempted: [...before.exempted, ...after.exempted],
    ledger: after.ledger,
  };
}

/** Every empty cell of a stratum at once; a column that is missing altogether is told by the draw. */
export function checkStrata(
  { rows, source, rowNumber }: ParsedTable<Referral>,
  strata: readonly string[],
): void {
  const issues = issueList(source.name);
  for (const column of strata.filter((name) => rows.some((row) => row[name] !== undefined))) {
    for (const [index, row] of rows.entries()) {
      if (row[column] !== undefined) continue;
      const expected = "a value, since the draw is made within it";
      issues.add({ code: "empty-cell", row: rowNumber(index), column, received: "", expected });
    }
  }
  issues.throwIfAny();
}

export function byWeek(referrals: ParsedTable<Referral>): readonly ParsedTable<Referral>[] {
  const weeks = new Map<string, number[]>();
  for (const [index, { referredOn }] of referrals.rows.entries()) {
    const week = formatWeek(parseDay(referredOn, "referredOn"));
    weeks.set(week, [...(weeks.get(week) ?? []), index]);
  }
  const inOrder = [...weeks].toSorted(([a], [b]) => (a < b ? -1 : 1));
  return inOrder.map(([, indexes]) => rowsAt(referrals, indexes));
}

function byDate(referrals: ParsedTable<Referral>): readonly ParsedTable<Referral>[] {
  const date = (index: number): string => referrals.rows[index]?.referredOn ?? "";
  const indexes = [...referrals.rows.keys()].toSorted((a, b) =>
    date(a) < date(b) ? -1 : +(date(a) > date(b)),
  );
  return [rowsAt(referrals, indexes)];
}

/** Some rows of a file, which still know their lines. */
function rowsAt(table: ParsedTable<Referral>, indexes: readonly number[]): ParsedTable<Referral> {
  return {
    ...table,
    rows: indexes.flatMap((index) => table.rows[index] ?? []),
    rowNumber: (position) => table.rowNumber(indexes[position] ?? -1),
  };
}
