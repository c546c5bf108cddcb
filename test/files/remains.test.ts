import { readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { nameOf, thisProcess } from "../../src/files/holder.js";
import { sweepRemains, wayName } from "../../src/files/remains.js";
import { writeFiles } from "../../src/files/write.js";
import { temporaryFolder } from "../support/folder.js";

const self = await thisProcess();
const killed = nameOf({ ...self, run: "earlier" }); // of the machine's run before this one
const elsewhere = nameOf({ ...self, run: "earlier", world: "another" });

it("removes what a killed run left, and nothing that another still writes, or that isn't ours", async () => {
  const folder = temporaryFolder();
  const stays = [
    `${await wayName("review.html")}.new`,
    `.review.html.${elsewhere}.new`,
    `.review.html.${killed}.txt`,
    `review.html.${killed}.new`,
    ".review.html.2369.new",
    ".notes.old",
    "review.html",
  ];
  const goes = ["new", "old"].map((end) => `.review.html.${killed}.${end}`);
  for (const name of [...stays, ...goes]) writeFileSync(join(folder, name), "");
  await sweepRemains(folder);
  expect(readdirSync(folder).toSorted()).toEqual(stays.toSorted());
});

it("leaves a folder alone that isn't there", async () => {
  await expect(sweepRemains(join(temporaryFolder(), "missing"))).resolves.toBeUndefined();
});

it("goes before every write, and takes names of any length", async () => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, `.earlier.csv.${killed}.old`), "");
  const name = "æ".repeat(120);
  await writeFiles([{ path: join(folder, name), content: "" }]);
  expect(readdirSync(folder)).toEqual([name]);
});
