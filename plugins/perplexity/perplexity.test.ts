import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { FatalError, RetryableError } from "workflow";
import { describeService } from "../kit/contract/describe-service.ts";
import { pending } from "../kit/pending.ts";
import { withStepContext } from "../kit/step-context.ts";
import { stepError } from "../kit/step-error.ts";
import { plugin } from "./index.ts";
import { ask } from "./steps/ask.ts";
import { research } from "./steps/research.ts";

const ID = "0f3a1c5e-6f0b-4f3e-9a55-1c2d3e4f5a6b";
const MESSAGES = [
  { role: "system", content: "Answer in one sentence." },
  { role: "user", content: "What does a 2 kg parcel to France cost?" },
];
const FORM = {
  type: "json_schema",
  json_schema: { schema: { type: "object", properties: { price: { type: "number" } }, required: ["price"] } },
};
const ANSWER = {
  text: '{"price": 16.5}',
  json: { price: 16.5 },
  citations: ["https://example.com/prices"],
  search_results: [{ title: "Parcel prices", url: "https://example.com/prices", date: "2026-03-20", snippet: "A parcel." }],
  images: [{ image_url: "https://example.com/1.jpg", origin_url: "https://example.com/prices" }],
  related_questions: ["And to Spain?"],
  finish_reason: "stop",
  usage: { prompt_tokens: 12, completion_tokens: 20, total_tokens: 32, num_search_queries: null, total_cost: 0.0053 },
};

describeService(plugin, {
  contract: join(import.meta.dirname, "contract.yaml"),
  environment: { PERPLEXITY_API_KEY: "pplx-contract" },
  actions: {
    ask: {
      calls: [
        {
          method: "POST",
          url: "/chat/completions",
          body: {
            model: "sonar-pro",
            messages: MESSAGES,
            response_format: FORM,
            search_mode: "academic",
            search_domain_filter: ["example.com"],
            web_search_options: { search_context_size: "medium", user_location: { country: "FR" } },
          },
        },
      ],
      output: ANSWER,
    },
    research: {
      calls: [
        {
          method: "POST",
          url: "/async/chat/completions",
          body: {
            request: { model: "sonar-deep-research", messages: MESSAGES, response_format: FORM, reasoning_effort: "low" },
            idempotency_key: "contract-key",
          },
        },
        { method: "GET", url: `/async/chat/completions/${ID}` },
      ],
      output: ANSWER,
    },
    search: {
      calls: [
        {
          method: "POST",
          url: "/search",
          body: { query: "parcel prices France", max_results: 5, country: "FR", search_recency_filter: "month" },
        },
      ],
      output: { results: [{ title: "Parcel prices", snippet: "A parcel of 2 kg.", date: "2026-03-20" }] },
    },
  },
});

describe("what is special of Perplexity", () => {
  /** Runs a step against a service that gives this answer. */
  async function answered<Output>(answer: unknown, step: () => Promise<Output>): Promise<Output> {
    process.env["PERPLEXITY_API_KEY"] = "pplx-contract";
    const context = { idempotencyKey: "key", attempt: 1, signal: new AbortController().signal, fetch: async () => Response.json(answer) };
    const output = await withStepContext(context, step).catch((error: unknown) => error as Output); // looked at by the test
    delete process.env["PERPLEXITY_API_KEY"];
    return output;
  }
  const completion = (content: string) => ({ id: "1", model: "sonar", choices: [{ index: 0, message: { role: "assistant", content } }] });

  it("finds the data behind a model's thoughts, and tries again when there is none", async () => {
    const schema = { type: "object" };
    const thought = await answered(completion('<think>Let me {see}.</think>\n```json\n{"price": 3}\n```'), () =>
      ask({ prompt: "p", schema }),
    );
    expect(thought).toMatchObject({ json: { price: 3 }, citations: [], usage: null });
    expect(await answered(completion("I do not know."), () => ask({ prompt: "p", schema }))).toBeInstanceOf(RetryableError);
  });

  it("gives no data when none was asked for", async () => {
    expect(await answered(completion("16.50 euros."), () => ask({ prompt: "p" }))).toMatchObject({ text: "16.50 euros.", json: null });
  });

  it("sleeps while it researches, and says why it failed", async () => {
    const job = { id: "r1", since: Date.now() };
    expect(await answered({ id: "r1", status: "IN_PROGRESS" }, () => research({ prompt: "p" }, { job }))).toEqual(pending(job, "15s"));
    const failed = await answered({ id: "r1", status: "FAILED", error_message: "No credits" }, () => research({ prompt: "p" }, { job }));
    expect(failed).toBeInstanceOf(FatalError);
    expect(stepError(failed)).toEqual({ name: "JobFailed", message: "Perplexity: the research r1 failed: No credits." });
  });
});
