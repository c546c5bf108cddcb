import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { readDisclosure } from "../../src/cli/disclosure.js";
import { temporaryFolder } from "../support/folder.js";

const counts = {
  asOf: "2006-09-30",
  minimum: 5,
  cells: { all: 12, success: "suppressed", failure: "suppressed" },
  sums: [{ total: "all", parts: ["success", "failure"] }],
  since: {},
};

const edition = { kind: "review", municipality: "Fredericia", protocolDigest: "00", disclosure: counts };

async function read(content: string): Promise<unknown> {
  const folder = temporaryFolder();
  writeFileSync(join(folder, "review.json"), content);
  return readDisclosure(
    "review.json",
    { municipality: "Fredericia", digest: "00" },
    {
      folder,
      out: () => undefined,
      err: () => undefined,
      today: "2026-01-01",
      strong: (_color, word) => word,
    },
  );
}

it("reads the counts of a published review", async () => {
  expect(await read(JSON.stringify(edition))).toEqual(counts);
});

it.each([
  ["municipality", { municipality: "Odense" }],
  ["protocolDigest", { protocolDigest: "11" }],
  ["municipality", { municipality: undefined }],
])("refuses another competition's, by its %s", async (fact, other) => {
  await expect(read(JSON.stringify({ ...edition, ...other }))).rejects.toMatchObject({
    code: "other-competition",
    path: `review.json, ${fact}`,
    received: Object.values(other)[0],
  });
});

it("takes no internal edition for it", async () => {
  const internal = JSON.stringify({ kind: "review", audience: "internal" });
  await expect(read(internal)).rejects.toMatchObject({ code: "internal-edition", path: "review.json" });
});

it.each([
  ["counts that aren't", JSON.stringify({ disclosure: { ...counts, cells: { all: 1.5 } } })],
  ["no JSON", "review"],
])("takes no %s for it", async (_name, content) => {
  await expect(read(content)).rejects.toMatchObject({ code: "impossible-disclosure", path: "review.json" });
});
