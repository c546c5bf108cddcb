import { execFileSync, spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { hostname } from "node:os";
import { expect, it, onTestFinished } from "vitest";
import { hasEnded, holderNamed, nameOf, thisProcess } from "../../src/files/holder.js";
import { NOBODY } from "../support/locks.js";

const self = await thisProcess();

it("tells this process in one word that a file can have for a name, and reads it again", () => {
  expect(self).toMatchObject({ pid: String(process.pid), host: hostname().replaceAll(/[^\w.-]+/g, "-") });
  expect(nameOf(self)).toMatch(/^[\w.-]+$/);
  expect(holderNamed(nameOf(self))).toEqual(self);
  expect(holderNamed(nameOf({ ...self, host: "a_b" }))).toEqual({ ...self, host: "a_b" });
});

it("has another name for every hold", async () => {
  const names = [await thisProcess(), await thisProcess(), await thisProcess()].map(nameOf);
  expect(new Set(names).size).toBe(3);
});

it.each(["", ".DS_Store", "1_2_3", "x_1_2_3_4_5", "0_1_2_3_4_5"])("reads no holder in %j", (name) => {
  expect(holderNamed(name)).toBeUndefined();
});

it("has ended if nobody has its number, and not while it runs", async () => {
  expect(await hasEnded(self)).toBe(false);
  expect(await hasEnded({ ...self, pid: NOBODY })).toBe(true);
  expect(await hasEnded({ ...self, pid: String(process.ppid), started: "-" })).toBe(true);
});

it("has ended if a later process has its number: that one started at another time", async () => {
  expect(await hasEnded({ ...self, started: String(Number(self.started) - 1) })).toBe(true);
});

it("has ended if the machine was started anew since", async () => {
  expect(await hasEnded({ ...self, run: "an-earlier-one" })).toBe(true);
});

it("isn't judged by its number on another machine or in another container", async () => {
  expect(await hasEnded({ ...self, pid: NOBODY, world: "another" })).toBe(false);
  expect(await hasEnded({ ...self, world: "another", run: "another" })).toBe(false);
});

it("has ended when it was killed, though its parent never asks for its status", async () => {
  // The shell becomes `sleep`, which knows nothing of the child that it inherits.
  const parent = spawn("sh", ["-c", "sleep 600 & echo $!; exec sleep 600"]);
  onTestFinished(() => void parent.kill());
  const pid = await new Promise<string>((resolve) =>
    parent.stdout.once("data", (text) => resolve(String(text).trim())),
  );
  const started = readFileSync(`/proc/${pid}/stat`, "utf8").split(" ")[21] ?? "";
  const child = { ...self, pid, started };
  expect(await hasEnded(child)).toBe(false);
  process.kill(Number(pid), "SIGKILL");
  const status = (): string => execFileSync("ps", ["-o", "stat=", "-p", pid], { encoding: "utf8" });
  await expect.poll(status, { timeout: 60_000 }).toMatch(/^Z/);
  expect(await hasEnded(child)).toBe(true);
});
