import { existsSync, readdirSync, watch, writeFileSync } from "node:fs";
import path from "node:path";
import { expect, it, vi } from "vitest";
import { formatDay, parseDay, seededStream, uniform, type RandomStream } from "../../src/core/index.js";
import { command, fredericiaFolder, textOf } from "../support/cli.js";
import { bundledCommand, start } from "../support/processes.js";
import { replicates } from "../support/simulation.js";

// Processes that allocate into one ledger are killed (SIGKILL) at moments that a seed decides: half of them at any
// time of their lives, half while they are at the ledger, from the moment on when its lock appears.

const KILLS = replicates(10, 200);
const TOGETHER = replicates(8, 100);
const ROUNDS = replicates(2, 25);
const PER_WEEK = 7;
const LOCK = "own.jsonl.lock";

vi.setConfig({ testTimeout: replicates(180_000, 1_800_000) }); // processes start slowly on a busy machine

const script = bundledCommand();

/** Writes a file with some of a week's referrals; the last citizen of each week is the first of the next. */
function writeWeek(folder: string, week: number, from = 0, to = PER_WEEK): string {
  const day = formatDay(parseDay("2000-01-03", "day") + 7 * week);
  const citizens = Array.from({ length: PER_WEEK }, (_, index) => week * (PER_WEEK - 1) + index).slice(
    from,
    to,
  );
  const rows = citizens.map(
    (citizen) => `b${citizen};${day};${citizen % 3 === 0 ? "under-30" : "over-30"}\n`,
  );
  const name = `week-${week}-${from}.csv`;
  writeFileSync(path.join(folder, name), `citizen;referredOn;ageGroup\n${rows.join("")}`);
  return name;
}

const drawing = (referrals: string): readonly string[] => [
  ..."allocate --protocol protocol.json --ledger own.jsonl --key-file key.txt --date 2005-12-31".split(" "),
  "--referrals",
  referrals,
];

/** Draws whole weeks one after the other, with nobody to disturb it. */
async function drawn(folder: string, weeks: number): Promise<string> {
  for (let week = 0; week < weeks; week++) {
    expect((await command(folder, ...drawing(writeWeek(folder, week)))).status).toBe(0);
  }
  return textOf(folder, "own.jsonl");
}

/** Who has an entry, and on what date. */
function referralsIn(ledger: string): readonly string[] {
  const lines = ledger
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line) as Readonly<Record<string, unknown>>);
  const entries = lines.filter(({ type }) => type === "allocation");
  return entries.map(({ citizen, referredOn }) => `${String(citizen)} ${String(referredOn)}`).toSorted();
}

async function expectToHold(folder: string): Promise<void> {
  const verify = "verify --protocol protocol.json --ledger own.jsonl --key-file key.txt --language en".split(
    " ",
  );
  expect(await command(folder, ...verify)).toMatchObject({
    status: 0,
    out: expect.stringContaining("checked: chain, protocol, draws; holds") as string,
  });
  const remains = readdirSync(folder).filter((name) => name.startsWith("own.jsonl."));
  expect(remains.filter((name) => !/^own\.jsonl\.torn-\d+-\w{8}$/.test(name))).toEqual([]);
}

/** Allocates in a process that is killed after a while, unless it has ended before; tells whether it was. */
async function killed(
  folder: string,
  referrals: string,
  stream: RandomStream,
  life: number,
): Promise<boolean> {
  const watcher = watch(folder);
  const { child, ended } = start(script, folder, drawing(referrals));
  const kill = (delay: number): void => void setTimeout(() => child.kill("SIGKILL"), delay);
  const [atTheLedger, share] = [uniform(stream) < 0.5, uniform(stream)];
  // Most of them at once: the lock is there for a small part of a life, which is mostly starting.
  if (atTheLedger) watcher.once("change", () => kill((share ** 3 * life) / 4));
  else kill(share * life);
  const { status, err } = await ended;
  watcher.close();
  if (status > 0) throw new Error(`a process that wasn't killed failed: ${err}`);
  return status === -1;
}

/** How long a process takes here that isn't killed, in milliseconds. */
async function lifeOf(folder: string): Promise<number> {
  const begun = performance.now();
  expect((await start(script, folder, drawing(writeWeek(folder, 0))).ended).status).toBe(0);
  return performance.now() - begun;
}

it(`${KILLS} processes killed one after the other leave what an undisturbed run leaves`, async () => {
  const folder = fredericiaFolder();
  const life = await lifeOf(fredericiaFolder());
  const stream = seededStream("one after the other", "kill");
  let [weeks, kills, locksLeft] = [0, 0, 0];
  for (; kills < KILLS; weeks++) {
    const referrals = writeWeek(folder, weeks);
    while (await killed(folder, referrals, stream, life)) {
      kills++;
      if (existsSync(path.join(folder, LOCK))) locksLeft++;
    }
  }
  await expectToHold(folder);
  expect(textOf(folder, "own.jsonl")).toBe(await drawn(fredericiaFolder(), weeks));
  expect(locksLeft).toBeGreaterThanOrEqual(Math.floor(KILLS / 20)); // they were killed where it matters
});

it(`${TOGETHER} processes killed while three others write lose no entry and leave none twice`, async () => {
  const folder = fredericiaFolder();
  const life = await lifeOf(fredericiaFolder());
  let [weeks, kills] = [0, 0];
  const lanes = [0, 1, 2, 3].map(async (lane) => {
    const stream = seededStream("together", "kill", lane);
    while (kills < TOGETHER) {
      const referrals = writeWeek(folder, weeks++);
      while (await killed(folder, referrals, stream, 2 * life)) kills++;
    }
  });
  await Promise.all(lanes);
  await expectToHold(folder);
  expect(referralsIn(textOf(folder, "own.jsonl"))).toEqual(
    referralsIn(await drawn(fredericiaFolder(), weeks)),
  );
});

it(`two processes that allocate at once, ${ROUNDS} times, both draw, and nobody is drawn twice`, async () => {
  const folder = fredericiaFolder();
  for (let week = 0; week < ROUNDS; week++) {
    const halves = [writeWeek(folder, week, 0, 5), writeWeek(folder, week, 2)];
    const ran = await Promise.all(halves.map((referrals) => start(script, folder, drawing(referrals)).ended));
    expect(ran.map(({ status, err }) => (status === 0 ? 0 : err))).toEqual([0, 0]);
  }
  await expectToHold(folder);
  expect(referralsIn(textOf(folder, "own.jsonl"))).toEqual(
    referralsIn(await drawn(fredericiaFolder(), ROUNDS)),
  );
});
