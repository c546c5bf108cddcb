import { readFile, readlink } from "node:fs/promises";
import { hostname } from "node:os";
import { digestOf } from "../core/index.js";
import { systemCode } from "./errors.js";

/** A process that holds a lock, told so that others can judge whether it still runs. */
export interface Holder {
  readonly pid: string;
  /** When it started, in ticks since the machine did: a later process of the same number started later. */
  readonly started: string;
  /** Tells this hold from other ones of the same process. */
  readonly serial: string;
  /** The machine's present run, from one start to the next. */
  readonly run: string;
  /** Where the number means this process: the machine, and the container's own numbering on it. */
  readonly world: string;
  readonly host: string;
}

const FIELDS = ["pid", "started", "serial", "run", "world", "host"] as const;
const UNTOLD = "-";

/** A holder in one word, which can name a file. */
export function nameOf(holder: Holder): string {
  return FIELDS.map((field) => holder[field]).join("_");
}

/** The holder that a name tells of; undefined for any other name. */
export function holderNamed(name: string): Holder | undefined {
  const [pid = "", started = "", serial = "", run = "", world = "", ...host] = name.split("_");
  if (host.length === 0 || !/^[1-9]\d*$/.test(pid)) return undefined;
  return { pid, started, serial, run, world, host: host.join("_") };
}

/** This process, holding a lock once more. */
export async function thisProcess(): Promise<Holder> {
  return { ...(await (self ??= readSelf())), serial: String(process.hrtime.bigint()) };
}

type Self = Omit<Holder, "serial">;
let self: Promise<Self> | undefined;

async function readSelf(): Promise<Self> {
  const [status, run, machine, namespace] = await Promise.all([
    statusOf("self"),
    textOf("/proc/sys/kernel/random/boot_id"),
    textOf("/etc/machine-id"),
    readlink("/proc/self/ns/pid").catch(() => ""),
  ]);
  const host = hostname().replaceAll(/[^\w.-]+/g, "-");
  // Machines that can't be told apart by an id of their own differ by their runs at least.
  const world = digestOf([host, machine === "" ? run : machine, namespace].join("\n")).slice(0, 12);
  return {
    pid: String(process.pid),
    started: status?.started ?? UNTOLD,
    run: run === "" ? UNTOLD : digestOf(run).slice(0, 12),
    world,
    host,
  };
}

/**
 * Whether a holder's process is certain to have ended. Of another machine or container nothing is
 * certain; where the system tells when a process started (Linux), a later process of the same number
 * isn't taken for the holder, nor one that was killed and whose parent hasn't asked for its status yet.
 */
export async function hasEnded(holder: Holder): Promise<boolean> {
  const own = await thisProcess();
  if (holder.world !== own.world) return false;
  if (holder.run !== own.run) return true;
  if (!isNumbered(Number(holder.pid))) return true;
  const status = await statusOf(holder.pid);
  return status !== undefined && (status.ended || status.started !== holder.started);
}

/** Whether some process has this number, be it another user's. */
function isNumbered(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return systemCode(error) !== "ESRCH";
  }
}

interface Status {
  readonly started: string;
  /** A zombie: it has ended in all its threads, and only its parent doesn't know yet. */
  readonly ended: boolean;
}

/** What Linux tells of a process (proc_pid_stat(5): fields 3, 20 and 22); undefined where nothing is told. */
async function statusOf(pid: string): Promise<Status | undefined> {
  const text = await textOf(`/proc/${pid}/stat`);
  const fields = text.slice(text.lastIndexOf(")") + 2).split(" ");
  const [state, threads, started] = [fields[0], fields[17], fields[19]];
  if (started === undefined) return undefined;
  return { started, ended: state === "Z" && Number(threads) <= 1 };
}

async function textOf(file: string): Promise<string> {
  const text = await readFile(file, "utf8").catch(() => "");
  return text.trim();
}
