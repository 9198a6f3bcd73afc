import { parseService } from "./parse-service.ts";
import type { ServiceDefinition } from "./service-definition.ts";

/** A service with every way of saying something, at this address. */
export function acme(baseUrl: string, changes: object = {}): ServiceDefinition {
  return parseService({
    weftService: 1,
    name: "acme",
    label: "Acme",
    description: "Looms and shuttles.",
    baseUrl,
    auth: { type: "bearer" },
    headers: { "X-Acme-Version": "2026-01-01" },
    idempotencyHeader: "Idempotency-Key",
    refusal: { field: "ok", is: false, message: "error" },
    schemas: {
      Order: {
        type: "object",
        properties: {
          id: { type: "string", readOnly: true },
          sku: { type: "string" },
          parts: { type: "array", items: { $ref: "#/schemas/Order" } },
        },
        required: ["id", "sku"],
      },
    },
    actions: [
      {
        name: "createOrder",
        label: "Create an order",
        description: "Puts an order in. */ It is not paid yet.",
        method: "POST",
        path: "/shops/{shop}/orders/{number}",
        input: {
          properties: {
            shop: { type: "string", label: "Shop" },
            number: { type: "integer" },
            dry_run: { type: "boolean", "x-in": "query" },
            expand: { type: "array", items: { type: "string" }, "x-in": "query", "x-style": "brackets" },
            range: { type: "object", "x-in": "query", "x-style": "brackets" },
            ids: { type: "array", items: { type: "integer" }, "x-in": "query", "x-style": "comma" },
            "X-Trace": { type: "string", "x-in": "header" },
            retries: { type: "integer", "x-in": "header", "x-name": "X-Retries" },
            shop_body: { type: "string", "x-name": "shop", "x-in": "body" },
            order: { $ref: "#/schemas/Order" },
            "odd name": { type: "string" },
          },
          required: ["shop", "number", "order"],
        },
        output: { $ref: "#/schemas/Order" },
      },
      {
        name: "listOrders",
        label: "List orders",
        method: "GET",
        path: "/orders",
        input: { properties: { limit: { type: "integer" }, status: { type: "array", items: { enum: ["open", "paid"] } } } },
        output: { type: "array", items: { $ref: "#/schemas/Order" } },
      },
      {
        name: "payOrder",
        label: "Pay",
        method: "POST",
        path: "/pay",
        body: "form",
        input: {
          properties: {
            amount: { type: "integer" },
            metadata: { type: "object", "x-style": "brackets" },
            tags: { type: "array", items: { type: "string" } },
          },
        },
      },
      {
        name: "upload",
        label: "Upload",
        method: "PUT",
        path: "/files/{name}",
        body: "binary",
        contentType: "image/png",
        answer: "base64",
        input: { properties: { name: { type: "string" }, body: { type: "string", "x-in": "wholeBody" } }, required: ["body", "name"] },
        output: { type: "string" },
      },
      {
        name: "attach",
        label: "Attach",
        method: "POST",
        path: "/attach",
        body: "multipart",
        answer: "auto",
        input: {
          properties: {
            file: {
              type: "object",
              properties: { content: { type: "string" }, name: { type: "string" } },
              required: ["content"],
              "x-style": "file",
            },
            note: { type: "string" },
          },
        },
      },
      {
        name: "say",
        label: "Say",
        method: "POST",
        path: "/say",
        body: "text",
        answer: "text",
        input: { properties: { words: { type: "string", "x-in": "wholeBody" } } },
        output: { type: ["string", "null"] },
      },
      {
        name: "replace",
        label: "Replace",
        method: "PATCH",
        path: "/all",
        idempotencyHeader: "X-Once",
        input: { properties: { all: { type: "array", items: { type: "integer" }, "x-in": "wholeBody" } } },
      },
      {
        name: "acme",
        label: "Ping",
        method: "DELETE",
        path: "/ping",
        input: { properties: { why: { type: "string" } } },
        answer: "auto",
        output: { type: "null" },
      },
    ],
    ...changes,
  });
}
