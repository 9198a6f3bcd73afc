import { credential } from "../../kit/credentials.ts";
import { credentialVariable } from "../../kit/define-credential.ts";
import { fatal } from "../../kit/failure.ts";
import type { RequestInput } from "../types.generated.ts";
import { httpCredential } from "../credential.ts";

/** Adds what `auth` asks of the connection to the call, and gives the header names that must not leave its origin. */
export async function authenticate(
  input: Pick<RequestInput, "auth" | "authName">,
  connection: string | undefined,
  url: URL,
  headers: Headers,
): Promise<string[]> {
  const auth = input.auth ?? "none";
  if (auth === "none") return [];
  const values = await credential(httpCredential, connection);
  const take = (field: "token" | "username" | "password" | "key"): string => {
    const value = values[field];
    if (value === undefined) {
      throw fatal(`${credentialVariable(httpCredential, field, connection)} is not set, which auth "${auth}" needs.`, {
        name: "MissingCredential",
      });
    }
    return value;
  };
  checkHost(values.hosts, url);
  switch (auth) {
    case "bearer":
      setSecret(headers, "authorization", `Bearer ${take("token")}`);
      return [];
    case "basic": {
      const pair = new TextEncoder().encode(`${take("username")}:${take("password")}`);
      setSecret(headers, "authorization", `Basic ${btoa(String.fromCharCode(...pair))}`);
      return [];
    }
    case "header": {
      const name = requireName(input.authName);
      setSecret(headers, name, take("key"));
      return [name];
    }
    case "query":
      url.searchParams.set(requireName(input.authName), take("key"));
      return [];
  }
}

function checkHost(hosts: string | undefined, url: URL): void {
  if (hosts === undefined) return;
  const allowed = hosts.split(",").map((host) => host.trim().toLowerCase());
  if (allowed.includes(url.host) || allowed.includes(url.hostname)) return;
  throw fatal(`The connection may not be used with ${url.host}; its allowed hosts are ${hosts}.`, { name: "ForbiddenHost" });
}

function requireName(name: string | undefined): string {
  if (name !== undefined && name !== "") return name;
  throw fatal("authName is missing: it names the header or query parameter that carries the key.", { name: "InvalidInput" });
}

function setSecret(headers: Headers, name: string, value: string): void {
  try {
    headers.set(name, value);
  } catch {
    // The platform's message would show the value.
    throw fatal(
      `The credential cannot be sent in the header "${name}": the name or the value holds a character that headers cannot carry.`,
      {
        name: "InvalidHeader",
      },
    );
  }
}
