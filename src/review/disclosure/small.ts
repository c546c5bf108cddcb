/** Whether a number tells of too few people to be shown. */
export function isSmall(count: number, minimum: number): boolean {
  return count >= 1 && count < minimum;
}
