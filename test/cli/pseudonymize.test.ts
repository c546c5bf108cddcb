import { writeFileSync } from "node:fs";
import path from "node:path";
import { expect, it } from "vitest";
import { command, snapshot, textOf } from "../support/cli.js";
import { temporaryFolder } from "../support/folder.js";

const KEY = "0123456789abcdef0123456789abcdef";

function folderWith(text: string): string {
  const folder = temporaryFolder();
  writeFileSync(path.join(folder, "key.txt"), `${KEY}\n`);
  writeFileSync(path.join(folder, "register.csv"), text);
  return folder;
}

const run = (folder: string, ...more: readonly string[]): ReturnType<typeof command> =>
  command(folder, "pseudonymize", "register.csv", "--key-file", "key.txt", ...more);

it("replaces the column named, with and without hyphen alike, and leaves all else as it was", async () => {
  const folder = folderWith('cpr;name;note\n010203-1234;Ærø;"a;b"\n0102031234;;=1\n');
  const { status, out } = await run(folder, "--column", "cpr");
  expect(status).toBe(0);
  const [header, first = "", second = "", end] = out.split("\n");
  expect([header, end]).toEqual(["cpr;name;note", ""]);
  expect(first).toMatch(/^[a-z2-7]{26};Ærø;"a;b"$/);
  expect(second).toBe(`${first.slice(0, 26)};;=1`);
});

it("replaces several columns, in any separator, into a file", async () => {
  const folder = folderWith("citizen,partner\n010203-1234,020304-1234\n\n");
  const { status, out, err } = await run(
    folder,
    "--column",
    "citizen",
    "--column",
    "partner",
    "--out",
    "p.csv",
  );
  expect({ status, out }).toEqual({ status: 0, out: "" });
  expect(err).toContain("p.csv written, 1 row");
  expect(textOf(folder, "p.csv")).toMatch(/^citizen,partner\n[a-z2-7]{26},[a-z2-7]{26}\n$/);
});

it("takes files with Windows' line ends", async () => {
  const { out } = await run(folderWith("name;cpr\r\nA;010203-1234\r\n"), "--column", "cpr");
  expect(out).toMatch(/^name;cpr\nA;[a-z2-7]{26}\n$/);
});

it("refuses numbers that a spreadsheet took the leading zero from, without repeating them", async () => {
  const folder = folderWith("cpr\n102031234\n10203-1234\n1010101234\n999999999\n");
  const { status, out, err } = await run(folder, "--column", "cpr");
  expect({ status, out }).toEqual({ status: 1, out: "" });
  expect(err).toContain("register.csv: 2 issues, nothing was read");
  expect(err).toMatch(/row 2, column cpr: leading zero lost; .*format the column as text/);
  expect(err).toMatch(/row 3, column cpr: leading zero lost/);
  expect(err).not.toContain("1234");
});

it("replaces no file that is there, such as the register itself, unless it is told to", async () => {
  const folder = folderWith("cpr\n010203-1234\n");
  const before = snapshot(folder);
  const own = ["--column", "cpr", "--out", "register.csv"];
  expect(await run(folder, ...own)).toMatchObject({
    status: 2,
    err: expect.stringContaining("--overwrite") as string,
  });
  expect(snapshot(folder)).toEqual(before);
  expect(await run(folder, ...own, "--overwrite")).toMatchObject({ status: 0 });
  expect(textOf(folder, "register.csv")).toMatch(/^cpr\n[a-z2-7]{26}\n$/);
});

it("refuses a column that isn't there, empty identifiers, and numbers left in other columns", async () => {
  const folder = folderWith("cpr;partner\n010203-1234;020304-1234\n;x\n");
  const before = snapshot(folder);
  const left = await run(folder, "--column", "cpr", "--out", "p.csv");
  expect(left).toMatchObject({ status: 1, out: "" });
  expect(left.err).toContain("register.csv: 2 issues, nothing was read");
  expect(left.err).toMatch(/row 2, column partner: cpr shaped; .*Add --column partner/);
  expect(left.err).toMatch(/row 3, column cpr: empty cell/);
  expect(left.err).not.toContain("1234");
  const short = await run(folderWith("name;cpr\r\nA;010203-1234\r\nB\r\n"), "--column", "cpr");
  expect(short.err).toMatch(/row 3: other length; received 1; expected 2 cells/);
  const absent = await run(folder, "--column", "cp");
  expect(absent).toMatchObject({ status: 1, out: "" });
  expect(absent.err).toMatch(/row 1, column cp: missing column; .*Did you mean cpr\?/);
  expect(snapshot(folder)).toEqual(before);
});
