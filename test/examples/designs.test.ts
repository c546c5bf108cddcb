import { expect, it } from "vitest";
import { main } from "../../examples/designs.js";

it("tells what designs promise, and draws by one within a quota", async () => {
  const [alternation, simple, blocks, coin, ...told] = await main();
  expect(alternation).toBe("alternation: 100 % can be guessed, difference 0.0");
  expect(simple).toMatch(/^simple: 50 % can be guessed, difference 1\d\.\d$/);
  expect(blocks).toMatch(/^permuted-block: \d\d % can be guessed, difference 0\.\d$/);
  expect(coin).toMatch(/^biased-coin: \d\d % can be guessed, difference 1\.\d$/);
  // the last of 30 goes there if at most 11 of 29 tosses did, and by the last toss: P(Bin(29, ½) ≤ 11) / 2
  expect(told).toEqual([
    "the last of 30 goes to the supplier with probability 0.066",
    "12 went there",
    "1000 other draws of 30 entries",
    "the ledger holds, and so does the receipt",
  ]);
});
