import { writeFileSync } from "node:fs";
import path from "node:path";
import { expect, it } from "vitest";
import { fileExists } from "../../src/files/index.js";
import { temporaryFolder } from "../support/folder.js";

it("knows files and folders, and what is neither", async () => {
  const folder = temporaryFolder();
  writeFileSync(path.join(folder, "a"), "");
  expect(await fileExists(path.join(folder, "a"))).toBe(true);
  expect(await fileExists(folder)).toBe(true);
  expect(await fileExists(path.join(folder, "b"))).toBe(false);
  expect(await fileExists(path.join(folder, "b/c"))).toBe(false);
  await expect(fileExists(path.join(folder, "a/b"))).rejects.toMatchObject({ code: "not-a-directory" });
});
