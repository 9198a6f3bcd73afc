import { createServer } from "node:http";
import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { buffer } from "node:stream/consumers";

/** What a test server was asked. */
export interface ReceivedCall {
  readonly method: string;
  readonly url: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

export interface LoopbackServer {
  readonly url: string;
  /** `host:port`. */
  readonly host: string;
  readonly calls: ReceivedCall[];
  close(): Promise<void>;
}

/** Starts a real server for a test; `answer` is called for every request, after its body has arrived. */
export async function startLoopbackServer(
  answer: (call: ReceivedCall, response: ServerResponse, request: IncomingMessage) => void,
): Promise<LoopbackServer> {
  const calls: ReceivedCall[] = [];
  const server = createServer((request, response) => {
    void buffer(request).then(
      (body) => {
        const call = { method: request.method ?? "", url: request.url ?? "", headers: request.headers, body: body.toString() };
        calls.push(call);
        answer(call, response, request);
      },
      () => response.destroy(),
    );
  });
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", () => resolve());
  });
  // A listening TCP server has an address with a port.
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url: `http://${host}`,
    host,
    calls,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
