import { isLoopback } from "../api/is-own-machine.ts";

/** Whether the server is bound to loopback and known under no other name: whoever owns a workspace then owns the machine. */
export function servesThisMachine({ HOST: bound, WEFT_URL: named, VERCEL: hosted }: Readonly<Record<string, string | undefined>>): boolean {
  if (hosted) return false;
  const name = named ? URL.parse(named)?.hostname : "127.0.0.1";
  return (!bound || isLoopback(bound)) && name !== undefined && isLoopback(name);
}
