import path from "node:path";
import { expect, it } from "vitest";
import { main } from "../../examples/evaluator.js";
import { command, EVALUATION, fredericiaFolder, textOf } from "../support/cli.js";

it("writes the page, and says what the command says of the same files", async () => {
  const folder = fredericiaFolder();
  const said = await main(folder, path.join(folder, "review"));
  expect(textOf(folder, "review/review.html")).toContain('<html lang="da">');
  expect(`${said}\n`).toBe((await command(folder, "compare", ...EVALUATION)).out);
});
