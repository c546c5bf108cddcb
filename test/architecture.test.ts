import path from "node:path";
import { describe, expect, it } from "vitest";
import { HOUSE, readTree, violationsOf, type Tree } from "./support/architecture/index.js";

const root = path.join(import.meta.dirname, "..");

describe("the source of this package", () => {
  const tree = readTree(root, "src");

  it("is read, with files in the folders of the house", () => {
    expect(Object.keys(tree).length).toBeGreaterThan(10);
    expect(Object.keys(tree)).toContain("src/core/index.ts");
  });

  it("breaks no rule of the house", () => {
    expect(violationsOf(tree)).toEqual([]);
  });
});

const good: Tree = {
  "src/core/span.ts": `
    export class CompetitionError extends Error {}
    export const start: number = new Date("2005-01-01").getTime() + Date.UTC(2005, 0, 1) + Math.floor(0.5);
    export const isDate = (value: unknown): boolean => value instanceof Date;
    export function of(process: { fetch: () => void }): void { process.fetch(); }
  `,
  "src/core/index.ts": `export { start, type Span } from "./span.js"; export type { Span as Other } from "./span.js";`,
  "src/effects/compare.ts": `import { start } from "../core/index.js"; export const when: Date = new Date(start);`,
  "src/effects/index.ts": `export * from "./compare.js";`,
  "src/protocol/schema.ts": `import * as z from "zod"; import { when } from "../effects/index.js"; z.date(when);`,
  "src/arquero/table.ts": `import { table } from "arquero"; export const made = table;`,
  "src/arquero/index.ts": `export { made } from "./table.js";`,
  "src/office/write.ts": `export const load = (): Promise<unknown> => import("docx");`,
  "src/files/store.ts": `import { open } from "node:fs/promises"; export const now = (): number => Date.now() + process.pid;`,
  "src/files/index.ts": `export { now } from "./store.js";`,
  "src/cli/main.ts": `import { now } from "../files/index.js"; now(); performance.now(); new Date();`,
  "src/entries/index.ts": `export { start } from "../core/index.js";`,
  "src/entries/node.ts": `export { now } from "../files/index.js";`,
  "src/entries/arquero.ts": `export { made } from "../arquero/index.js";`,
};

