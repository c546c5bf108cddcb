import { competitionError } from "../core/index.js";

/** What the operating system tells of a failure, such as `ENOENT`; undefined for any other error. */
export function systemCode(error: unknown): string | undefined {
  if (!(error instanceof Error) || !("syscall" in error) || !("code" in error)) return undefined;
  return typeof error.code === "string" ? error.code : undefined;
}

interface Words {
  readonly code: string;
  readonly expected: string;
  readonly hint: string;
}

const SITUATIONS: Readonly<Record<string, Words>> = {
  ENOENT: {
    code: "file-not-found",
    expected: "a file of this name",
    hint: "Look at the spelling and at the folder that the command was started in.",
  },
  EISDIR: {
    code: "is-a-directory",
    expected: "a file, not a folder",
    hint: "Name the file in it.",
  },
  ENOTDIR: {
    code: "not-a-directory",
    expected: "a folder where a file stands",
    hint: "Give another name, or move the file away.",
  },
  EEXIST: {
    code: "not-a-directory",
    expected: "a folder where a file stands",
    hint: "Give another name, or move the file away.",
  },
  EACCES: {
    code: "no-permission",
    expected: "a file that may be read and written here",
    hint: "Ask the owner of the file for access.",
  },
  EPERM: {
    code: "no-permission",
    expected: "a file that may be read and written here",
    hint: "Ask the owner of the file for access.",
  },
  EROFS: {
    code: "no-permission",
    expected: "a disk that can be written to",
    hint: "Give a folder on another disk.",
  },
  ENOSPC: {
    code: "disk-full",
    expected: "room on the disk",
    hint: "Make room and try again; nothing was changed.",
  },
  EDQUOT: {
    code: "disk-full",
    expected: "room within the quota that the disk gives this user",
    hint: "Make room and try again; nothing was changed.",
  },
  EFBIG: {
    code: "file-too-large",
    expected: "a file no larger than the system lets it grow",
    hint: "Raise the limit (ulimit -f) and try again; nothing was changed.",
  },
};

/** A failure of the file system in our words; any other error as it is. */
export function fileError(error: unknown, path: string): unknown {
  const system = systemCode(error);
  if (system === undefined) return error;
  const { code, expected, hint } = SITUATIONS[system] ?? {
    code: "file-error",
    expected: "a file that can be read and written",
    hint: "The operating system refused.",
  };
  return competitionError({ code, path, received: system, expected, hint });
}
