// Loaded before a program (node --import): strikes at the nth of the changes that it makes to the disk.
//   FAULT=kill:3       the process is killed before its third change
//   FAULT=tear:2       the process is killed when half of its second text is written
//   FAULT=full:1       the disk is full from the first change on that needs room; half a text still fits
// Where there is no nth change, the program runs as ever.
import fs from "node:fs/promises";
import { syncBuiltinESMExports } from "node:module";

const [kind, nth] = (process.env.FAULT ?? "").split(":");
let seen = 0;
const strikes = () => ++seen === Number(nth);
const isFull = () => ++seen >= Number(nth);
const die = () => process.kill(process.pid, "SIGKILL");

function noSpace(name) {
  return Object.assign(new Error(`ENOSPC: no space left on device, ${name}`), {
    code: "ENOSPC",
    syscall: name,
  });
}

/** Puts `instead(original, args)` in the place of some functions of an object. */
function replace(object, names, instead) {
  for (const name of names) {
    const original = object[name];
    object[name] = function (...args) {
      return instead(name, (...given) => original.apply(this, given), args);
    };
  }
}

/** The arguments that write half of what these write. */
const halves = {
  write: ([bytes, offset, length, position]) => [bytes, offset, length >> 1, position],
  writeFile: ([content]) => [Buffer.from(content).subarray(0, content.length >> 1)],
};

const instead = {
  kill: async (_name, original, args) => {
    if (strikes()) die();
    return await original(...args);
  },
  tear: async (name, original, args) => {
    if (!(name in halves) || !strikes()) return await original(...args);
    await original(...halves[name](args));
    die();
  },
  full: async (name, original, args) => {
    if (!["mkdir", "create", "write", "writeFile"].includes(name) || !isFull())
      return await original(...args);
    if (name in halves) await original(...halves[name](args));
    throw noSpace(name);
  },
}[kind];

if (instead !== undefined) {
  const { open, writeFile } = fs;
  const probe = await open("/dev/null");
  replace(Object.getPrototypeOf(probe), ["write", "writeFile", "sync", "truncate"], instead);
  await probe.close();
  replace(fs, ["mkdir", "rename", "rm", "rmdir"], instead);
  fs.writeFile = (...args) => instead("create", () => writeFile(...args), args);
  fs.open = (...args) =>
    args[1]?.startsWith("w") ? instead("create", () => open(...args), args) : open(...args);
  syncBuiltinESMExports();
}
