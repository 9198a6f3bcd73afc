import { expect, it } from "vitest";
import { limitSize } from "./split-size.ts";

it.each([
  [380, 300, 1440, 380],
  [100, 300, 1440, 300],
  [1400, 300, 1440, 1200],
  [500, 300, 400, 300],
])("makes of %d, at least %d in %d, %d", (wanted, least, room, size) => {
  expect(limitSize(wanted, least, room)).toBe(size);
});
