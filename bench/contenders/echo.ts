import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

import { serveContender } from "../serve-contender.ts";

// What this machine's loopback and Node's own HTTP cost, with nothing kept.
const server = createServer(async (request, response) => {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  response.setHeader("content-type", "application/json").end(Buffer.concat(chunks));
});
server.listen(0, "127.0.0.1");

// The server listens on a TCP port.
serveContender({ url: () => `http://127.0.0.1:${(server.address() as AddressInfo).port}/` }, async () => void server.close());
