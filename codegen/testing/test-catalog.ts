import { z } from "zod";
import type { Catalog } from "../catalog.ts";

/** A catalog for tests of the compiler alone: `http.request` with a loose input, and `studio.render`, which polls. */
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
        output: z.object({ status: z.number(), headers: z.record(z.string(), z.string()), body: z.any().meta({ typeParameter: true }) }),
      },
    ],
    [
      "studio.render",
      {
        kind: "studio.render",
        label: "Render a video",
        description: "Renders a video, which takes minutes.",
        step: { module: "@/plugins/studio/steps/render", name: "render" },
        input: z.looseObject({ prompt: z.string() }),
        output: z.object({ url: z.string(), seconds: z.number(), details: z.any().meta({ typeParameter: true }) }),
        polls: true,
      },
    ],
  ]),
};
