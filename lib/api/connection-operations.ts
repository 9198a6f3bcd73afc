import { z } from "zod";
import { aliasSchema, connectionChangesSchema, newConnectionSchema, testCallSchema } from "../connections/connection-input.ts";
import { defineOperation } from "./operation.ts";
import {
  begunAuthorization,
  connectionDetails,
  connectionSummary,
  connectionTest,
  connectionType,
  errorBody,
  variableSummary,
  workspaceSettings,
} from "./schemas.ts";

const aliasParams = z.object({ alias: aliasSchema });
const variableParams = z.object({
  name: z.string().regex(/^[A-Z][A-Z0-9_]{0,99}$/, "is not a variable's name: capital letters, digits and _."),
});
const failed = (description: string) => ({ description, schema: errorBody });
const noConnection = failed("No such connection.");

/** The operations on what a workspace keeps for its workflows: connections, variables, settings. */
export const connectionOperations = {
  listConnectionTypes: defineOperation({
    id: "listConnectionTypes",
    method: "GET",
    path: "/api/connection-types",
    summary: "The services that connections can be made for, and what each asks for.",
    access: "edit",
    replies: { 200: { description: "By label.", schema: z.object({ types: z.array(connectionType) }) } },
  }),
  listConnections: defineOperation({
    id: "listConnections",
    method: "GET",
    path: "/api/connections",
    summary: "Connections by alias; never their secrets.",
    access: "edit",
    replies: { 200: { description: "The connections.", schema: z.object({ connections: z.array(connectionSummary) }) } },
  }),
  addConnection: defineOperation({
    id: "addConnection",
    method: "POST",
    path: "/api/connections",
    summary: "Store a credential under an alias, encrypted. Nothing shows it again.",
    access: "edit",
    body: newConnectionSchema,
    replies: {
      200: { description: "The connection, masked.", schema: connectionDetails },
      400: failed("A field is missing or unknown; details.fields names each."),
      404: failed("No such service."),
      409: failed("The alias is taken."),
    },
  }),
  showConnection: defineOperation({
    id: "showConnection",
    method: "GET",
    path: "/api/connections/{alias}",
    summary: "One connection with its fields, masked.",
    access: "edit",
    params: aliasParams,
    replies: { 200: { description: "The connection.", schema: connectionDetails }, 404: noConnection },
  }),
  changeConnection: defineOperation({
    id: "changeConnection",
    method: "PATCH",
    path: "/api/connections/{alias}",
    summary: "Change a connection; what is left out stays.",
    access: "edit",
    params: aliasParams,
    body: connectionChangesSchema,
    replies: {
      200: { description: "The connection, masked.", schema: connectionDetails },
      404: noConnection,
      409: failed("The new alias is taken, or the old one is in use."),
    },
  }),
  removeConnection: defineOperation({
    id: "removeConnection",
    method: "DELETE",
    path: "/api/connections/{alias}",
    summary: "Remove a connection, and revoke its tokens where the service can be asked to.",
    access: "edit",
    params: aliasParams,
    query: z.object({ force: z.enum(["true", "false"]).optional().meta({ description: "Also while workflows use it." }) }),
    replies: {
      200: {
        description: "It is gone.",
        schema: z.object({
          alias: z.string(),
          removed: z.literal(true),
          revoked: z.boolean().meta({ description: "The service said that it forgot the token." }),
        }),
      },
      404: noConnection,
      409: failed("Workflows use it; details.uses names them and their nodes."),
    },
  }),
  testConnection: defineOperation({
    id: "testConnection",
    method: "POST",
    path: "/api/connections/{alias}/test",
    summary: "Try a connection with a call that changes nothing. What is wrong is in the answer.",
    access: "edit",
    params: aliasParams,
    body: testCallSchema.optional().meta({ description: "A call to try it with, for services that no test is written for." }),
    replies: { 200: { description: "What came of it.", schema: connectionTest }, 404: noConnection },
  }),
  makeDefaultConnection: defineOperation({
    id: "makeDefaultConnection",
    method: "POST",
    path: "/api/connections/{alias}/default",
    summary: "Use this connection for nodes of its service that name none.",
    access: "edit",
    params: aliasParams,
    replies: { 200: { description: "The connection.", schema: connectionDetails }, 404: noConnection },
  }),
  beginAuthorization: defineOperation({
    id: "beginAuthorization",
    method: "POST",
    path: "/api/connections/{alias}/authorize",
    summary: "Begin an OAuth 2.0 authorization: the address that a person opens within ten minutes, once.",
    access: "edit",
    params: aliasParams,
    replies: {
      200: { description: "Where to go.", schema: begunAuthorization },
      404: noConnection,
      409: failed("There is nothing to authorize, or no client id to do it with."),
    },
  }),
  endAuthorization: defineOperation({
    id: "endAuthorization",
    method: "GET",
    path: "/api/oauth/callback",
    summary: "Where authorization servers send people back to. It answers with a page.",
    access: "anyone",
    replies: {
      200: { description: "Connected.", contentType: "text/html" },
      400: { description: "Not an answer to an authorization begun here, or one used before.", contentType: "text/html" },
      403: { description: "The person declined.", contentType: "text/html" },
      503: { description: "The authorization server gave no token.", contentType: "text/html" },
    },
  }),
  listVariables: defineOperation({
    id: "listVariables",
    method: "GET",
    path: "/api/variables",
    summary: "Variables by name; secret ones without their values.",
    access: "edit",
    replies: {
      200: {
        description: "The workspace's, and those of the server's environment.",
        schema: z.object({ variables: z.array(variableSummary) }),
      },
    },
  }),
  setVariable: defineOperation({
    id: "setVariable",
    method: "PUT",
    path: "/api/variables/{name}",
    summary: "Make or change a variable that workflows read as `{{ env.NAME }}`.",
    access: "edit",
    params: variableParams,
    body: z.strictObject({
      value: z.string().max(65_536),
      secret: z
        .boolean()
        .exactOptional()
        .meta({ description: "Encrypted, shown to nobody, readable in steps only. A secret one stays secret." }),
    }),
    replies: { 200: { description: "The variable.", schema: variableSummary }, 409: failed("It is secret and cannot become plain.") },
  }),
  removeVariable: defineOperation({
    id: "removeVariable",
    method: "DELETE",
    path: "/api/variables/{name}",
    summary: "Remove a variable. Steps that name a removed secret fail.",
    access: "edit",
    params: variableParams,
    query: z.object({ force: z.enum(["true", "false"]).optional().meta({ description: "Also while workflows read it." }) }),
    replies: {
      200: { description: "It is gone.", schema: z.object({ name: z.string(), removed: z.literal(true) }) },
      404: failed("The workspace sets no such variable."),
      409: failed("Workflows read it; details.uses names them."),
    },
  }),
  showSettings: defineOperation({
    id: "showSettings",
    method: "GET",
    path: "/api/settings",
    summary: "What the workspace has chosen.",
    access: "read",
    replies: { 200: { description: "All settings.", schema: workspaceSettings } },
  }),
  changeSettings: defineOperation({
    id: "changeSettings",
    method: "PATCH",
    path: "/api/settings",
    summary: "Change settings; what is left out stays.",
    access: "manage",
    body: z.strictObject({
      looseData: z.enum(["warn", "error"]).exactOptional().meta({ description: "What publishing makes of data that no type is known of." }),
    }),
    replies: { 200: { description: "All settings.", schema: workspaceSettings } },
  }),
} as const;
