import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { FatalError } from "workflow";
import { describeService } from "../kit/contract/describe-service.ts";
import { pending } from "../kit/pending.ts";
import { withStepContext } from "../kit/step-context.ts";
import { stepError } from "../kit/step-error.ts";
import { plugin } from "./index.ts";
import { runModel } from "./steps/run-model.ts";
import { searchModels } from "./steps/search-models.ts";

const REQUEST = "/requests/80e732af-660e-45cd-bd63-580e4f2a94cc";

describeService(plugin, {
  contract: join(import.meta.dirname, "contract.yaml"),
  environment: { FAL_KEY: "key:contract" },
  failure: (_, message) => ({ detail: message }),
  actions: {
    generateImage: {
      calls: [
        {
          method: "POST",
          url: "/fal-ai/nano-banana-2",
          body: { prompt: "A red parcel on a doorstep, watercolour", num_images: 2, aspect_ratio: "16:9", sync_mode: false, seed: 42 },
        },
        { method: "GET", url: `/fal-ai/nano-banana-2${REQUEST}/status` },
        { method: "GET", url: `/fal-ai/nano-banana-2${REQUEST}` },
      ],
      output: { images: [{ url: "https://v3.fal.media/files/penguin/1.png", width: 1024 }], seed: 42 },
    },
    generateVideo: {
      calls: [
        {
          method: "POST",
          url: "/fal-ai/veo3.1/fast",
          body: { prompt: "A parcel travels through the rain", duration: "8s", image_url: "https://example.com/door.png" },
        },
        { method: "GET", url: `/fal-ai/veo3.1${REQUEST}/status` },
        { method: "GET", url: `/fal-ai/veo3.1${REQUEST}` },
      ],
      output: { video: { url: "https://v3.fal.media/files/penguin/3.mp4", content_type: "video/mp4" } },
    },
    upscaleImage: {
      calls: [{ url: "/fal-ai/clarity-upscaler", body: { image_url: "https://example.com/door.png", upscale_factor: 2 } }, {}, {}],
      output: { image: { url: "https://v3.fal.media/files/penguin/2.png" } },
    },
    runModel: {
      calls: [
        { method: "POST", url: "/fal-ai/imageutils/rembg", body: { image_url: "https://example.com/door.png" } },
        { method: "GET", url: `/fal-ai/imageutils${REQUEST}/status` },
        { method: "GET", url: `/fal-ai/imageutils${REQUEST}` },
      ],
      output: { output: { seed: 42 } },
    },
    searchModels: {
      output: { models: [{ endpoint_id: "fal-ai/flux/dev", display_name: "FLUX.1 [dev]", category: "text-to-image" }] },
    },
  },
});

describe("what is special of fal", () => {
  /** Runs a step against a service that gives these answers, one after the other. */
  async function ask<Output>(answers: readonly Response[], step: () => Promise<Output>): Promise<{ output: Output; urls: string[] }> {
    process.env["FAL_KEY"] = "key:contract";
    const urls: string[] = [];
    const fetch = async (url: URL): Promise<Response> => answers[urls.push(url.href) - 1] ?? Response.error();
    const context = { idempotencyKey: "key", attempt: 1, signal: new AbortController().signal, fetch };
    const output = await withStepContext(context, step).catch((error: unknown) => error as Output); // looked at by the test
    delete process.env["FAL_KEY"];
    return { output, urls };
  }
  const input = { model: "workflows/ada/shop-pictures", input: {} };

  it("sleeps while the request waits or runs, ever longer", async () => {
    const job = { request_id: "r-1", since: Date.now() };
    const early = await ask([Response.json({ status: "IN_QUEUE", queue_position: 3 }, { status: 202 })], () => runModel(input, { job }));
    expect(early.output).toEqual(pending(job, "2s"));
    expect(early.urls).toEqual(["https://queue.fal.run/workflows/ada/shop-pictures/requests/r-1/status"]);
    const late = { ...job, since: Date.now() - 60_000 };
    expect((await ask([Response.json({ status: "IN_PROGRESS" }, { status: 202 })], () => runModel(input, { job: late }))).output).toEqual(
      pending(late, "5s"),
    );
  });

  it("gives up after two hours", async () => {
    const job = { request_id: "r-1", since: Date.now() - 7_300_000 };
    const { output } = await ask([Response.json({ status: "IN_PROGRESS" })], () => runModel(input, { job }));
    expect(stepError(output)).toEqual({
      name: "TimeoutError",
      message: "fal: workflows/ada/shop-pictures is IN_PROGRESS after two hours (request r-1).",
    });
  });

  it("says what a model found wrong with its input, and by which name fal knows the request", async () => {
    const detail = [
      { loc: ["body", "prompt"], msg: "field required", type: "missing" },
      { loc: ["body", "seed"], msg: "must be a number", type: "int_type" },
    ];
    const answers = [
      Response.json({ status: "COMPLETED" }),
      Response.json({ detail }, { status: 422, headers: { "x-fal-request-id": "r-1" } }),
    ];
    const { output } = await ask(answers, () => runModel(input, { job: { request_id: "r-1", since: Date.now() } }));
    expect(output).toBeInstanceOf(FatalError);
    expect(stepError(output)).toEqual({
      name: "HttpError",
      status: 422,
      requestId: "r-1",
      message: "fal: GET /workflows/ada/shop-pictures/requests/r-1 answered 422: body.prompt: field required; body.seed: must be a number",
    });
  });

  it("reads the list of models page by page", async () => {
    const answers = [
      Response.json({ models: [{ endpoint_id: "a/1" }], has_more: true, next_cursor: "c2" }),
      Response.json({ models: [{ endpoint_id: "a/2", metadata: { display_name: "Two" } }], has_more: false, next_cursor: null }),
    ];
    const { output, urls } = await ask(answers, () => searchModels({}));
    expect(urls[1]).toBe("https://api.fal.ai/v1/models?cursor=c2&limit=99&status=active");
    expect(output.models.map(({ display_name: name }) => name)).toEqual(["a/1", "Two"]);
  });
});
