import { expect, it } from "vitest";
import { nameFrom, uniqueName } from "./name-document.ts";

it.each([
  ["Order alert", "orderAlert"],
  ["  Send the INVOICES, weekly! ", "sendTheINVOICESWeekly"],
  ["Größe prüfen", "grossePrufen"],
  ["2nd reminder", "ndReminder"],
  ["日本", "workflow"],
  ["class", "workflow"],
  ["Trigger", "workflow"],
  ["", "workflow"],
])("makes a name of %j", (title, name) => {
  expect(nameFrom(title)).toBe(name);
});

it("counts on from a name that is taken", () => {
  expect(uniqueName("alert", new Set())).toBe("alert");
  expect(uniqueName("alert", new Set(["alert"]))).toBe("alert2");
  expect(uniqueName("alert2", new Set(["alert", "alert2"]))).toBe("alert3");
});
