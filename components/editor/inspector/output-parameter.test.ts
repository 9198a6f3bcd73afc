import { describe, expect, it } from "vitest";
import { catalog } from "../../../plugins/catalog.ts";
import { actionSchema } from "../../../plugins/kit/action-schema.ts";
import { takesOutput } from "../../../codegen/schema/output-schema.ts";
import { findParameter, samplesOfParameter } from "./output-parameter.ts";

describe("data that only the user can know", () => {
  it("is found in every action whose output may be described, and in no other", () => {
    for (const action of catalog.actions.values()) {
      expect(findParameter(actionSchema(action).output) !== undefined, `${action.kind}`).toBe(takesOutput(action.kind, catalog));
    }
  });

  it("is the body of an HTTP answer", () => {
    const request = catalog.actions.get("http.request");
    expect(request && findParameter(actionSchema(request).output)).toEqual(["body"]);
    expect(samplesOfParameter({ order: { status: 200, body: { id: 1 } } }, "order", ["body"])).toEqual([{ id: 1 }]);
    expect(samplesOfParameter({}, "order", ["body"])).toEqual([]);
    expect(samplesOfParameter({ list: { rows: [{ a: 1 }, { a: 2 }] } }, "list", ["rows", "*"])).toEqual([{ a: 1 }, { a: 2 }]);
  });
});
