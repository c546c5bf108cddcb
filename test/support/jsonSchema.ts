type Schema = Readonly<Record<string, unknown>>;

/** The keywords that are known here; of any other it can't be said whether it holds. */
const KNOWN = new Set(
  [
    "$ref",
    "type",
    "properties",
    "required",
    "additionalProperties",
    "items",
    "enum",
    "anyOf",
    "not",
    "pattern",
  ].concat(["minimum", "minItems", "maxItems", "description", "title", "$schema", "$defs"]),
);

/** Where a value doesn't fit a JSON Schema, and by which keyword: only what reviews' own schema is made of. */
export function misfits(root: Schema, value: unknown, schema: Schema = root, path = "$"): readonly string[] {
  const unknown = Object.keys(schema).filter((keyword) => !KNOWN.has(keyword));
  if (unknown.length > 0) throw new Error(`${path}: nobody checks ${unknown.join(", ")}`);
  if (schema["not"] !== undefined) return [`${path}: not`];
  const { $ref, type, anyOf, pattern, minimum, minItems, maxItems } = schema;
  if (typeof $ref === "string") return misfits(root, value, definition(root, $ref), path);
  if (Array.isArray(anyOf)) {
    const fits = anyOf.some((each: Schema) => misfits(root, value, each, path).length === 0);
    if (!fits) return [`${path}: anyOf`];
  }
  const options = schema["enum"];
  if (Array.isArray(options) && !options.includes(value)) return [`${path}: enum`];
  if (typeof type === "string" && !isOfType(value, type)) return [`${path}: type`];
  if (typeof pattern === "string" && !new RegExp(pattern).test(String(value))) return [`${path}: pattern`];
  if (typeof minimum === "number" && Number(value) < minimum) return [`${path}: minimum`];
  if (Array.isArray(value)) {
    if (typeof minItems === "number" && value.length < minItems) return [`${path}: minItems`];
    if (typeof maxItems === "number" && value.length > maxItems) return [`${path}: maxItems`];
    const items = schema["items"] as Schema | undefined;
    if (items === undefined) return [];
    return value.flatMap((item, index) => misfits(root, item, items, `${path}[${index}]`));
  }
  return isObject(value) ? objectMisfits(root, value, schema, path) : [];
}

function objectMisfits(
  root: Schema,
  value: Readonly<Record<string, unknown>>,
  { properties = {}, required = [], additionalProperties }: Schema,
  path: string,
): readonly string[] {
  const own = properties as Readonly<Record<string, Schema>>;
  const missing = (required as readonly string[]).filter((name) => !Object.hasOwn(value, name));
  return [
    ...missing.map((name) => `${path}.${name}: required`),
    ...Object.entries(value).flatMap(([name, member]) => {
      const place = `${path}.${name}`;
      if (Object.hasOwn(own, name)) return misfits(root, member, own[name], place);
      if (additionalProperties === false) return [`${place}: additionalProperties`];
      return isObject(additionalProperties) ? misfits(root, member, additionalProperties, place) : [];
    }),
  ];
}

/** An object somewhere in a value whose schema names members that have to be there. */
export interface Requiring {
  readonly path: string;
  readonly object: Record<string, unknown>;
  readonly required: readonly string[];
}

/** The first object of a value for each part of its schema that requires members. */
export function requiringIn(root: Schema, value: unknown): readonly Requiring[] {
  const found = new Map<Schema, Requiring>();
  walk(value, root, "$");
  return [...found.values()];

  function walk(each: unknown, given: Schema, path: string): void {
    const schema = resolved(root, each, given);
    if (Array.isArray(each)) {
      const items = schema["items"] as Schema | undefined;
      if (items !== undefined) for (const item of each) walk(item, items, `${path}[]`);
    } else if (isObject(each)) {
      const { properties = {}, required = [], additionalProperties: others } = schema;
      const own = properties as Readonly<Record<string, Schema>>;
      const names = required as readonly string[];
      if (names.length > 0 && !found.has(schema)) found.set(schema, { path, object: each, required: names });
      for (const [name, member] of Object.entries(each)) {
        const of = own[name] ?? (isObject(others) ? others : undefined);
        if (of !== undefined) walk(member, of, `${path}.${name}`);
      }
    }
  }
}

/** The schema that says what a value is like: what is referred to, and the one of several that it fits. */
function resolved(root: Schema, value: unknown, schema: Schema): Schema {
  const { $ref, anyOf, properties } = schema;
  if (typeof $ref === "string") return resolved(root, value, definition(root, $ref));
  if (!Array.isArray(anyOf) || properties !== undefined) return schema;
  const fitting = (anyOf as readonly Schema[]).find((each) => misfits(root, value, each).length === 0);
  return resolved(root, value, fitting ?? {});
}

function definition(root: Schema, $ref: string): Schema {
  const found = (root["$defs"] as Readonly<Record<string, Schema>>)[$ref.replace("#/$defs/", "")];
  if (found === undefined) throw new Error(`${$ref} isn't defined`);
  return found;
}

function isOfType(value: unknown, type: string): boolean {
  switch (type) {
    case "object":
      return isObject(value);
    case "array":
      return Array.isArray(value);
    case "integer":
      return Number.isInteger(value);
    case "null":
      return value === null;
    case "string":
    case "number":
    case "boolean":
      return typeof value === type;
    default:
      throw new Error(`nobody checks the type ${type}`);
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
