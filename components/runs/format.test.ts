import { describe, expect, it } from "vitest";
import { formatAgo, formatBytes, formatCost, formatDuration, formatRelative } from "./format.ts";

describe("formatDuration", () => {
  it("chooses the units that a person compares by", () => {
    const spans = [0.44, 9.4, 340, 999.7, 1_240, 9_999, 59_940, 125_000, 3_600_000, 11_520_000, 187_200_000];
    expect(spans.map(formatDuration)).toEqual([
      "0.4 ms",
      "9.4 ms",
      "340 ms",
      "1.00 s",
      "1.24 s",
      "10.0 s",
      "59.9 s",
      "2m 05s",
      "1h 00m",
      "3h 12m",
      "2d 4h",
    ]);
  });
  it("takes what ended before it began, by clocks that differ, for no time at all", () => {
    expect(formatDuration(-3)).toBe("0 ms");
  });
});

describe("formatBytes", () => {
  it("chooses the unit", () => {
    expect([812, 1_640, 16_400, 999_600, 2_310_000].map(formatBytes)).toEqual(["812 B", "1.6 kB", "16 kB", "1.0 MB", "2.3 MB"]);
  });
});

describe("formatRelative", () => {
  const now = Date.parse("2026-06-15T12:00:00.000Z");
  const ago = (ms: number): string => formatRelative(new Date(now - ms).toISOString(), now);
  it("says how long ago it was, within two days", () => {
    expect([1_000, 42_000, 300_000, 7_200_000, 90_000_000].map(ago)).toEqual([
      "just now",
      "42 sec. ago",
      "5 min. ago",
      "2 hr. ago",
      "yesterday",
    ]);
  });
  it("says when it will be", () => {
    expect(ago(-300_000)).toBe("in 5 min.");
  });
  it("lets nothing that has happened lie in the future", () => {
    expect(formatAgo(new Date(now + 7_000).toISOString(), now)).toBe("just now");
  });
  it("gives the date of what is long past", () => {
    expect(formatRelative("2025-01-15T12:00:00.000Z", now)).toBe("Jan 15, 2025");
  });
});

describe("formatCost", () => {
  it("keeps the digits that matter", () => {
    expect([0, 0.000_123_4, 0.0042, 1.239].map(formatCost)).toEqual(["$0", "$0.00012", "$0.0042", "$1.24"]);
  });
});
