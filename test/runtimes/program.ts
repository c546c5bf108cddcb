// What Node and Deno run: `program.mjs <entry> <file of the golden ledgers' origins>`, to stdout as JSON.
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import type * as Allocation from "../../src/allocation/index.js";
import { drawAll, type Golden } from "../support/golden.js";

const [entry = "", file = ""] = process.argv.slice(2);
const loaded = (await import(pathToFileURL(entry).href)) as typeof Allocation & {
  readonly default?: typeof Allocation;
};
const goldens = JSON.parse(readFileSync(file, "utf8")) as Readonly<Record<string, Golden>>;
const drawn = await drawAll(loaded.default ?? loaded, goldens);
process.stdout.write(JSON.stringify(drawn));
