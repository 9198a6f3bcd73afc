import { describe, expect, it } from "vitest";
import { serviceDefinition } from "../../../../lib/services/service-definition.ts";
import type { ServiceDraft } from "./to-definition.ts";
import { toDefinition } from "./to-definition.ts";

const draft: ServiceDraft = {
  label: "Acme shop",
  baseUrl: "https://api.acme.test/v1/",
  auth: "header",
  authName: "X-Key",
  actions: [
    { key: 1, method: "GET", path: "/orders/{id}", label: "Get an order", fields: "expand?" },
    { key: 2, method: "POST", path: "/orders", label: "Get an order", fields: "sku, gift-note?" },
  ],
};

describe("toDefinition", () => {
  it("makes a definition that the API takes", () => {
    expect(serviceDefinition.safeParse(toDefinition(draft)).error?.issues).toBeUndefined();
  });

  it("puts names of the path first and the rest where the method carries it", () => {
    const { name, baseUrl, actions } = toDefinition(draft);
    expect({ name, baseUrl }).toEqual({ name: "acmeShop", baseUrl: "https://api.acme.test/v1" });
    expect(actions.map((action) => action.name)).toEqual(["getAnOrder", "getAnOrder2"]);
    expect(actions[0]?.input).toEqual({
      type: "object",
      properties: { id: { type: "string", "x-in": "path" }, expand: { type: "string", "x-in": "query" } },
      required: ["id"],
    });
    expect(actions[1]?.input.properties["giftNote"]).toEqual({ type: "string", "x-in": "body", "x-name": "gift-note" });
    expect(actions[1]?.body).toBe("json");
  });
});
