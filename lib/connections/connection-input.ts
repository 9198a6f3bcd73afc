import { z } from "zod";
import { customProviderSchema } from "./connection-secrets.ts";

/** How nodes name a connection. */
export const aliasSchema = z
  .string()
  .regex(/^[A-Za-z][A-Za-z0-9_-]{0,62}$/, "is not an alias: letters, digits, - and _, beginning with a letter.");

const label = z
  .string()
  .max(200)
  .regex(/^\P{Cc}*$/u, "holds a control character.");
const value = z
  .string()
  .min(1, "is empty.")
  .max(65_536, "is longer than 65536 characters.")
  // What is pasted or read from a file ends in a line break more often than a secret does.
  .transform((text) => text.replace(/[\r\n]+$/, ""))
  .refine((text) => text !== "" && !text.includes("\u0000"), "is empty or holds a null character.");
const fields = z.record(z.string().max(100), value);
const scopes = z.array(z.string().regex(/^[\x21\x23-\x5b\x5d-\x7e]{1,300}$/, "is not a scope.")).max(200);

const oauth = z.strictObject({
  grant: z.enum(["authorization_code", "client_credentials"]).exactOptional().meta({ description: "Default authorization_code." }),
  clientId: value.exactOptional().meta({ description: "Of your own application; the server's, where it has one, without it." }),
  clientSecret: value.exactOptional(),
  scopes: scopes.exactOptional().meta({ description: "Default: those of the service's definition." }),
  provider: customProviderSchema
    .exactOptional()
    .meta({ description: "An authorization server of your own; for services without a ready definition." }),
});

/** What makes a connection. */
export const newConnectionSchema = z.strictObject({
  alias: aliasSchema,
  service: z.string().regex(/^[a-z][A-Za-z0-9]{0,99}$/, "is not a service's name."),
  label: label.exactOptional(),
  fields: fields.exactOptional().meta({ description: "The values of the service's credential, by field." }),
  oauth: oauth.exactOptional().meta({ description: "Makes it an OAuth 2.0 connection, which a person authorizes next." }),
  default: z.boolean().exactOptional().meta({
    description: "Use it for nodes of the service that name none. By default the first one of a service is, except for `http`.",
  }),
});
export type NewConnection = z.infer<typeof newConnectionSchema>;

/** What can be changed; what is left out stays. */
export const connectionChangesSchema = z.strictObject({
  alias: aliasSchema.exactOptional().meta({ description: "A new name; refused while workflows use the old one." }),
  label: label.exactOptional(),
  fields: z
    .record(z.string().max(100), value.nullable())
    .exactOptional()
    .meta({ description: "New values by field; null takes one away." }),
  oauth: oauth.partial().exactOptional().meta({ description: "What of it changes; other settings ask for a new authorization." }),
  default: z.boolean().exactOptional(),
});
export type ConnectionChanges = z.infer<typeof connectionChangesSchema>;

/** An HTTP call to try a connection with, for services that no check is written for. */
export const testCallSchema = z.strictObject({
  url: z.url({ protocol: /^https?$/ }),
  auth: z
    .enum(["bearer", "basic", "header", "query"])
    .exactOptional()
    .meta({ description: "By default what the connection holds values for." }),
  authName: z.string().min(1).max(200).exactOptional().meta({ description: "The header or query parameter that carries the key." }),
});
export type TestCall = z.infer<typeof testCallSchema>;
