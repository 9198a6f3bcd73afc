import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { describeService } from "../kit/contract/describe-service.ts";
import { withStepContext } from "../kit/step-context.ts";
import { stepError } from "../kit/step-error.ts";
import { plugin } from "./index.ts";
import { moderate } from "./steps/moderate.ts";
import { transcribe } from "./steps/transcribe.ts";

const SEGMENT = { id: 0, seek: 0, start: 0, end: 3.32, text: "The beach.", tokens: [1], temperature: 0, avg_logprob: -0.2 };

describeService(plugin, {
  contract: join(import.meta.dirname, "contract.yaml"),
  vendor: "openai",
  environment: { OPENAI_API_KEY: "sk-contract" },
  actions: {
    transcribe: {
      // A file is sent as its bytes.
      notSent: ["file"],
      answers: [{ body: { task: "transcribe", language: "english", duration: 8.47, text: "The beach.", segments: [SEGMENT] } }],
      calls: [{ method: "POST", url: "/audio/transcriptions" }],
      output: {
        text: "The beach.",
        language: "english",
        duration: 8.47,
        segments: [{ start: 0, end: 3.32, text: "The beach.", speaker: null }],
      },
    },
    translate: {
      notSent: ["file"],
      answers: [{ body: { text: "Hello, my name is Wolfgang." } }],
      calls: [{ method: "POST", url: "/audio/translations" }],
      output: { text: "Hello, my name is Wolfgang." },
    },
    createSpeech: {
      readsNoJson: true,
      answers: [{ headers: { "content-type": "audio/wav" }, text: "RIFF" }],
      calls: [
        {
          method: "POST",
          url: "/audio/speech",
          body: {
            model: "gpt-4o-mini-tts",
            input: "Your parcel is on its way.",
            voice: "coral",
            instructions: "Cheerful, not too fast.",
            response_format: "wav",
            speed: 1.25,
          },
        },
      ],
      output: { base64: "UklGRg==", mediaType: "audio/wav", filename: "speech.wav" },
    },
    moderate: {
      answers: [
        {
          body: {
            id: "modr-1",
            model: "omni-moderation-latest",
            results: [
              {
                flagged: true,
                categories: { hate: false, illicit: null, violence: true },
                category_scores: { hate: 0.0007, illicit: null, violence: 0.8599 },
              },
            ],
          },
        },
      ],
      calls: [
        {
          method: "POST",
          url: "/moderations",
          body: {
            model: "omni-moderation-latest",
            input: [
              { type: "text", text: "You are late again!" },
              { type: "image_url", image_url: { url: "https://example.com/photo.png" } },
            ],
          },
        },
      ],
      output: { flagged: true, flagged_categories: ["violence"], category_scores: { hate: 0.0007, violence: 0.8599 } },
    },
  },
});

describe("what is special of OpenAI", () => {
  async function transcribeAs(format: "srt" | "diarized_json", answer: Response) {
    process.env["OPENAI_API_KEY"] = "sk-contract";
    let form = new FormData();
    const fetch = async (_: URL, init: RequestInit): Promise<Response> => {
      form = await new Response(init.body ?? null, { headers: new Headers(init.headers) }).formData();
      return answer;
    };
    const context = { idempotencyKey: "key", attempt: 1, signal: new AbortController().signal, fetch };
    const output = await withStepContext(context, () => transcribe({ file: "UklGRg==", filename: "a.ogg", response_format: format }));
    delete process.env["OPENAI_API_KEY"];
    return { output, form };
  }

  it("sends a recording with its name, its type and its bytes, and takes subtitles as text", async () => {
    const { output, form } = await transcribeAs("srt", new Response("1\n00:00:00,000 --> 00:00:03,320\nThe beach.\n\n"));
    const file = form.get("file") as File; // set as a file above
    expect([file.name, file.type, await file.text()]).toEqual(["a.ogg", "audio/ogg", "RIFF"]);
    expect(form.get("response_format")).toBe("srt");
    expect(output).toEqual({ text: "1\n00:00:00,000 --> 00:00:03,320\nThe beach.", language: null, duration: null, segments: [] });
  });

  it("tells speakers apart, also in long recordings", async () => {
    const segments = [{ type: "transcript.text.segment", id: "seg_001", start: 0, end: 5.2, text: "Hi.", speaker: "A" }];
    const answer = Response.json({ task: "transcribe", duration: 42.7, text: "A: Hi.", segments });
    const { output, form } = await transcribeAs("diarized_json", answer);
    expect(form.get("chunking_strategy")).toBe("auto");
    expect(output.segments).toEqual([{ start: 0, end: 5.2, text: "Hi.", speaker: "A" }]);
  });

  it("does not ask about nothing", async () => {
    const error = await moderate({}).catch((thrown: unknown) => thrown);
    expect(stepError(error).message).toBe("Neither text nor image is given.");
  });
});
