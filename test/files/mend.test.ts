import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { open } from "node:fs/promises";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { mendEnd, type Mended } from "../../src/files/mend.js";
import { temporaryFolder } from "../support/folder.js";

const LINE = '{"digest":"d0","sequence":0}\n';
const NEXT = '{"digest":"æ1","sequence":1}\n';

interface Found extends Mended {
  /** The folder's files with what they hold now. */
  readonly files: Readonly<Record<string, string>>;
  readonly file: string;
}

async function mended(content: string | Uint8Array): Promise<Found> {
  const folder = temporaryFolder();
  const file = path.join(folder, "ledger.jsonl");
  writeFileSync(file, content);
  const handle = await open(file, "r+");
  const result = await mendEnd(handle, file).finally(() => handle.close());
  const files = readdirSync(folder).map((name) => [name, readFileSync(path.join(folder, name), "latin1")]);
  return { ...result, files: Object.fromEntries(files) as Found["files"], file };
}

const latin1 = (text: string): string => Buffer.from(text).toString("latin1");

describe("the end of a ledger's file", () => {
  it("that is whole stays as it is", async () => {
    expect(await mended(LINE + NEXT)).toMatchObject({
      end: { size: 2, chain: "æ1" },
      notices: [],
      files: { "ledger.jsonl": latin1(LINE + NEXT) },
    });
  });

  it("that is torn anywhere within the last line is set aside, byte for byte", async () => {
    const bytes = Buffer.from(NEXT);
    for (let length = 1; length < bytes.length - 1; length++) {
      const torn = bytes.subarray(0, length);
      const { end, notices, files, file } = await mended(Buffer.concat([Buffer.from(LINE), torn]));
      expect(end).toEqual({ size: 1, chain: "d0" });
      const [name = ""] = Object.keys(files).filter((each) => each !== "ledger.jsonl");
      expect(name).toMatch(/^ledger\.jsonl\.torn-2-[0-9a-f]{8}$/);
      expect(files).toEqual({ "ledger.jsonl": LINE, [name]: torn.toString("latin1") });
      const aside = path.join(path.dirname(file), name);
      expect(notices).toEqual([
        { code: "torn-line-set-aside", severity: "warning", file, row: 2, bytes: length, aside },
      ]);
    }
  });

  it("that a power failure has left as zeros is set aside", async () => {
    const { end, files } = await mended(`${LINE}${"\0".repeat(4096)}`);
    expect(end).toEqual({ size: 1, chain: "d0" });
    expect(Object.values(files).toSorted()).toEqual(["\0".repeat(4096), LINE]);
  });

  it("that lacks nothing but its line feed gets it: an entry that can be read is kept", async () => {
    const { file, ...found } = await mended(LINE + NEXT.slice(0, -1));
    expect(found).toEqual({
      end: { size: 2, chain: "æ1" },
      notices: [{ code: "line-feed-added", severity: "caution", file, row: 2 }],
      files: { "ledger.jsonl": latin1(LINE + NEXT) },
    });
    expect((await mended(LINE.slice(0, -1))).files).toEqual({ "ledger.jsonl": LINE });
  });

  it("isn't touched where that wouldn't mend it: a torn opening, a line of something else, nothing", async () => {
    for (const content of [LINE.slice(0, 9), "nonsense\n", `nonsense\n${LINE}`.slice(0, -3), ""]) {
      expect(await mended(content)).toMatchObject({
        end: undefined,
        notices: [],
        files: { "ledger.jsonl": content },
      });
    }
  });
});
