import { competitionError, type CompetitionError, type Issue } from "../core/index.js";

/** How many issues of a file are listed; further ones are counted. */
const LISTED = 100;

/** Issues of one file while it is read. */
export interface IssueList {
  readonly add: (issue: Omit<Issue, "file">) => void;
  /** @throws CompetitionError `rows-in-error` with all issues, if there is any. */
  readonly throwIfAny: () => void;
}

/** Collects the issues of a file: the first 100 in full, the further ones by number. */
export function issueList(file: string): IssueList {
  const issues: Issue[] = [];
  let further = 0;
  return {
    add: (issue) => {
      if (issues.length < LISTED) issues.push({ ...issue, file });
      else further++;
    },
    throwIfAny: () => {
      if (issues.length > 0) throw rowsInError(file, issues, further);
    },
  };
}

function rowsInError(file: string, issues: readonly Issue[], further: number): CompetitionError {
  const total = issues.length + further;
  const rest: Issue = {
    code: "more-issues",
    file,
    received: further,
    expected: `at most ${LISTED} in one list`,
  };
  return competitionError({
    code: "rows-in-error",
    path: file,
    summary: total === 1 ? "one issue, nothing was read" : `${total} issues, nothing was read`,
    issues: further === 0 ? issues : [...issues, rest],
  });
}
