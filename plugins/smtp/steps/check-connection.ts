import { credential } from "../../kit/credentials.ts";
import type { StepOptions } from "../../kit/step-options.ts";
import { smtpCredential } from "../credential.ts";
import { readServer } from "../read-server.ts";
import { withTransport } from "../with-transport.ts";

/** Tries the credential by signing in, without sending a mail. */
export async function checkConnection(options: StepOptions): Promise<{ account: string }> {
  const server = readServer(await credential(smtpCredential, options.connection));
  await withTransport(server, options, (transport) => transport.verify());
  return { account: server.login === undefined ? server.host : `${server.login.user} at ${server.host}` };
}
