import { z } from "zod";
import type { Catalog } from "../catalog.ts";

/** A catalog of one loose action, `http.request`, for tests of the compiler alone. */
export const testCatalog: Catalog = {
  actions: new Map([
    [
      "http.request",
      {
        kind: "http.request",
        label: "HTTP request",
        description: "Calls a URL.",
        step: { module: "@/plugins/http/steps/request", name: "request" },
        input: z.looseObject({ url: z.string() }),
        output: z.object({ status: z.number(), headers: z.record(z.string(), z.string()), body: z.any() }),
      },
    ],
  ]),
};
