import type { AiLimits, AiPrice } from "../api/ai-schemas.ts";
import { AppError } from "../errors.ts";
import type { Access } from "../keys/access.ts";
import { newId } from "../new-id.ts";
import type { Server } from "../running-server.ts";
import type { ChosenModel } from "./find-model.ts";
import type { AiTask, CallRow, Spent } from "./store.ts";
import { reserveCall, settleCall, sumSince } from "./store.ts";

/** Of output; with less left, no answer is worth its input. */
const LEAST_OUTPUT = 64;

/** A call that may be made: at most so many tokens of output. */
export interface Reservation {
  readonly row: CallRow;
  readonly maxOutputTokens: number;
}

/**
 * Takes from the budget what a call may use at most, before it is made; its output is cut to what is left. Throws `budget_exhausted` when there is
 * not enough left for an answer.
 */
export async function reserve(
  server: Pick<Server, "database">,
  access: Access,
  { connection, model, price, limits }: ChosenModel,
  call: { readonly task: AiTask; readonly inputTokens: number; readonly maxOutputTokens: number },
): Promise<Reservation> {
  const now = new Date();
  const row = await reserveCall(server.database, access.workspaceId, { day: startOfDay(now), month: startOfMonth(now) }, (spent) => {
    const left = outputLeft(limits, price, spent, call.inputTokens);
    if (left.tokens < LEAST_OUTPUT) throw exhausted(left.limit, now);
    const outputTokens = Math.min(call.maxOutputTokens, left.tokens);
    const { task, inputTokens } = call;
    const cost = costOf(price, { inputTokens, outputTokens });
    const { workspaceId, userId } = access;
    return { id: newId("aic"), workspaceId, userId, task, provider: connection.name, model, inputTokens, outputTokens, cost };
  });
  return { row, maxOutputTokens: row.outputTokens };
}

/**
 * Writes what was used in place of what was reserved; gives what it cost in millionths of a dollar, null without a price. Never throws: the answer is
 * there whatever becomes of its count, and a reservation that stays counts in full.
 */
export async function settle(
  server: Pick<Server, "database">,
  { row }: Reservation,
  price: AiPrice | null,
  used: { readonly inputTokens: number; readonly outputTokens: number },
): Promise<number | null> {
  const cost = costOf(price, used);
  const { inputTokens, outputTokens } = used;
  await settleCall(server.database, row, { inputTokens, outputTokens, cost }).catch((error: unknown) => {
    console.error(`The use of the model's call ${row.id} could not be written; its reservation stays:`, error);
  });
  return cost;
}

/** Throws `budget_exhausted` when no call at all can be made now: for who would rather know before anything has begun. */
export async function requireBudget(server: Pick<Server, "database">, access: Access, { limits, price }: ChosenModel): Promise<void> {
  const now = new Date();
  const [day, month] = await Promise.all([
    sumSince(server.database, access.workspaceId, startOfDay(now)),
    sumSince(server.database, access.workspaceId, startOfMonth(now)),
  ]);
  const left = outputLeft(limits, price, { day, month }, 0);
  if (left.tokens < LEAST_OUTPUT) throw exhausted(left.limit, now);
}

type LimitName = keyof AiLimits;

/** How many tokens of output every limit leaves after this input, and which limit leaves the least. */
function outputLeft(
  limits: AiLimits,
  price: AiPrice | null,
  { day, month }: { readonly day: Spent; readonly month: Spent },
  inputTokens: number,
): { tokens: number; limit: LimitName } {
  const byTokens = (limit: number | null, spent: Spent): number => (limit === null ? Infinity : limit - spent.tokens - inputTokens);
  const byDollars = (limit: number | null, spent: Spent): number => {
    if (limit === null) return Infinity;
    if (price === null) return 0;
    const cost = limit * 1_000_000 - spent.cost - inputTokens * price.input;
    return price.output === 0 ? (cost < 0 ? 0 : Infinity) : cost / price.output;
  };
  const left: [LimitName, number][] = [
    ["tokensPerDay", byTokens(limits.tokensPerDay, day)],
    ["tokensPerMonth", byTokens(limits.tokensPerMonth, month)],
    ["dollarsPerDay", byDollars(limits.dollarsPerDay, day)],
    ["dollarsPerMonth", byDollars(limits.dollarsPerMonth, month)],
  ];
  const [limit, tokens] = left.reduce((least, one) => (one[1] < least[1] ? one : least));
  return { tokens: Math.floor(tokens), limit };
}

function exhausted(limit: LimitName, now: Date): AppError {
  const isDay = limit.endsWith("Day");
  const until = isDay ? nextDay(now) : nextMonth(now);
  const what = limit.startsWith("tokens") ? "tokens" : "dollars";
  return new AppError(
    "budget_exhausted",
    `The workspace's ${what} for language models are used up for ${isDay ? "today" : "this month"}.`,
    {
      hint: `There are more at ${until.toISOString()}; an owner can raise the limit in the settings.`,
      details: { limit, until: until.toISOString(), retryAfter: Math.ceil((until.getTime() - now.getTime()) / 1_000) },
    },
  );
}

/** In millionths of a dollar: a price is dollars for a million tokens, so tokens times price. */
function costOf(price: AiPrice | null, used: { readonly inputTokens: number; readonly outputTokens: number }): number | null {
  return price === null ? null : Math.ceil(used.inputTokens * price.input + used.outputTokens * price.output);
}

/** Of UTC's day. */
export function startOfDay(now: Date): Date {
  return new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth(), now.getUTCDate()));
}

/** Of UTC's month. */
export function startOfMonth(now: Date): Date {
  return new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth()));
}

function nextDay(now: Date): Date {
  return new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth(), now.getUTCDate() + 1));
}

function nextMonth(now: Date): Date {
  return new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + 1));
}
