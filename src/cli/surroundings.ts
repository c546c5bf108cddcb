import { styleText } from "node:util";
import { dayOf, formatDay } from "../core/index.js";

/** What a command asks of the world outside. */
export interface Surroundings {
  /** Takes results. */
  readonly out: (text: string) => void;
  /** Takes everything that is said about the work: progress, notices, errors. */
  readonly err: (text: string) => void;
  /** Folder that relative file names start from. */
  readonly folder: string;
  /** ISO date. */
  readonly today: string;
  /** The arguments that the program was called with. */
  readonly given?: readonly string[];
  /** Makes a word of `err` stand out, where the reader has a terminal with colors. */
  readonly strong: (color: "red" | "yellow", word: string) => string;
}

/** The process's own; `NO_COLOR` and a pipe leave words plain. */
export function processSurroundings(): Surroundings {
  process.stdout.on("error", leaveOnClosedPipe);
  const now = new Date();
  return {
    out: (text) => void process.stdout.write(text),
    err: (text) => void process.stderr.write(text),
    folder: ".",
    today: formatDay(dayOf(now.getFullYear(), now.getMonth() + 1, now.getDate())),
    strong: (color, word) => styleText(color, word, { stream: process.stderr }),
  };
}

/** `konkurrencemodel … | head`: the reader has seen enough. */
function leaveOnClosedPipe(error: NodeJS.ErrnoException): void {
  if (error.code === "EPIPE") process.exit(0);
  throw error;
}
