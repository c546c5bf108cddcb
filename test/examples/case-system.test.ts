import { expect, it } from "vitest";
import { main } from "../../examples/case-system.js";

it("draws in a transaction: the same referral gives the first arm again, the next citizen the other arm", async () => {
  const [first, again, next, lines] = await main();
  expect(again).toBe(first);
  expect(new Set([first, next])).toEqual(new Set(["municipal", "supplier"]));
  expect(lines).toBe("3 lines"); // the opening and two allocations
});
