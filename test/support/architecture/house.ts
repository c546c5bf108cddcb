/** A folder of `src/`: its level in the house and the folders it may import. `below` is every lower level. */
export interface Room {
  readonly level: number;
  readonly mayImport: readonly string[] | "below";
}

/** The house: a folder per step of the flow, over a kernel of numbers. */
export const HOUSE: Readonly<Record<string, Room>> = {
  core: { level: 0, mayImport: [] },
  numerics: { level: 1, mayImport: ["core"] },
  display: { level: 1, mayImport: ["core"] },
  tables: { level: 1, mayImport: ["core"] },
  figures: { level: 2, mayImport: ["core", "display"] },
  inference: { level: 2, mayImport: ["core", "numerics", "display"] },
  allocation: { level: 3, mayImport: ["core", "display", "tables"] },
  histories: { level: 3, mayImport: ["core", "display", "tables"] },
  outcomes: { level: 4, mayImport: ["core", "display", "tables", "allocation", "histories"] },
  effects: { level: 5, mayImport: ["core", "display", "tables", "inference", "allocation", "outcomes"] },
  benchmark: { level: 5, mayImport: ["core", "display", "tables", "numerics", "inference", "outcomes"] },
  settlement: {
    level: 6,
    mayImport: ["core", "display", "tables", "numerics", "inference", "outcomes", "effects"],
  },
  protocol: { level: 7, mayImport: "below" },
  tenders: {
    level: 8,
    mayImport: [
      "core",
      "allocation",
      "histories",
      "outcomes",
      "effects",
      "benchmark",
      "settlement",
      "protocol",
    ],
  },
  simulation: { level: 8, mayImport: "below" },
  review: { level: 9, mayImport: "below" },
  arquero: { level: 10, mayImport: "below" },
  office: { level: 10, mayImport: "below" },
  files: { level: 10, mayImport: "below" },
  cli: { level: 11, mayImport: "below" },
  entries: { level: 11, mayImport: "below" },
};

/** Where the world outside may be asked: the clock, the process, Node's own modules. */
export const OUTER_ROOMS: ReadonlySet<string> = new Set(["files", "cli"]);

/** The file that may look for the engine's own SHA-256, which gives the same bytes as any other. */
export const HASHING = "src/core/sha256.ts";

/** Packages that belong to some folders only. */
export const PACKAGE_ROOMS: Readonly<Record<string, readonly string[]>> = {
  "zod": ["protocol", "cli"],
  "arquero": ["arquero"],
  "docx": ["office"],
  "write-excel-file": ["office"],
  "@resvg/resvg-js": ["office"],
  "commander": ["cli"],
  "seedrandom": ["core"],
};

/** Folders that tie code to a platform or a large package; an entry reaches its own and no other. */
export const PLATFORM_ROOMS: ReadonlySet<string> = new Set(["arquero", "office", "files", "cli"]);

/** The platform folder that an entry, named by its file, is made for. */
export const ENTRY_ROOM: Readonly<Record<string, string>> = {
  "src/entries/arquero.ts": "arquero",
  "src/entries/office.ts": "office",
  "src/entries/node.ts": "files",
};

/** Whether a file of folder `from` may import folder `to` by the table. */
export function mayImport(from: string, to: string): boolean {
  const room = HOUSE[from];
  const target = HOUSE[to];
  if (room === undefined || target === undefined) return false;
  if (from === to) return true;
  return room.mayImport === "below" ? target.level < room.level : room.mayImport.includes(to);
}
