import { expect, it } from "vitest";
import { encodeMultipart } from "./encode-multipart.ts";

it("sends files beside fields, lists repeated, objects as they are asked for", async () => {
  const form = encodeMultipart(
    {
      image: { content: "aGk=", name: "a.txt", type: "text/plain" },
      more: [{ content: "eA" }],
      tags: ["a", "b"],
      meta: { b: 1 },
      none: undefined,
    },
    { image: "file", more: "file", meta: "json" },
  );
  const parts = await Promise.all(
    [...form].map(async ([name, part]) => (typeof part === "string" ? [name, part] : [name, part.name, part.type, await part.text()])),
  );
  expect(parts).toEqual([
    ["image", "a.txt", "text/plain", "hi"],
    ["more", "more", "application/octet-stream", "x"],
    ["tags", "a"],
    ["tags", "b"],
    ["meta", '{"b":1}'],
  ]);
});

it("names the field whose content is not base64", () => {
  expect(() => encodeMultipart({ image: { content: "%%%" } }, { image: "file" })).toThrow("image.content must be base64.");
  expect(() => encodeMultipart({ image: "text" }, { image: "file" })).toThrow("image.content must be base64.");
});
