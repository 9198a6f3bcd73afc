import { LANGUAGE_EXAMPLES } from "../language.ts";
import type { Script } from "./model-server.ts";

const lines = (...operations: readonly object[]): string => operations.map((operation) => JSON.stringify(operation)).join("\n");
const good = LANGUAGE_EXAMPLES[0]?.lines.join("\n") ?? "";

const wrongField = lines({
  op: "addNode",
  id: "tell",
  kind: "slack.sendMessage",
  config: { channel: "#sales", message: "Hi" },
  after: "input",
});
const mended = lines({ op: "setNode", id: "tell", config: { message: null, text: "Hi" } });

/** The sessions that tests play, by the name of the model that is asked for. */
export const SESSIONS: Readonly<Record<string, Script>> = {
  good: [{ text: good }],
  // As chatty models write: a thought, prose, a fence, an object over several lines.
  chatty: [
    {
      text: `<think>{"op":"removeNode","id":"input"} no, better not</think>Sure! Here you go:\n\n\`\`\`json\n${lines({ op: "setWorkflow", name: "wait" })}\n${JSON.stringify({ op: "addNode", id: "nap", kind: "control.sleep", config: { for: "10m" }, after: "input" }, null, 2)}\n\`\`\`\nThat's it.`,
    },
  ],
  slow: [{ text: good, delayMs: 15 }],
  cutOff: [
    { text: `${good.split("\n").slice(0, 3).join("\n")}\n{"op":"addNode","id":"stock","kind":"htt`, finish: "length" },
    { text: good.split("\n").slice(3).join("\n") },
  ],
  dropped: [
    { text: `${good.split("\n").slice(0, 3).join("\n")}\n{"op":"addNode","id":"sto`, drops: true },
    { text: good.split("\n").slice(3).join("\n") },
  ],
  droppedAtOnce: [{ drops: true }],
  malformed: [
    {
      text: `{"op":"setWorkflow","name":"x"\n{"op":"addNode","id":"a",}\n{"op":"fly","id":"a"}\n${lines({ op: "addNode", id: "nap", kind: "control.sleep", config: { for: "10m" }, after: "input" })}`,
    },
    { text: lines({ op: "setWorkflow", name: "naps" }) },
  ],
  malformedStream: [{ text: good, noise: "data: {not json}\n\n" }],
  refusing: [{ text: lines({ op: "say", text: "I will not do that." }) }],
  refusingInWords: [{ text: "I'm sorry, I can't help with that." }],
  refusingWithControls: [{ text: "I will \u001b]0;pwned\u0007not\u202e." }],
  withheld: [{ text: "", finish: "content_filter" }],
  unknownActions: [
    {
      text: lines(
        { op: "addNode", id: "tell", kind: "slack.postMesage", config: {}, after: "input" },
        { op: "addNode", id: "fly", kind: "rocket.launch", after: "input" },
      ),
    },
    { text: lines({ op: "addNode", id: "tell", kind: "slack.sendMessage", config: { channel: "#sales", text: "Hi" }, after: "input" }) },
  ],
  wrongThenRepaired: [{ text: wrongField }, { text: mended }],
  typeErrorThenRepaired: [
    {
      text: lines(
        { op: "addNode", id: "tell", kind: "slack.sendMessage", config: { channel: "#sales", text: "Hi" }, after: "input" },
        {
          op: "addNode",
          id: "again",
          kind: "slack.sendMessage",
          config: { channel: "#sales", text: "{{ tell.timestamp }}" },
          after: "tell",
        },
      ),
    },
    { text: lines({ op: "setNode", id: "again", config: { text: "{{ tell.ts }}" } }) },
  ],
  neverRepaired: [{ text: wrongField }, { text: lines({ op: "setNode", id: "tell", label: "One" }) }],
  // Each answer is wrong in another way.
  alwaysWrong: [1, 2, 3, 4].map((time) => ({
    text: time === 1 ? wrongField : lines({ op: "setNode", id: "tell", config: { [`field${time}`]: 1, [`field${time - 1}`]: null } }),
  })),
  costlyAndWrong: [{ text: wrongField, usage: { prompt_tokens: 14_000, completion_tokens: 300 } }, { text: mended }],
  madeWorse: [
    { text: wrongField },
    { text: lines({ op: "addNode", id: "more", kind: "slack.sendMessage", config: {}, after: "tell" }) },
    { text: lines({ op: "setNode", id: "more", label: "Same" }) },
  ],
  retryThis: [{ text: lines({ op: "setNode", id: "get", policy: { retries: 3 } }) }],
  wrongThenBroken: [{ text: wrongField }, { drops: true }],
  wrongThenFailed: [{ text: wrongField }, { status: 500, body: JSON.stringify({ error: { message: "Oops." } }) }],
  wrongThenRefused: [{ text: wrongField }, { text: "I'd rather not go on." }],
  allRejected: [{ text: lines({ op: "addNode", id: "fly", kind: "rocket.launch", after: "input" }) }],
  withheldInBetween: [{ text: `${good.split("\n").slice(0, 3).join("\n")}\n`, finish: "content_filter" }],
  onlyThinksAndIsCut: [{ thought: "on the one hand, ", finish: "length" }],
  misleading: [
    {
      text: `I would \u001b]0;pwned\u0007\n${lines({ op: "say", text: "No.\u001b[2J\r\nNo." }, { op: "addNode", id: "fly", kind: "rocket.\u001b[2J" })}\n{"op":"\u001b[2J`,
    },
    { text: lines({ op: "setWorkflow", name: "naps" }) },
  ],
  looping: [{ text: `${lines({ op: "setNode", id: "input", label: "Again" })}\n`, endless: true }],
  rambling: [{ text: "and so on ", endless: true }],
  uncounted: [{ text: good, usage: null }],
  hangs: [{ text: "One moment", hangs: true }],
  broke: [{ status: 402, body: JSON.stringify({ error: { message: "Insufficient credits." } }) }],
  nothing: [{ text: "" }],
  explains: [{ text: "It **fetches** orders." }],
  explainsHalf: [{ text: "It **fetches** orders, and", finish: "length" }],
  explainsAndDrops: [{ text: "It **fetches** orders, and", drops: true }],
  onlyThinks: [{ text: "<think>It fetches orders, I think.</think>" }],
  withholdsHalf: [{ text: "return total", finish: "content_filter" }],
  cutsCode: [{ text: "```ts\nreturn total", finish: "length" }],
  cutsCodeOnce: [{ text: "```ts\nreturn total", finish: "length" }, { text: "return total * 2;" }],
  dropsCode: [{ text: "```ts\nreturn total", drops: true }],
  writesWrongCodeAndBreaks: [
    { text: "```ts\nreturn total *;\n```" },
    { status: 500, body: JSON.stringify({ error: { message: "Oops." } }) },
  ],
  writesProse: [{ text: "I would send a total of about 840." }],
  writesCode: [{ text: "Sure:\n```ts\nreturn total * 2;\n```\nThat doubles it." }],
  writesWrongCode: [{ text: "```ts\nreturn total *;\n```" }, { text: "```ts\nreturn total * 2;\n```" }],
  writesImports: [{ text: '```ts\nimport fs from "node:fs";\nreturn 1;\n```' }],
  writesExpression: [{ text: "`{{ input.body.totl }}`" }, { text: "{{ input.body.total }}" }],
  writesCondition: [{ text: "input.body.total > 500" }],
  makesPayload: [{ text: '{"total":"many"}' }, { text: '```json\n{"total": 840}\n```' }],
  ready: [{ text: "ready" }],
};
