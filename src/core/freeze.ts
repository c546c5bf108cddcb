/**
 * Freezes a plain value and everything plain inside it, and gives it back.
 *
 * Typed arrays can't be frozen and are left as they are; so is everything that is frozen already,
 * which also ends the walk on shared parts.
 */
export function deepFreeze<T>(value: T): T {
  if (typeof value !== "object" || value === null || Object.isFrozen(value)) return value;
  if (ArrayBuffer.isView(value) || value instanceof Map || value instanceof Set) return value;
  Object.freeze(value);
  for (const part of Object.values(value)) deepFreeze(part);
  return value;
}
