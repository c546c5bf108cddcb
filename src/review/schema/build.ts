/** A JSON Schema (draft 2020-12), or a part of one. */
export type Schema = Readonly<Record<string, unknown>>;

/** The schema of a member that may be missing. */
interface Missing {
  readonly mayMiss: Schema;
}

/** A schema for each member of a type: one that the type may leave out, or that it doesn't have, is no other's. */
export type Members<Type> = {
  readonly [
    Name in keyof Type as Type[Name] extends (...given: never[]) => unknown ? never : Name
  ]-?: Partial<Pick<Type, Name>> extends Pick<Type, Name> ? Missing : Schema;
};

/** Of a member that may be missing. */
export const mayMiss = (schema: Schema): Missing => ({ mayMiss: schema });

/**
 * An object with the members of a type and no others. The compiler sees to it that all of them are named, and those
 * that may be missing marked, so that the schema can't fall behind what a review has.
 */
export function closed<Type extends object>(members: Members<Type>): Schema {
  return { ...atLeast<Type>(members), additionalProperties: false };
}

/** An object with the members of a type, which has further ones where it is of a kind of its own. */
export function atLeast<Type extends object>(members: Members<Type>): Schema {
  const all = Object.entries<Schema | Missing>(members);
  return {
    type: "object",
    properties: Object.fromEntries(
      all.map(([name, member]) => [name, isMissing(member) ? member.mayMiss : member]),
    ),
    required: all.flatMap(([name, member]) => (isMissing(member) ? [] : [name])),
  };
}

function isMissing(member: Schema | Missing): member is Missing {
  return "mayMiss" in member;
}

/** An object that has these members and may have others. */
export function open(members: Readonly<Record<string, Schema>>): Schema {
  return { type: "object", properties: members, required: Object.keys(members) };
}

/** One of the texts of a type; the compiler sees to it that none is forgotten. */
export function codes<Code extends string>(all: Readonly<Record<Code, true>>): Schema {
  return { enum: Object.keys(all) };
}

export const ref = (name: string): Schema => ({ $ref: `#/$defs/${name}` });
export const orNull = (schema: Schema): Schema => ({ anyOf: [schema, { type: "null" }] });
export const listOf = (items: Schema): Schema => ({ type: "array", items });
export const recordOf = (values: Schema): Schema => ({ type: "object", additionalProperties: values });
export const exactly = (...values: readonly (string | boolean)[]): Schema => ({ enum: values });

export const text: Schema = { type: "string" };
export const flag: Schema = { type: "boolean" };
export const anything: Schema = { type: "object" };
export const date: Schema = { type: "string", pattern: String.raw`^\d{4}-\d{2}-\d{2}$` };
export const month: Schema = { type: "string", pattern: String.raw`^\d{4}-\d{2}$` };
export const digest: Schema = { type: "string", pattern: "^[0-9a-f]{64}$" };
/** A count of citizens, referrals, days: see `$defs`. */
export const count: Schema = ref("count");
/** Any other number: see `$defs`. */
export const number: Schema = ref("number");
