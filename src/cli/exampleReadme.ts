/** What stands beside the files of the bundled competition, so that nobody takes them for real ones. */
export const EXAMPLE_README: string = `# A simulated year: Fredericia, course type A, 2005

No citizen in these files exists, and no figure in them was observed. They were made by
\`konkurrencemodel example\` from the protocol of Fredericia's tender of 2004 and the seed
\`fredericia-2005\`; the same version of the package makes them again, byte for byte. The assumptions
stand in \`src/cli/example.ts\` and were not fitted to real data.

About 400 citizens are referred in 40 weeks of 2005 and drawn, week by week, within two age groups.
Some never start, are sent back, are referred again, move or die. The extract of their histories
covers the time up to 30 September 2006. In truth, that is under the assumptions, 38.5 % of the
municipality's and 47.5 % of the supplier's citizens succeed by the primary criterion: what the
review finds in this one year is farther apart, by chance alone.

| file                 | what it holds                                                                    |
| -------------------- | -------------------------------------------------------------------------------- |
| \`protocol.json\`      | the agreement: the tender's own, with a benchmark                                |
| \`referrals.csv\`      | who was referred when, with the age group                                        |
| \`ledger.jsonl\`       | the draws, each line tied to the one before                                      |
| \`key.txt\`            | the key of the draw, revealed as after the last draw, so that all can be checked |
| \`courses.csv\`        | the courses as the two units would have reported them                            |
| \`spells.csv\`         | the citizens' benefit, work and education spells                                 |
| \`municipalities.csv\` | a comparison group of 2007 with simulated figures                                |

\`\`\`sh
konkurrencemodel verify --protocol protocol.json --ledger ledger.jsonl --key-file key.txt
konkurrencemodel review --protocol protocol.json --ledger ledger.jsonl --courses courses.csv --spells spells.csv --municipalities municipalities.csv --as-of 2006-09-30
\`\`\`
`;
