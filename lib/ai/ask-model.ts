import type { FinishReason, LanguageModelUsage, ModelMessage, TextStreamPart, ToolSet } from "ai";
import { streamText } from "ai";
import { escapeUnprintable } from "../../codegen/diagnostics/quote.ts";
import { modelsOf } from "../../plugins/ai/models.ts";
import { AppError, isAppError } from "../errors.ts";
import type { Access } from "../keys/access.ts";
import type { Server } from "../running-server.ts";
import { SecretRedactor } from "../steps/redact-secrets.ts";
import { reserve, settle } from "./budget.ts";
import { estimateTokens } from "./estimate-tokens.ts";
import type { ChosenModel } from "./find-model.ts";
import { modelEgress } from "./model-egress.ts";
import { readCounts } from "./read-counts.ts";
import type { AiTask } from "./store.ts";
import { streamFetch } from "./stream-fetch.ts";
import { TokenMeter } from "./token-meter.ts";

export interface Question {
  readonly task: AiTask;
  readonly instructions: string;
  readonly messages: readonly { readonly role: "user" | "assistant"; readonly content: string }[];
  readonly maxOutputTokens: number;
  /** Stops the call; what has come until then counts. */
  readonly signal: AbortSignal;
}

/** How an answer ended, and what it used. */
export interface Ended {
  /** `whole`; `cut`: at the limit of its length; `broken`: the connection or the time was lost; `filtered`: withheld. */
  readonly how: "whole" | "cut" | "broken" | "filtered";
  /** Of a broken one. */
  readonly error: AppError | undefined;
  readonly inputTokens: number;
  readonly outputTokens: number;
  /** Null where the price is not known. */
  readonly dollars: number | null;
  readonly estimated: boolean;
}

/** The part of the server that asking takes. */
export type AiHost = Pick<Server, "database" | "vault" | "egress">;

/** What answers take at most, in milliseconds: as a whole, and between two words. */
export interface Patience {
  readonly whole: number;
  readonly silence: number;
}
const PATIENCE: Patience = { whole: 240_000, silence: 90_000 };

/**
 * Our estimate of an answer may be so many times its reserved length before it is cut. English text and code are estimated at one and a third to twice
 * what providers count, so that who keeps to the length is never cut, and who does not gets at most one and a half times of it.
 */
const TOLERANCE = 2;

/**
 * Asks the model and gives its words as they come. Reserves budget before and settles after, whatever happens, also when the reader goes away in
 * between; throws `budget_exhausted` before the call. Failures of the provider are not thrown but told to `onEnd`, since what came before them may be of use.
 */
export async function* askModel(
  server: AiHost,
  access: Access,
  chosen: ChosenModel,
  question: Question,
  onEnd: (ended: Ended) => void,
  patience: Patience = PATIENCE,
): AsyncGenerator<string, void, undefined> {
  const { task, instructions, messages, maxOutputTokens } = question;
  if (question.signal.aborted) return;
  const inputTokens = estimateTokens([instructions, ...messages.map(({ content }) => content)].join("\n"));
  const reservation = await reserve(server, access, chosen, { task, inputTokens, maxOutputTokens });
  const clock = startClock(question.signal, patience);
  const redact = keyRedactor(chosen);
  const fetch = streamFetch(chosen.connection.provider.label, modelEgress(server, chosen), redact);
  const received = new TokenMeter();
  let isAnswered = false;
  let isTooLong = false;
  let finish: { reason: FinishReason; usage: LanguageModelUsage } | undefined;
  let failure: unknown;
  try {
    const { stream } = streamText({
      model: modelsOf(chosen.connection, async (...request) => {
        const response = await fetch(...request);
        isAnswered = true;
        return response;
      }).language(chosen.model),
      instructions,
      messages: messages.map((message): ModelMessage => ({ ...message })),
      maxOutputTokens: reservation.maxOutputTokens,
      maxRetries: 0,
      abortSignal: clock.signal,
      // Told at the end; the SDK would print it.
      onError: () => undefined,
    });
    for await (const part of stream) {
      clock.heard();
      if (part.type === "error") failure ??= part.error;
      if (part.type === "finish") finish = { reason: part.finishReason, usage: part.totalUsage };
      received.add(wordsOf(part));
      if (part.type === "text-delta") yield part.text;
      isTooLong = received.tokens > reservation.maxOutputTokens * TOLERANCE;
      if (isTooLong) break;
    }
  } catch (error) {
    failure ??= error;
  } finally {
    const isBroken = failure !== undefined || clock.signal.aborted;
    // Whoever went away must not leave the call going.
    clock.stop();
    // Without an answer nothing was used, unless we gave up waiting for one.
    const isRefused = !isAnswered && findAppError(failure) !== undefined;
    const used = isRefused
      ? { inputTokens: 0, outputTokens: 0, estimated: true }
      : readCounts(finish?.usage, { inputTokens, outputTokens: received.tokens });
    const cost = await settle(server, reservation, chosen.price, used);
    const how = isTooLong ? "cut" : howEnded(finish?.reason, isBroken);
    const error = how === "broken" ? explain(chosen, redact, clock.problem(), failure) : undefined;
    onEnd({ how, error, ...used, dollars: cost === null ? null : cost / 1_000_000 });
  }
}

