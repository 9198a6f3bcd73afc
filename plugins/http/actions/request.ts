import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";

const scalar = z.union([z.string(), z.number(), z.boolean(), z.null()]);

export const requestInput = z.strictObject({
  method: z.enum(["GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS"]).optional().meta({ label: "Method", default: "GET" }),
  url: z.string().min(1).meta({
    label: "URL",
    help: "An http or https address, without user name and password.",
    example: "https://api.example.com/orders",
  }),
  query: z
    .record(z.string(), z.union([scalar, z.array(scalar)]).optional())
    .optional()
    .meta({ label: "Query", help: "Added to the URL, encoded. A list repeats its name; empty values are left out." }),
  headers: z
    .record(z.string(), scalar.optional())
    .optional()
    .meta({ label: "Headers", help: "Keys and tokens belong in a connection, not here." }),
  body: z.any().optional().meta({ label: "Body", multiline: true, help: "Text as it is, anything else as JSON." }),
  bodyType: z
    .enum(["json", "form", "text", "binary"])
    .optional()
    .meta({ label: "Body type", help: "How the body is sent. form takes an object, binary takes base64." }),
  auth: z.enum(["none", "bearer", "basic", "header", "query"]).optional().meta({
    label: "Authentication",
    help: "What to send of the connection: its token, its user name and password, or its key in a header or in the query.",
    default: "none",
  }),
  authName: z
    .string()
    .optional()
    .meta({
      label: "Key name",
      help: "The header or query parameter that carries the key.",
      example: "X-API-Key",
      shownWhen: { field: "auth", is: ["header", "query"] },
    }),
  timeout: z
    .string()
    .regex(/^\d+(?:\.\d+)?\s*(?:ms|s|m|h|d|w)$/, 'must be a duration such as "30s"')
    .optional()
    .meta({ label: "Timeout", help: "For the whole call, body included.", default: "30s" }),
  maxBytes: z
    .int()
    .min(1)
    .max(100_000_000)
    .optional()
    .meta({ label: "Largest answer", help: "In bytes, after decompression.", default: 20_000_000 }),
  maxRedirects: z
    .int()
    .min(0)
    .max(20)
    .optional()
    .meta({ label: "Most redirects", help: "0 hands a redirect back as the answer.", default: 5 }),
  expectStatus: z
    .array(z.union([z.int().min(100).max(599), z.string().regex(/^(?:[1-5]xx|[1-5]\d\d)$/, 'must be like "2xx" or 404')]))
    .min(1)
    .optional()
    .meta({ label: "Expected status", help: "Any other status is a failure.", example: ["2xx", 404], default: ["2xx"] }),
});

export const requestOutput = z.object({
  status: z.int().meta({ label: "Status" }),
  headers: z.record(z.string(), z.string()).meta({ label: "Headers", help: "Names in lower case." }),
  body: z.any().meta({ label: "Body", help: "JSON parsed, text as text, anything else as base64; null when empty.", typeParameter: true }),
});

/** Calls any HTTP address. */
export const request = defineAction({
  name: "request",
  label: "HTTP request",
  description:
    "Calls an HTTP address and gives its status, headers and body. Fails on a status that is not expected; 408, 429, 5xx, timeouts and network faults are retried.",
  input: requestInput,
  output: requestOutput,
  examples: [{ method: "POST", url: "https://api.example.com/orders", query: { dry: true }, body: { sku: "loom-01" } }],
});
