import { change, command, textOf, type Ran } from "./cli.js";
import { temporaryFolder } from "./folder.js";

/** The protocol and the ledger of a folder that {@link folderWith} made. */
export const SHARED: readonly string[] = words("--protocol protocol.json --ledger own.jsonl");

/** A command line's words. */
export function words(line: string): readonly string[] {
  return line.split(" ");
}

/** The lines of the folder's own ledger. */
export function linesOf(folder: string): readonly Readonly<Record<string, unknown>>[] {
  const lines = textOf(folder, "own.jsonl").trimEnd().split("\n");
  return lines.map((line) => JSON.parse(line) as Record<string, unknown>);
}

/** A folder with a key and a protocol of Fredericia without strata, its allocation changed. */
export async function folderWith(allocation: object): Promise<string> {
  const folder = temporaryFolder();
  await command(folder, "init", "fredericia-a");
  change(folder, "protocol.json", (text) => {
    const protocol = JSON.parse(text) as { readonly allocation: object };
    const course = { lengths: [{ length: { weeks: 13 } }] };
    return JSON.stringify({
      ...protocol,
      course,
      allocation: { ...protocol.allocation, strata: [], ...allocation },
    });
  });
  change(folder, "key.txt", () => "0123456789abcdef0123456789abcdef\n");
  return folder;
}

/** Draws citizens referred on a date, and on that date. */
export async function draw(folder: string, date: string, citizens: readonly string[]): Promise<Ran> {
  change(folder, "referrals.csv", () =>
    ["citizen;referredOn", ...citizens.map((citizen) => `${citizen};${date}`), ""].join("\n"),
  );
  const options = words(`--referrals referrals.csv --key-file key.txt --language en --date ${date}`);
  return await command(folder, "allocate", ...SHARED, ...options);
}

/** What verify says of the folder's own ledger with its key. */
export async function verified(folder: string): Promise<Ran> {
  return await command(folder, "verify", ...SHARED, "--key-file", "key.txt");
}
