import { describe, expect, it } from "vitest";
import { isIdentifier } from "../../../codegen/schema/identifiers.ts";
import { builtInKinds } from "../../../codegen/schema/kind-facts.ts";
import { registry } from "../../../plugins/registry.generated.ts";
import { suggestName } from "./suggest-name.ts";

describe("the name of what a node gives", () => {
  it.each([
    ["slack.sendMessage", "message"],
    ["airtable.listRecords", "records"],
    ["http.request", "response"],
    ["github.deleteIssue", "deletedIssue"],
    ["hubspot.updateContact", "updatedContact"],
    ["gmail.markAsRead", "markAsReadResult"],
    ["ai.classify", "classifyResult"],
    ["acme.listURLs", "urls"],
    ["control.forEach", "each"],
    ["trigger", "input"],
    ["odd.42", "result"],
  ])("of %s is %s", (kind, name) => {
    expect(suggestName(kind)).toBe(name);
  });

  it("is an identifier for every kind there is, and never the step's own", () => {
    const kinds = [...builtInKinds.keys(), ...registry.flatMap(({ name, actions }) => actions.map((action) => `${name}.${action.name}`))];
    expect(kinds.filter((kind) => !isIdentifier(suggestName(kind)))).toEqual([]);
    expect(kinds.filter((kind) => kind.endsWith(`.${suggestName(kind)}`))).toEqual(["control.approval"]);
  });
});
