import { expect, it } from "vitest";
import { run } from "../../src/cli/run.js";
import { temporaryFolder } from "../support/folder.js";

it("a fault of the program is told as one, with status 70", async () => {
  let err = "";
  const status = await run(["example"], {
    out: () => undefined,
    err: (text) => {
      if (!text.startsWith("error:")) throw new Error("a fault");
      err += text;
    },
    folder: temporaryFolder(),
    today: "2006-01-02",
    strong: (_color, word) => word,
  });
  expect(status).toBe(70);
  expect(err).toMatch(/^error: this is a fault of konkurrencemodel; .*\nError: a fault\n {4}at /s);
});
