import { headers } from "next/headers";

/** The nonce of this answer's content security policy: `x-nonce`, which the proxy sets; undefined where none is set. */
export async function nonceOf(): Promise<string | undefined> {
  return (await headers()).get("x-nonce") ?? undefined;
}
