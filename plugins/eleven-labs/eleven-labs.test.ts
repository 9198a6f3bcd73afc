import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { describeService } from "../kit/contract/describe-service.ts";
import { withStepContext } from "../kit/step-context.ts";
import { stepError } from "../kit/step-error.ts";
import { plugin } from "./index.ts";
import { listVoices } from "./steps/list-voices.ts";
import { speechToText } from "./steps/speech-to-text.ts";
import { textToSpeech } from "./steps/text-to-speech.ts";

describeService(plugin, {
  contract: join(import.meta.dirname, "contract.yaml"),
  environment: { ELEVENLABS_API_KEY: "sk_contract" },
  failure: (status, message) => ({ detail: { status: String(status), message } }),
  actions: {
    textToSpeech: {
      readsNoJson: true,
      calls: [
        {
          method: "POST",
          url: "/v1/text-to-speech/JBFqnCBsd6RMkjVDRZzb?output_format=wav_24000",
          body: { text: "Your parcel is on its way.", model_id: "eleven_flash_v2_5", language_code: "en", seed: 42 },
        },
      ],
      output: { base64: "UklGRg==", mediaType: "audio/wav", filename: "sound.wav" },
    },
    speechToText: {
      // A file is sent as its bytes.
      notSent: ["file"],
      calls: [{ method: "POST", url: "/v1/speech-to-text" }],
      output: {
        text: "Hello world!",
        language_code: "en",
        words: [
          { text: "Hello", start: 0, end: 0.5, type: "word", speaker_id: "speaker_1" },
          { text: " ", type: "spacing" },
        ],
        audio_duration_secs: 1.2,
      },
    },
    generateSound: {
      readsNoJson: true,
      calls: [
        {
          method: "POST",
          url: "/v1/sound-generation?output_format=wav_24000",
          body: { text: "A parcel drops on a doormat", duration_seconds: 2, prompt_influence: 0.5, loop: true },
        },
      ],
      output: { base64: "UklGRg==", mediaType: "audio/wav" },
    },
    listVoices: {
      calls: [{ method: "GET", url: "/v2/voices?page_size=50&search=narrator&category=premade" }],
      output: { voices: [{ voice_id: "JBFqnCBsd6RMkjVDRZzb", name: "George", category: "premade", description: null }] },
    },
  },
});

describe("what is special of ElevenLabs", () => {
  /** Runs a step against a service that gives these answers, one after the other. */
  async function ask<Output>(answers: readonly Response[], step: () => Promise<Output>) {
    process.env["ELEVENLABS_API_KEY"] = "sk_contract";
    const asked: { url: string; headers: Headers; body: Response }[] = [];
    const fetch = async (url: URL, init: RequestInit): Promise<Response> => {
      const headers = new Headers(init.headers);
      asked.push({ url: url.href, headers, body: new Response(init.body ?? null, { headers }) });
      return answers[asked.length - 1] ?? Response.error();
    };
    const context = { idempotencyKey: "key", attempt: 1, signal: new AbortController().signal, fetch };
    const output = await withStepContext(context, step).catch((error: unknown) => error as Output); // looked at by the test
    delete process.env["ELEVENLABS_API_KEY"];
    return { output, asked };
  }

  it("sends a recording with its name and its bytes, and the key in a header of its own", async () => {
    const said = Response.json({ text: "Hi", language_code: "en", language_probability: 1, words: [] });
    const { asked } = await ask([said], () => speechToText({ file: "UklGRg==", filename: "a.ogg", diarize: true }));
    expect(asked[0]?.headers.get("xi-api-key")).toBe("sk_contract");
    const form = await asked[0]?.body.formData();
    const file = form?.get("file") as File; // set as a file
    expect([file.name, await file.text(), form?.get("diarize"), form?.get("model_id")]).toEqual(["a.ogg", "RIFF", "true", "scribe_v2"]);
  });

  it("asks for one recording", async () => {
    const { output } = await ask([], () => speechToText({}));
    expect(stepError(output)).toEqual({ name: "InvalidInput", message: "Give either file or cloud_storage_url." });
  });

  it("says which fields are wrong", async () => {
    const detail = [{ loc: ["body", "text"], msg: "too long", type: "value_error" }];
    const { output } = await ask([Response.json({ detail }, { status: 422 })], () => textToSpeech({ voice_id: "v", text: "t" }));
    expect(stepError(output).message).toBe("ElevenLabs: POST /v1/text-to-speech/v answered 422: body.text: too long");
  });

  it("lists page by page", async () => {
    const page = (id: string, more: boolean): Response =>
      Response.json({ voices: [{ voice_id: id }], has_more: more, total_count: 2, next_page_token: more ? "t2" : null });
    const { output, asked } = await ask([page("a", true), page("b", false)], () => listVoices({}));
    expect(asked[1]?.url).toBe("https://api.elevenlabs.io/v2/voices?page_size=99&next_page_token=t2");
    expect(output.voices.map(({ name }) => name)).toEqual(["a", "b"]);
  });
});
