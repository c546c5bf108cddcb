import * as fc from "fast-check";
import { expect, it } from "vitest";
import { checkKeysOnce } from "../../src/core/index.js";
import { errorOf } from "../support/errors.js";

it.each([
  ['{"arm":"a","arm":"b"}', "arm"],
  ['{"line":{"arm":"a","x":[{}, {"y":1}],"arm" : "b"}}', "arm"],
  ['{"a":1,"\\u0061":2}', "a"],
  ['{"":1,"":2}', ""],
  ['[{"a":1},{"b":{},"b":{}}]', "b"],
])("%s has a key twice", (json, key) => {
  expect(errorOf(() => checkKeysOnce(json, "file.json"))).toMatchObject({
    code: "repeated-key",
    path: "file.json",
    received: key,
  });
});

it.each(['{"a":"a","b":"{\\"a\\":1,\\"a\\":2}"}', '{"a":{"a":{"a":1}},"b":[{"a":1},{"a":2}]}', '"a"', "[]"])(
  "%s has none twice",
  (json) => {
    expect(() => checkKeysOnce(json, "file.json")).not.toThrow();
  },
);

it("takes whatever JSON.stringify writes", () => {
  fc.assert(
    fc.property(fc.json(), (json) => {
      expect(() => checkKeysOnce(json, "file.json")).not.toThrow();
    }),
  );
});
