import { Cron } from "croner";
import { describe, expect, it } from "vitest";
import { cronWords } from "./cron-words.ts";
import { nextTimes } from "./next-times.ts";

describe("a schedule in words", () => {
  it.each([
    ["* * * * *", "Every minute"],
    ["*/15 * * * *", "Every 15 minutes"],
    ["0 * * * *", "Every hour"],
    ["30 * * * *", "Every hour at :30"],
    ["0 */4 * * *", "Every 4 hours"],
    ["0 9 * * *", "Every day at 09:00"],
    ["30 9,17 * * *", "Every day at 09:30 and 17:30"],
    ["0 9 * * 1-5", "Every weekday at 09:00"],
    ["0 9 * * MON,WED", "Every Monday and Wednesday at 09:00"],
    ["0 9 * * 0,6", "Every Saturday and Sunday at 09:00"],
    ["0 8 1 * *", "On the 1st of the month at 08:00"],
    ["0 8 1,15 1,7 *", "On the 1st and 15th of the month at 08:00 in January and July"],
    ["*/10 9-17 * * 1-5", "Every 10 minutes from 09:00 to 17:59, every weekday"],
    ["0 0 13 * FRI", "On the 13th of the month and every Friday at 00:00"],
  ])("says %s as %s", (cron, words) => {
    expect(cronWords(cron)).toBe(words);
  });

  it("says nothing of a text that is no schedule", () => {
    expect(cronWords("9 o'clock")).toBe(undefined);
  });
});

describe("the next times of a schedule", () => {
  const crons = [
    "*/7 * * * *",
    "0 9 * * 1-5",
    "15 10-14/2 * * *",
    "0 0 29 2 *",
    "0 0 1,15 * 3",
    "5-59/20 6 * JAN-MAR *",
    "59 23 31 * *",
    "0 12 * * 7",
    "0 0 */10 * *",
  ];
  const zones = ["UTC", "Europe/Berlin", "America/New_York", "Asia/Kolkata", "Pacific/Auckland"];
  const starts = ["2026-01-01T00:00:00Z", "2026-06-15T13:37:11Z", "2027-12-31T23:59:59Z"];

  it.each(crons)("are the server's for %s", (cron) => {
    for (const zone of zones) {
      for (const start of starts) {
        const theirs = new Cron(cron, { timezone: zone, paused: true }).nextRuns(5, new Date(start));
        expect(nextTimes(cron, zone, new Date(start), 5), `${cron} ${zone} ${start}`).toEqual(theirs);
      }
    }
  });

  it("keep the clock's time when clocks change", () => {
    expect(nextTimes("0 9 * * *", "Europe/Berlin", new Date("2026-03-28T00:00:00Z"), 2).map((at) => at.toISOString())).toEqual([
      "2026-03-28T08:00:00.000Z",
      "2026-03-29T07:00:00.000Z",
    ]);
  });
});
