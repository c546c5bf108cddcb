import type * as z from "zod";

/** What a schema wants, in words. */
export function expectationOf(issue: z.core.$ZodIssue): string {
  if (issue.code === "invalid_type") return article(issue.expected);
  if (issue.code === "invalid_value") return `one of ${issue.values.join(", ")}`;
  if (issue.code === "invalid_union") {
    const options = "options" in issue && Array.isArray(issue.options) ? issue.options : undefined;
    return options === undefined ? issue.message : `one of ${options.join(", ")}`;
  }
  return issue.message;
}

function article(type: string): string {
  const words: Record<string, string> = {
    object: "an object",
    array: "a list",
    string: "a text",
    int: "a whole number",
    // What is missing of a part that another folder checks: the allocation plan.
    nonoptional: "an object",
  };
  return words[type] ?? `a ${type}`;
}
