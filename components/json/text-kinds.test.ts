import { describe, expect, it } from "vitest";
import { isLong, textKind } from "./text-kinds.ts";

describe("textKind", () => {
  it("knows pictures by their addresses", () => {
    expect(textKind("data:image/png;base64,iVBORw0KGgo=")).toBe("dataImage");
    expect(textKind("https://cdn.example/a/cat.JPG?w=200")).toBe("remoteImage");
  });
  it("takes no page, script or other data for a picture", () => {
    expect(
      ["https://cdn.example/cat", "data:text/html,<b>", "javascript:alert(1)//.png", "see https://x.example/cat.png"].map(textKind),
    ).toEqual(["plain", "plain", "plain", "plain"]);
  });
  it("knows Markdown by several marks, or one among lines", () => {
    expect(textKind("# Order\n\n- yarn\n- needles")).toBe("markdown");
    expect(textKind("The **blue** one, see [this](https://a.example)")).toBe("markdown");
    expect(textKind("# 1 of the queue")).toBe("plain");
    expect(textKind("an ordinary\ntext of two lines")).toBe("plain");
  });
});

describe("isLong", () => {
  it("is what one line does not hold", () => {
    expect([isLong("short"), isLong("two\nlines"), isLong("x".repeat(300))]).toEqual([false, true, true]);
  });
});