/** Whatever a model writes is paid for: words, thoughts, and calls of tools that it was not given. */
function wordsOf(part: TextStreamPart<ToolSet>): string {
  if (part.type === "text-delta" || part.type === "reasoning-delta") return part.text;
  return part.type === "tool-input-delta" ? part.delta : "";
}

function howEnded(reason: FinishReason | undefined, isBroken: boolean): Ended["how"] {
  if (reason === "content-filter") return "filtered";
  if (reason === "length") return "cut";
  return isBroken || reason === undefined || reason === "error" || reason === "interrupted" ? "broken" : "whole";
}

interface Clock {
  readonly signal: AbortSignal;
  heard(): void;
  stop(): void;
  /** Which patience was lost. */
  problem(): string | undefined;
}

function startClock(outer: AbortSignal, { whole, silence }: Patience): Clock {
  const controller = new AbortController();
  let problem: string | undefined;
  const lose = (why: string): void => {
    problem ??= why;
    controller.abort();
  };
  const tooLong = setTimeout(() => lose(`did not end within ${whole / 1_000} seconds`), whole);
  const tooQuiet = setTimeout(() => lose(`said nothing for ${silence / 1_000} seconds`), silence);
  return {
    signal: AbortSignal.any([outer, controller.signal]),
    heard: () => void tooQuiet.refresh(),
    stop() {
      clearTimeout(tooLong);
      clearTimeout(tooQuiet);
      controller.abort();
    },
    problem: () => problem,
  };
}

/** The SDK wraps what its `fetch` threw. */
function findAppError(error: unknown): AppError | undefined {
  for (let cause = error, depth = 0; cause instanceof Error && depth < 8; cause = cause.cause, depth++) if (isAppError(cause)) return cause;
  return undefined;
}

function keyRedactor({ connection: { apiKey } }: ChosenModel): (text: string) => string {
  const redactor = new SecretRedactor();
  if (apiKey !== undefined) redactor.add(apiKey);
  return (text) => redactor.redactMessage(text);
}

function explain({ connection }: ChosenModel, redact: (text: string) => string, lost: string | undefined, failure: unknown): AppError {
  const { label } = connection.provider;
  const known = findAppError(failure);
  if (known) return new AppError(known.code, redact(known.message), { hint: known.hint ?? "Try again." });
  if (lost !== undefined) return new AppError("service_failed", `${label} ${lost}.`, { hint: "Try again, or choose a faster model." });
  const said = failure instanceof Error && failure.message !== "" ? `: ${escapeUnprintable(redact(failure.message)).slice(0, 300)}` : "";
  return new AppError("service_failed", `The answer of ${label} broke off${said}.`, { hint: "Try again." });
}