/** Each bad tree is the good one with some files changed; it must break the named rule, once, and no other. */
const bad: readonly (readonly [rule: string, found: string, file: string, changes: Tree])[] = [
  [
    "unknown-folder",
    "helpers",
    "src/helpers/index.ts",
    { "src/helpers/index.ts": `export const a: number = 1;` },
  ],
  ["unknown-folder", "", "src/loose.ts", { "src/loose.ts": `export const a: number = 1;` }],

  ...[
    `import { x } from "../effects/index.js"; x();`,
    `import type { x } from "../effects/index.js"; export type Y = x;`,
    `export { x } from "../effects/index.js";`,
    `export * from "../effects/index.js";`,
    `export const load = (): Promise<unknown> => import("../effects/index.js");`,
    `export type Y = import("../effects/index.js").X;`,
  ].map(
    (text) =>
      ["forbidden-folder", "../effects/index.js", "src/tables/a.ts", { "src/tables/a.ts": text }] as const,
  ),
  ...(
    [
      ["simulation", "tenders"],
      ["arquero", "office"],
      ["office", "arquero"],
      ["files", "arquero"],
      ["files", "office"],
      ["office", "files"],
      ["figures", "inference"],
      ["settlement", "benchmark"],
      ["protocol", "review"],
      ["tenders", "display"],
    ] as const
  ).map(
    ([from, to]) =>
      [
        "forbidden-folder",
        `../${to}/index.js`,
        `src/${from}/a.ts`,
        {
          [`src/${to}/index.ts`]: `export const x: number = 1;`,
          [`src/${from}/a.ts`]: `import { x } from "../${to}/index.js"; x;`,
        },
      ] as const,
  ),

  [
    "not-through-index",
    "../core/span.js",
    "src/tables/a.ts",
    { "src/tables/a.ts": `import { start } from "../core/span.js"; start;` },
  ],
  [
    "unresolved-import",
    "./absent.js",
    "src/core/a.ts",
    { "src/core/a.ts": `import { start } from "./absent.js"; start;` },
  ],
  [
    "unresolved-import",
    "../../package.json",
    "src/core/a.ts",
    { "src/core/a.ts": `import p from "../../package.json"; p;` },
  ],
  [
    "computed-import",
    "computed",
    "src/core/a.ts",
    { "src/core/a.ts": `export const load = (name: string): Promise<unknown> => import(name);` },
  ],

  [
    "cycle",
    "src/core/a.ts > src/core/b.ts > src/core/a.ts",
    "src/core/a.ts",
    {
      "src/core/a.ts": `import { b } from "./b.js"; export const a: number = b;`,
      "src/core/b.ts": `import type { a } from "./a.js"; export const b: number = 1; export type A = typeof a;`,
    },
  ],
  [
    "cycle",
    "src/core/a.ts > src/core/b.ts > src/core/c.ts > src/core/a.ts",
    "src/core/a.ts",
    {
      "src/core/a.ts": `export * from "./b.js";`,
      "src/core/b.ts": `export * from "./c.js";`,
      "src/core/c.ts": `export const load = (): Promise<unknown> => import("./a.js");`,
    },
  ],
  [
    "cycle",
    "src/core/a.ts > src/core/a.ts",
    "src/core/a.ts",
    { "src/core/a.ts": `import type { A } from "./a.js"; export type B = A;` },
  ],

  ...(
    [
      ["clock", "Date", `export const t = (): number => Date.now();`],
      ["clock", "Date", `export const t = (): number => Date["now"]();`],
      ["clock", "Date", `export const t = (): Date => new Date();`],
      ["clock", "Date", `export const t = (): Date => new Date;`],
      ["clock", "Date", `export const t = (): string => Date();`],
      ["clock", "Date", `const { now } = Date; now();`],
      ["clock", "Date", `export const t = (): number => globalThis.Date.now();`],
      ["clock", "performance", `export const t = (): number => performance.now();`],
      ["random", "Math", `export const r = (): number => Math.random();`],
      ["random", "Math", `const { random } = Math; random();`],
      ["random", "Math", `export const r = (): number => globalThis["Math"].random();`],
      ["random", "crypto", `crypto.getRandomValues(new Uint8Array(4));`],
      ["process", "process", `export const home = process.env["HOME"];`],
      ["process", "process", `export const host = { process };`],
      ["process", "process", `export const home = globalThis.process;`],
      ["global-object", "globalThis", `export const world = globalThis;`],
      ["network", "fetch", `export const get = (): unknown => fetch("https://example.org");`],
      ["network", "XMLHttpRequest", `new XMLHttpRequest();`],
      ["network", "WebSocket", `new WebSocket("wss://example.org");`],
      ["network", "node:https", `import { get } from "node:https"; get;`],
      ["network", "http", `import { get } from "http"; get;`],
      ["network", "dns/promises", `import { lookup } from "dns/promises"; lookup;`],
      ["node-built-in", "node:fs", `import { readFileSync } from "node:fs"; readFileSync;`],
      ["node-built-in", "path", `import type { ParsedPath } from "path"; export type P = ParsedPath;`],
      ["node-built-in", "Buffer", `export const b = Buffer.from("");`],
      ["node-built-in", "Buffer", `export type B = Buffer;`],
      ["package-out-of-place", "zod", `import * as z from "zod"; z;`],
      ["package-out-of-place", "zod/mini", `import * as z from "zod/mini"; z;`],
      [
        "package-out-of-place",
        "arquero",
        `import type { ColumnTable } from "arquero"; export type T = ColumnTable;`,
      ],
      ["package-out-of-place", "docx", `export const load = (): Promise<unknown> => import("docx");`],
      ["package-out-of-place", "write-excel-file/node", `import write from "write-excel-file/node"; write;`],
      ["package-out-of-place", "seedrandom", `import seedrandom from "seedrandom"; seedrandom;`],
      ["package-out-of-place", "commander", `import { Command } from "commander"; Command;`],
      [
        "instanceof",
        "CompetitionError",
        `export const is = (e: unknown): boolean => e instanceof CompetitionError;`,
      ],
      [
        "instanceof",
        "CompetitionError",
        `export const is = (e: unknown): boolean => e instanceof k.CompetitionError;`,
      ],
    ] as const
  ).map(
    ([rule, found, text]) =>
      [rule, found, "src/tables/a.ts", { "src/tables/a.ts": `${text} export {};` }] as const,
  ),
  ["random", "Math", "src/cli/a.ts", { "src/cli/a.ts": `export const r = (): number => Math.random();` }],
  ["network", "fetch", "src/cli/a.ts", { "src/cli/a.ts": `export const get = (): unknown => fetch("");` }],
  ["network", "node:http", "src/files/a.ts", { "src/files/a.ts": `import { get } from "node:http"; get;` }],

  [
    "entry-reach",
    "files",
    "src/entries/inference.ts",
    { "src/entries/inference.ts": `export { now } from "../files/index.js";` },
  ],
  [
    "entry-reach",
    "arquero",
    "src/entries/office.ts",
    { "src/entries/office.ts": `export { made } from "../arquero/index.js";` },
  ],
  [
    "entry-logic",
    "export const one: number = 1;",
    "src/entries/inference.ts",
    { "src/entries/inference.ts": `export const one: number = 1;` },
  ],
];

describe("the check of the house", () => {
  it("has nothing against a good tree", () => {
    expect(violationsOf(good)).toEqual([]);
  });

  it.each(bad)("finds %s: %s in %s", (rule, found, file, changes) => {
    const violations = violationsOf({ ...good, ...changes });
    expect(violations.map((each) => [each.rule, each.found, each.file])).toEqual([[rule, found, file]]);
  });

  it("names the line", () => {
    const changes = {
      "src/core/a.ts": `export const a: number = 1;\n\nexport const t: number = Date.now();\n`,
    };
    expect(violationsOf({ ...good, ...changes }).map((each) => each.line)).toEqual([3]);
  });

  it("knows every folder that a row of the table names", () => {
    const named = Object.values(HOUSE).flatMap((room) => (room.mayImport === "below" ? [] : room.mayImport));
    expect(named.filter((folder) => !Object.hasOwn(HOUSE, folder))).toEqual([]);
  });
});
