import { mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { writeFiles } from "../../src/files/index.js";
import { temporaryFolder } from "../support/folder.js";

const at = (folder: string, name: string): string => path.join(folder, name);
const textOf = (folder: string, name: string): string => readFileSync(at(folder, name), "utf8");

describe("files written as one", () => {
  it("are all there, in folders made for them, and nothing else is", async () => {
    const folder = temporaryFolder();
    await writeFiles([
      { path: at(folder, "out/a/review.html"), content: "æ" },
      { path: at(folder, "out/a/review.json"), content: Uint8Array.of(123, 125) },
      { path: at(folder, "b.csv"), content: "" },
    ]);
    expect(textOf(folder, "out/a/review.html")).toBe("æ");
    expect(textOf(folder, "out/a/review.json")).toBe("{}");
    expect(textOf(folder, "b.csv")).toBe("");
    expect(readdirSync(folder).toSorted()).toEqual(["b.csv", "out"]);
    expect(readdirSync(at(folder, "out/a")).toSorted()).toEqual(["review.html", "review.json"]);
  });

  it("take the place of what stood there", async () => {
    const folder = temporaryFolder();
    writeFileSync(at(folder, "a"), "a long former content");
    await writeFiles([{ path: at(folder, "a"), content: "new" }]);
    expect(textOf(folder, "a")).toBe("new");
    expect(readdirSync(folder)).toEqual(["a"]);
  });

  it("go where a link leads, and leave it a link", async () => {
    const folder = temporaryFolder();
    writeFileSync(at(folder, "real"), "former");
    symlinkSync("real", at(folder, "link"));
    await writeFiles([{ path: at(folder, "link"), content: "new" }]);
    expect(textOf(folder, "real")).toBe("new");
    expect(readdirSync(folder).toSorted()).toEqual(["link", "real"]);
  });
});

describe("where one of three can't be written", () => {
  it("nothing is: a folder stands in the second's place", async () => {
    const folder = temporaryFolder();
    mkdirSync(at(folder, "b"));
    writeFileSync(at(folder, "a"), "former");
    const files = ["a", "b", "c"].map((name) => ({ path: at(folder, name), content: "new" }));
    await expect(writeFiles(files)).rejects.toMatchObject({ code: "not-a-file", path: at(folder, "b") });
    expect(textOf(folder, "a")).toBe("former");
    expect(readdirSync(folder).toSorted()).toEqual(["a", "b"]);
  });

  it("what was already renamed is put back: the third's place is taken in the meantime", async () => {
    const folder = temporaryFolder();
    writeFileSync(at(folder, "a"), "former");
    // The second file becomes a folder on the third's way: its name ends where the third's folder begins.
    const files = [
      { path: at(folder, "a"), content: "new" },
      { path: at(folder, "b"), content: "new" },
      {
        path: at(folder, "c"),
        get content(): string {
          mkdirSync(at(folder, "c/taken"), { recursive: true });
          return "new";
        },
      },
    ];
    await expect(writeFiles(files)).rejects.toMatchObject({
      kind: "CompetitionError",
      path: at(folder, "c"),
    });
    expect(textOf(folder, "a")).toBe("former");
    expect(readdirSync(folder).toSorted()).toEqual(["a", "c"]);
  });

  it("folders made for the others go again", async () => {
    const folder = temporaryFolder();
    writeFileSync(at(folder, "plain"), "");
    const files = ["x/y/a", "plain/b", "c"].map((name) => ({ path: at(folder, name), content: "new" }));
    await expect(writeFiles(files)).rejects.toMatchObject({
      code: "not-a-directory",
      path: at(folder, "plain"),
    });
    expect(readdirSync(folder)).toEqual(["plain"]);
  });
});

it("refuses to write the same file twice, however it is named", async () => {
  const folder = temporaryFolder();
  const files = ["a", "x/../a"].map((name) => ({ path: `${folder}/${name}`, content: name }));
  await expect(writeFiles(files)).rejects.toMatchObject({ code: "file-named-twice" });
  expect(readdirSync(folder)).toEqual([]);
});
