import { identify, identifyPerson } from "../auth/identify.ts";
import { requireScheduler } from "../auth/require-scheduler.ts";
import { AppError } from "../errors.ts";
import type { Access, Permission } from "../keys/access.ts";
import { anonymous } from "../keys/access.ts";
import type { Server } from "../running-server.ts";
import { runningServer, serverOf } from "../running-server.ts";
import { errorResponse } from "./error-response.ts";
import { apiHeaders, withApiHeaders } from "./headers.ts";
import type { Operation, Parsed } from "./operation.ts";
import { parseInput } from "./parse-input.ts";
import { FUNCTION_SECONDS, SPARE_SECONDS } from "../vercel.ts";
import { decodeText, mediaType, parseForm, parseJson, readBody } from "./read-body.ts";

/** What a handler is given: everything already parsed, and the caller known. */
export interface Call<Op extends Operation> {
  readonly request: Request;
  readonly server: Server;
  readonly access: Access;
  readonly params: Parsed<Op["params"]>;
  readonly query: Parsed<Op["query"]>;
  readonly headers: Parsed<Op["headers"]>;
  readonly body: Parsed<Op["body"]>;
}

/** Answers one request; `params` are the path's, as Next passes them. */
export type RouteHandler = (request: Request, context: { params: Promise<Record<string, string | string[]>> }) => Promise<Response>;

/** Largest JSON body of our own operations, in bytes; a trigger reads its body under its own limit. */
const MAX_BODY = 4 * 1024 * 1024;
const METHODS = ["GET", "POST", "PUT", "PATCH", "DELETE"] as const;
type Method = (typeof METHODS)[number];

/** Makes the handler of one operation: access, input, command, answer. A plain value is answered as JSON with status 200. */
export function handle<Op extends Operation>(operation: Op, run: (call: Call<Op>) => Promise<unknown>): RouteHandler {
  return async (request, context) => {
    try {
      const running = runningServer();
      const access = await admit(operation, request, running);
      // Whatever a command asks of the database, it is shown its caller's workspace, and without one nothing.
      const server = serverOf(running, access.workspaceId);
      // `parseInput` returns what the operation's own schema made of each part: exactly `Parsed` of it.
      const call = {
        request,
        server,
        access,
        params: parseInput("path", operation.params, await context.params),
        query: parseInput("query", operation.query, parseForm(new URL(request.url).search)),
        headers: parseInput("headers", operation.headers, Object.fromEntries(request.headers)),
        body: operation.body ? parseInput("body", operation.body, await readInput(request, operation.maxBody)) : {},
      } as Call<Op>;
      const reply = await attended(running, () => run(call));
      return reply instanceof Response ? withApiHeaders(reply) : Response.json(reply, { headers: apiHeaders() });
    } catch (error) {
      return errorResponse(error, request);
    }
  };
}

/** Where this process is frozen between requests, what a request set going goes on after its answer until it rests. */
async function attended(server: Server, answer: () => Promise<unknown>): Promise<unknown> {
  if (!server.onDemand) return answer();
  const untilMs = Date.now() + (FUNCTION_SECONDS - SPARE_SECONDS) * 1_000;
  const leave = server.engine.attend();
  // Next is there only where it answers.
  const { after } = await import("next/server");
  after(() => leave({ untilMs, lookAheadMs: 0 }));
  return answer();
}

/** The exports of a route file: the given handlers, and an answer in our own shape for every other method. */
export function routes(handlers: Partial<Record<Method, RouteHandler>>): Record<Method, RouteHandler> {
  const allow = METHODS.filter((method) => handlers[method]);
  const refuse: RouteHandler = async (request) =>
    errorResponse(
      new AppError("method_not_allowed", `${request.method} is not possible here.`, {
        hint: `Use ${allow.join(" or ")}.`,
        details: { allow },
      }),
      request,
    );
  const { GET = refuse, POST = refuse, PUT = refuse, PATCH = refuse, DELETE = refuse } = handlers;
  return { GET, POST, PUT, PATCH, DELETE };
}

/** Answers whatever no route is for, in the shape of every other failure. */
export const refuseUnknown: RouteHandler = async (request) =>
  errorResponse(
    new AppError("not_found", `There is nothing at ${new URL(request.url).pathname}.`, {
      hint: "GET /api/openapi.json lists what there is.",
    }),
    request,
  );

/** For messages about a permission that lacks. */
const VERBS: Readonly<Record<Permission, string>> = {
  read: "look at anything",
  run: "run workflows",
  edit: "change workflows or connections",
  manage: "manage members, keys or settings",
};

async function admit(operation: Operation, request: Request, server: Server): Promise<Access> {
  if (operation.access === "anyone" || operation.access === "workflow") return anonymous("");
  if (operation.access === "scheduler") {
    requireScheduler(request);
    return anonymous("");
  }
  if (operation.access === "user") return { ...anonymous(""), userId: (await identifyPerson(server, request)).id };
  const access = await identify(server, request);
  if (!access.permissions.has(operation.access)) {
    throw new AppError("forbidden", `You may not ${VERBS[operation.access]} in this workspace.`, {
      hint: "Ask an owner for another role, or use a key of scope admin: weft key create --name ci --admin.",
    });
  }
  return access;
}

async function readInput(request: Request, limit = MAX_BODY): Promise<unknown> {
  const text = decodeText(await readBody(request, limit));
  const type = mediaType(request);
  if (type === "application/x-www-form-urlencoded") return parseForm(text);
  if (type !== "" && type !== "application/json" && !type.endsWith("+json") && type !== "text/plain") {
    throw new AppError("unsupported_media_type", `A body of type ${type} is not read here.`, {
      hint: "Send Content-Type: application/json.",
    });
  }
  return parseJson(text);
}
