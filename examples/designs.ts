// A developer chooses a design before the first referral, draws by it, and has everything that a randomization
// test and a citizen need afterwards. Run it with `npx tsx examples/designs.ts`; it imports nothing but the draw
// (`konkurrencemodel/allocation`, in a page `dist/browser/allocation.js`), and neither file nor clock nor network.
import {
  allocate,
  allocationProbabilities,
  assessDesign,
  receipt,
  referenceSet,
  startLedger,
  verifyLedger,
  verifyReceipt,
  type AllocationProtocol,
  type Design,
  type Referral,
} from "konkurrencemodel/allocation";

const KEY = "a key that stays secret until the draws are to be verified";
const arms = [
  { id: "municipal", name: "Jobcenter" },
  { id: "supplier", name: "Supplier" },
];
const weights = { municipal: 1, supplier: 1 };

const designs: readonly Design[] = [
  { kind: "alternation" },
  { kind: "simple", weights },
  { kind: "permuted-block", weights, sizes: [4, 6] },
  { kind: "biased-coin", weights, bias: 2 / 3 },
];

/** How often someone who sees the earlier draws can tell the next arm, and how uneven 200 citizens end up. */
function promiseOf(design: Design): string {
  const options = { citizens: 200, arms: ["municipal", "supplier"], seed: "designs" };
  const { guessing, imbalance } = assessDesign(design, options);
  const guessed = `${Math.round(100 * guessing.optimal.value)} % can be guessed`;
  return `${design.kind}: ${guessed}, difference ${imbalance.final.mean.value.toFixed(1)}`;
}

// The supplier takes 12 a month; what that does to everyone's chance is known before anything is drawn.
const protocol: AllocationProtocol = {
  digest: "5f70bf18a086007016e948b04aed3b82103a36bea41755b6cddfaf10ace3c6ef", // SHA-256 of what was agreed
  arms,
  allocation: {
    design: { kind: "simple", weights },
    strata: [],
    referredAgain: "keep-arm",
    quotas: [{ arm: "supplier", per: "calendar-month", most: 12 }],
  },
};
const referrals: readonly Referral[] = Array.from({ length: 30 }, (_, n) => ({
  citizen: `b7c1f09a${100 + n}`,
  referredOn: `2005-02-${String(1 + Math.floor(n / 2)).padStart(2, "0")}`,
}));

export async function main(): Promise<readonly string[]> {
  const { rows } = allocationProbabilities(protocol, referrals);
  const last = rows.at(-1)?.probabilities["supplier"] ?? 0;

  let { ledger } = startLedger(protocol, { key: KEY, date: "2005-01-31", mode: "live" });
  for (const referral of referrals) ledger = allocate(ledger, referral, { key: KEY }).ledger;

  const { times, draws } = referenceSet(ledger, { times: 1000, seed: "designs" }); // what chance could have done instead
  const { valid } = await verifyLedger(protocol, ledger.records, { key: KEY, head: ledger.head });
  const [entry] = ledger.entries;
  const proof = entry === undefined ? undefined : receipt(ledger, entry); // for the citizen, of nobody else
  const holds = proof !== undefined && verifyReceipt(proof, ledger.head).valid;
  return [
    ...designs.map(promiseOf),
    `the last of ${referrals.length} goes to the supplier with probability ${last.toFixed(3)}`,
    `${ledger.entries.filter(({ arm }) => arm === "supplier").length} went there`,
    `${times} other draws of ${draws.length / times} entries`,
    valid && holds ? "the ledger holds, and so does the receipt" : "it does not hold",
  ];
}

if (process.argv[1] === import.meta.filename) console.log((await main()).join("\n"));
