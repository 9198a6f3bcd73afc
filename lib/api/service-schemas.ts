import { z } from "zod";
import type { ServiceDefinition } from "../services/service-definition.ts";
import { serviceDefinition } from "../services/service-definition.ts";

/** The shapes the API answers with about services that a workspace describes. */

export const serviceSummary = z
  .object({
    name: z.string().meta({ description: "The first half of its actions' kinds." }),
    label: z.string(),
    description: z.string(),
    baseUrl: z.string(),
    auth: z.enum(["none", "bearer", "basic", "header", "query", "oauth2"]),
    actions: z.int().meta({ description: "How many there are." }),
    source: z.enum(["stored", "file"]).meta({ description: "`file`: it lies in the server's folder and is changed there." }),
    version: z.int().nullable(),
    updatedAt: z.iso.datetime().nullable(),
  })
  .meta({ id: "ServiceSummary" });
export type ServiceSummary = z.infer<typeof serviceSummary>;

/** As the schema `ServiceDefinition` says, with every default filled in. */
const definition = z.custom<ServiceDefinition>().meta({ description: "A `ServiceDefinition`." });

export const serviceDetails = serviceSummary.extend({ definition }).meta({ id: "Service" });
export type ServiceDetails = z.infer<typeof serviceDetails>;

const importedOperation = z.object({
  name: z.string().meta({ description: "What its action will be called." }),
  id: z.string().meta({ description: "The document's own name for it; empty when it has none." }),
  method: z.string(),
  path: z.string(),
  label: z.string(),
  description: z.string(),
  tags: z.array(z.string()),
  deprecated: z.boolean(),
});

export const importAnswer = z
  .object({
    operations: z.array(importedOperation).nullable().meta({ description: "What there is to choose from; null once a choice was made." }),
    definition: definition.nullable().meta({ description: "The service made of the chosen operations." }),
    saved: serviceSummary.nullable().meta({ description: "Set when it was stored." }),
  })
  .meta({ id: "ServiceImport" });
export type ImportAnswer = z.infer<typeof importAnswer>;

export const importRequest = z
  .strictObject({
    url: z
      .url({ protocol: /^https?$/ })
      .exactOptional()
      .meta({ description: "Where the OpenAPI document is." }),
    document: z
      .union([z.string(), z.record(z.string(), z.unknown())])
      .exactOptional()
      .meta({ description: "The OpenAPI document itself, as JSON or as the text of JSON or YAML." }),
    operations: z.array(z.string()).exactOptional().meta({ description: "Names, ids, or `GET /orders`." }),
    tags: z.array(z.string()).exactOptional(),
    all: z.boolean().exactOptional(),
    name: z.string().exactOptional().meta({ description: "Default: made from the API's title." }),
    baseUrl: z.string().exactOptional().meta({ description: "Default: the document's first server." }),
    auth: serviceDefinition.shape.auth.unwrap().exactOptional().meta({ description: "Default: what the document says." }),
    save: z.boolean().exactOptional().meta({ description: "Store the service too." }),
  })
  .refine(({ url, document }) => (url === undefined) !== (document === undefined), "Give either url or document.");
export type ImportRequest = z.infer<typeof importRequest>;
