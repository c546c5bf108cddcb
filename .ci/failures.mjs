// Prints the failed tests of one of vitest's JSON reports, and the beginning of what each said.
import { readFileSync } from "node:fs";

const report = JSON.parse(readFileSync(process.argv[2], "utf8"));
for (const file of report.testResults) {
  if (file.status === "failed" && file.message)
    process.stdout.write(`${file.name}: ${file.message.slice(0, 2000)}\n`);
  for (const test of file.assertionResults) {
    if (test.status === "failed") {
      process.stdout.write(
        `${file.name}: ${test.fullName}\n${test.failureMessages.join("\n").slice(0, 2000)}\n`,
      );
    }
  }
}
