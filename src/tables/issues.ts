import { competitionError, nearestWord, type CompetitionError, type Issue } from "../core/index.js";

/** How many issues of a file are listed; further ones are counted. */
const LISTED = 100;

/** An issue of the file that is read. */
export interface FoundIssue extends Omit<Issue, "file"> {
  /** Known words: the hint names the one nearest to what was received. Sought only where the issue is listed. */
  readonly among?: readonly string[];
}

/** Issues of one file while it is read. */
export interface IssueList {
  readonly add: (issue: FoundIssue) => void;
  /** @throws CompetitionError `rows-in-error` with all issues, if there is any. */
  readonly throwIfAny: () => void;
}

/** Collects the issues of a file: the first 100 in full, the further ones by number. */
export function issueList(file: string): IssueList {
  const issues: Issue[] = [];
  let further = 0;
  return {
    add: (issue) => {
      if (issues.length < LISTED) issues.push(listed(file, issue));
      else further++;
    },
    throwIfAny: () => {
      if (issues.length > 0) throw rowsInError(file, issues, further);
    },
  };
}

function listed(file: string, { among, ...issue }: FoundIssue): Issue {
  const near = among === undefined ? undefined : nearestWord(String(issue.received), among);
  return { ...issue, ...(near === undefined ? {} : { hint: `Did you mean ${near}?` }), file };
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
