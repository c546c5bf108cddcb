import { writeFileSync } from "node:fs";
import path from "node:path";
import { expect, it } from "vitest";
import { readBytes } from "../../src/files/index.js";
import { temporaryFolder } from "../support/folder.js";

it("gives the bytes of a file, whatever they are", async () => {
  const file = path.join(temporaryFolder(), "a.csv");
  writeFileSync(file, Uint8Array.of(0xef, 0xbb, 0xbf, 0xe6, 0x00));
  expect([...(await readBytes(file))]).toEqual([0xef, 0xbb, 0xbf, 0xe6, 0x00]);
});

it("says which file isn't there, and what to look at", async () => {
  const file = path.join(temporaryFolder(), "absent.csv");
  await expect(readBytes(file)).rejects.toMatchObject({
    kind: "CompetitionError",
    code: "file-not-found",
    path: file,
    received: "ENOENT",
    hint: expect.stringContaining("spelling") as string,
  });
});

it("refuses a folder, and a file in place of a folder", async () => {
  const folder = temporaryFolder();
  writeFileSync(path.join(folder, "plain"), "");
  await expect(readBytes(folder)).rejects.toMatchObject({ code: "is-a-directory", path: folder });
  await expect(readBytes(path.join(folder, "plain", "a.csv"))).rejects.toMatchObject({
    code: "not-a-directory",
  });
});
