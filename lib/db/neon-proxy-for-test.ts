import { once } from "node:events";
import { connect, type AddressInfo } from "node:net";
import { neonConfig } from "@neondatabase/serverless";
import { WebSocketServer } from "ws";

export interface NeonProxy {
  /** The test database under a Neon host's name. */
  readonly url: string;
  /** What connections asked for, in their order. */
  readonly asked: readonly string[];
  /** Cuts every connection, as a suspended compute does. */
  cut(): void;
  close(): Promise<void>;
}

/**
 * Stands where Neon's proxy stands: takes a WebSocket at `/v2?address=host:port` and carries PostgreSQL's bytes, a binary frame each way. The
 * driver is led to it by its own settings, the ones its users have; Neon's proxy takes the password with the first message, PostgreSQL asks for it.
 */
export async function startNeonProxy(databaseUrl: string, host: string): Promise<NeonProxy> {
  const database = new URL(databaseUrl);
  const socket = database.searchParams.get("host");
  const asked: string[] = [];
  const server = new WebSocketServer({ port: 0, host: "127.0.0.1" });
  server.on("connection", (client, request) => {
    const { pathname, searchParams } = new URL(request.url ?? "", "http://proxy");
    asked.push(`${pathname} ${searchParams.get("address")}`);
    const upstream = socket === null ? connect(Number(database.port || 5432), database.hostname) : connect(`${socket}/.s.PGSQL.5432`);
    client.on("message", (bytes: Buffer) => upstream.write(bytes));
    upstream.on("data", (bytes) => client.send(bytes));
    upstream.on("close", () => client.close());
    upstream.on("error", () => client.terminate());
    client.on("close", () => upstream.destroy());
  });
  await once(server, "listening");
  // A server that listens on a port has an address of this kind.
  const { port } = server.address() as AddressInfo;
  const former = {
    wsProxy: neonConfig.wsProxy,
    useSecureWebSocket: neonConfig.useSecureWebSocket,
    pipelineConnect: neonConfig.pipelineConnect,
  };
  neonConfig.wsProxy = (name, of) => `127.0.0.1:${port}/v2?address=${name}:${of}`;
  neonConfig.useSecureWebSocket = false;
  neonConfig.pipelineConnect = false;
  const cut = (): void => {
    for (const client of server.clients) client.terminate();
  };
  const url = new URL(databaseUrl);
  url.search = "?sslmode=require&channel_binding=require";
  url.hostname = host;
  return {
    url: url.href,
    asked,
    cut,
    async close() {
      Object.assign(neonConfig, former);
      cut();
      server.close();
      await once(server, "close");
    },
  };
}
