import { expect, it } from "vitest";
import { encodeForm } from "./encode-form.ts";

it("writes inner objects and lists with brackets, and leaves out what is not there", () => {
  const fields = {
    amount: 10,
    capture: false,
    metadata: { order: "A 1" },
    items: [{ price: "p" }, { price: "q" }],
    note: undefined,
    on: null,
  };
  expect(decodeURIComponent(encodeForm(fields))).toBe("amount=10&capture=false&metadata[order]=A+1&items[0][price]=p&items[1][price]=q");
});
