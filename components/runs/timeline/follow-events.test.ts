import { describe, expect, it } from "vitest";
import type { StreamEvent } from "../../api/event-stream.ts";
import type { FollowOptions } from "./follow-events.ts";
import { followEvents } from "./follow-events.ts";

const event = (id: number, data: unknown = null): StreamEvent => ({ event: "step", id: String(id), data });

/** Follows streams that each give some events and then break or end; tells what was asked, told and paused. */
async function follow(streams: (readonly (StreamEvent | Error)[])[], more: Partial<FollowOptions> = {}) {
  const asked: (string | undefined)[] = [];
  const told: unknown[] = [];
  const states: string[] = [];
  const pauses: number[] = [];
  const gone = new AbortController();
  await followEvents({
    read: async (lastId, _signal, onOpen, onEvent) => {
      asked.push(lastId);
      const stream = streams.shift() ?? [];
      onOpen();
      for (const item of stream) {
        if (item instanceof Error) throw item;
        onEvent(item);
      }
    },
    onEvents: (events) => told.push(...events.map(({ id }) => id)),
    onState: (state) => states.push(state),
    isLast: (events) => events.some(({ data }) => data === "end"),
    isFinal: (error) => error instanceof TypeError,
    signal: gone.signal,
    sleep: async (ms) => {
      pauses.push(ms);
      if (pauses.length > 5) gone.abort();
    },
    ...more,
  });
  return { asked, told, states, pauses };
}

describe("followEvents", () => {
  it("tells every event and ends with the last one", async () => {
    expect(await follow([[event(1), event(2, "end")]])).toEqual({
      asked: [undefined],
      told: ["1", "2"],
      states: ["connecting", "live", "ended"],
      pauses: [],
    });
  });

  it("goes on after the last event when the connection breaks", async () => {
    expect(await follow([[event(1), event(2), new Error("broken")], [event(3, "end")]])).toEqual({
      asked: [undefined, "2"],
      told: ["1", "2", "3"],
      states: ["connecting", "live", "reconnecting", "live", "ended"],
      pauses: [500],
    });
  });

  it("opens the stream again when it ends before the last event", async () => {
    expect((await follow([[event(1)], [event(2, "end")]])).asked).toEqual([undefined, "1"]);
  });

  it("pauses longer each time nothing comes, and begins anew once something does", async () => {
    const broken = [new Error("broken")];
    const { pauses } = await follow([broken, broken, [event(1), ...broken], broken, [event(2, "end")]]);
    expect(pauses).toEqual([500, 1_000, 500, 1_000]);
  });

  it("gives up on what will be refused again", async () => {
    expect((await follow([[new TypeError("no such run")]])).states).toEqual(["connecting", "live", "ended"]);
  });
});
