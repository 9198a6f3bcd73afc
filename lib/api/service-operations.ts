import { z } from "zod";
import { serviceDefinition } from "../services/service-definition.ts";
import { defineOperation } from "./operation.ts";
import { errorBody } from "./schemas.ts";
import { importAnswer, importRequest, serviceDetails, serviceSummary } from "./service-schemas.ts";

const MIB = 1024 * 1024;
const nameParams = z.object({ name: z.string().regex(/^[a-z][A-Za-z0-9]{0,99}$/, "is not a service's name.") });
const failed = (description: string) => ({ description, schema: errorBody });

/** The operations on the REST services that a workspace describes itself. */
export const serviceOperations = {
  listServices: defineOperation({
    id: "listServices",
    method: "GET",
    path: "/api/services",
    summary: "The REST services that the workspace describes itself, by name.",
    access: "read",
    replies: { 200: { description: "The services.", schema: z.object({ services: z.array(serviceSummary) }) } },
  }),
  addService: defineOperation({
    id: "addService",
    method: "POST",
    path: "/api/services",
    summary: "Describe a REST service: base URL, authentication, actions with typed fields.",
    access: "edit",
    body: serviceDefinition,
    maxBody: 32 * MIB,
    replies: {
      200: { description: "It can be used in workflows now.", schema: serviceSummary },
      400: failed("The definition is wrong; details.fields names each wrong place."),
      409: failed("The name is taken."),
    },
  }),
  showService: defineOperation({
    id: "showService",
    method: "GET",
    path: "/api/services/{name}",
    summary: "A service with its definition.",
    access: "read",
    params: nameParams,
    replies: { 200: { description: "The service.", schema: serviceDetails }, 404: failed("No such service.") },
  }),
  changeService: defineOperation({
    id: "changeService",
    method: "PUT",
    path: "/api/services/{name}",
    summary: "Put another definition in its place; published workflows go on with the one they were published with.",
    access: "edit",
    params: nameParams,
    body: serviceDefinition,
    maxBody: 32 * MIB,
    replies: {
      200: { description: "The service as it is now.", schema: serviceSummary },
      400: failed("The definition is wrong; details.fields names each wrong place."),
      404: failed("No such service."),
    },
  }),
  removeService: defineOperation({
    id: "removeService",
    method: "DELETE",
    path: "/api/services/{name}",
    summary: "Remove a service that no published workflow uses.",
    access: "edit",
    params: nameParams,
    replies: {
      200: { description: "It is gone.", schema: z.object({ name: z.string(), removed: z.literal(true) }) },
      404: failed("No such service."),
      409: failed("Workflows use it; details.uses names them and their nodes."),
    },
  }),
  importService: defineOperation({
    id: "importService",
    method: "POST",
    path: "/api/services/import",
    summary: "Read an OpenAPI document: list its operations, or make a service of those that are chosen.",
    access: "edit",
    body: importRequest,
    maxBody: 64 * MIB,
    replies: {
      200: { description: "The operations, or the service.", schema: importAnswer },
      400: failed("The document cannot be read, or does not have what was chosen."),
      409: failed("The name is taken."),
    },
  }),
} as const;
