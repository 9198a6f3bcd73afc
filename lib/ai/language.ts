/** A request and the operations that answer it well: the model reads them, and a test compiles them. */
export interface LanguageExample {
  readonly request: string;
  readonly lines: readonly string[];
}

const line = (operation: object): string => JSON.stringify(operation);

/** Each starts from an empty document, whose trigger is called `input`. */
export const LANGUAGE_EXAMPLES: readonly LanguageExample[] = [
  {
    request: "When an order over $500 comes in, check stock, ask me to approve, then post to Slack",
    lines: [
      line({ op: "setWorkflow", name: "largeOrder", title: "Large order" }),
      line({
        op: "setNode",
        id: "input",
        label: "An order came in",
        config: {
          on: "http",
          respond: "async",
          input: {
            type: "object",
            properties: { orderId: { type: "string" }, sku: { type: "string" }, total: { type: "number" } },
            required: ["orderId", "sku", "total"],
          },
        },
      }),
      line({
        op: "addNode",
        id: "isLarge",
        kind: "control.if",
        label: "Over $500?",
        config: { when: "input.body.total > 500" },
        after: "input",
      }),
      line({
        op: "addNode",
        id: "stock",
        kind: "http.request",
        label: "Check stock",
        config: { method: "GET", url: "https://api.example.com/stock/{{ input.body.sku }}" },
        output: { type: "object", properties: { available: { type: "number" } }, required: ["available"] },
        after: "isLarge.true",
      }),
      line({
        op: "addNode",
        id: "approval",
        kind: "control.approval",
        label: "Approve the order?",
        config: {
          message: "Order {{ input.body.orderId }} over ${{ input.body.total }}, {{ stock.body.available }} in stock. Approve?",
          timeout: "1d",
        },
        after: "stock",
      }),
      line({
        op: "addNode",
        id: "tellSales",
        kind: "slack.sendMessage",
        label: "Tell sales",
        config: { channel: "#sales", text: "{{ approval.by }} approved order {{ input.body.orderId }}." },
        after: "approval.approved",
      }),
      line({ op: "say", text: "The stock API's address is an example: put yours in. Orders of $500 or less end without a message." }),
    ],
  },
  {
    request: "Every weekday at 9, fetch the open tickets, mail me each urgent one, and retry the fetch three times",
    lines: [
      line({ op: "setWorkflow", name: "urgentTickets", title: "Urgent tickets" }),
      line({ op: "setNode", id: "input", config: { on: "schedule", cron: "0 9 * * 1-5", timezone: "UTC" } }),
      line({
        op: "addNode",
        id: "tickets",
        kind: "http.request",
        label: "Fetch open tickets",
        config: { url: "https://api.example.com/tickets", query: { state: "open" } },
        output: {
          type: "array",
          items: {
            type: "object",
            properties: { title: { type: "string" }, priority: { type: "string" } },
            required: ["title", "priority"],
          },
        },
        policy: { retries: 3 },
        after: "input",
      }),
      line({
        op: "addNode",
        id: "eachTicket",
        kind: "control.forEach",
        label: "Each urgent ticket",
        config: { items: '{{ tickets.body.filter((ticket) => ticket.priority === "urgent") }}', as: "ticket" },
        after: "tickets",
      }),
      line({
        op: "addNode",
        id: "mail",
        kind: "resend.sendEmail",
        label: "Mail it",
        parent: "eachTicket",
        config: { from: "tickets@example.com", to: ["me@example.com"], subject: "Urgent: {{ ticket.title }}", text: "{{ ticket.title }}" },
      }),
    ],
  },
  {
    request: "An HTTP endpoint that adds tax with code and answers with the sum; if the code fails answer 500",
    lines: [
      line({ op: "setWorkflow", name: "addTax", title: "Add tax" }),
      line({
        op: "setNode",
        id: "input",
        config: { on: "http", respond: "sync", input: { type: "object", properties: { net: { type: "number" } }, required: ["net"] } },
      }),
      line({
        op: "addNode",
        id: "sum",
        kind: "code",
        label: "Add tax",
        config: { inputs: { net: "{{ input.body.net }}" }, source: "return Math.round(net * 1.19 * 100) / 100;" },
        output: { type: "number" },
        after: "input",
      }),
      line({ op: "addNode", id: "answer", kind: "control.return", config: { value: { sum: "{{ sum }}" } }, after: "sum" }),
      line({
        op: "addNode",
        id: "failed",
        kind: "control.return",
        config: { status: 500, value: { error: "{{ sumError.message }}" } },
        after: "sum.error",
      }),
    ],
  },
];

const examples = LANGUAGE_EXAMPLES.map(({ request, lines }) => `Request: ${request}\n${lines.join("\n")}`).join("\n\n");

/** The language of graphs and of the operations that change them, as short as a model can work with. */
export const LANGUAGE = `# Operations
Answer with operations only: one JSON object a line, no Markdown, no prose, nothing around them. They are applied in order to the document.
{"op":"setWorkflow","name"?,"title"?,"description"?}
{"op":"addNode","id","kind","label"?,"config"?,"connection"?,"policy"?,"output"?,"parent"?,"after"?}   after: "node", "node.port", or a list of them
{"op":"setNode","id","label"?,"config"?,"connection"?,"policy"?,"output"?,"disabled"?}   config keys replace those of the same name, null removes one
{"op":"removeNode","id"}   {"op":"renameNode","id","to"}   references follow a rename
{"op":"connect","from":"node" or "node.port","to"}   {"op":"disconnect","from","to"}
{"op":"say","text"}   last, one short sentence for the person: what is assumed, what they must fill in
Do what is asked and no more; on an existing document change as little as possible. To put a node between a and b: disconnect a→b, addNode after a, connect it to b.
If you cannot or will not do it, answer with one "say" and nothing else.

# Graphs
A workflow has one trigger (id "input" in a new document) that all other nodes are reached from by edges. No cycles: repetition is a container.
Ids and the workflow's name are camelCase identifiers: a lower-case letter, then letters and digits.
A node runs when all edges into it are settled and at least one is live; so branches join by themselves, and branches side by side run at the same time.

Kinds, their config, and their ports ("out" where none is named):
- trigger: {"on":"manual"} | {"on":"http","respond":"sync"|"async","auth"?:"key"|"none"} | {"on":"schedule","cron":"0 9 * * *","timezone"?} | {"on":"event","service","event"}; each with "input"?: JSON Schema. http gives {body, query, headers}, and "input" describes the body, unless it has a property body, query or headers: then it describes all three; schedule gives {scheduledAt}; manual gives the input itself.
- <service>.<action>: a step; config is its input below; ports out, error. Output as below.
- code: {"source": TypeScript function body with return, "inputs": {name: value}}; no network, no imports; ports out, error. Say its "output" schema on the node.
- control.if: {"when": expression}; ports true, false
- control.switch: {"cases":[{"port":"vip","when": expression}]}; ports: each case's, and default
- control.forEach: container; {"items":"{{ list }}","as":"item","concurrency"?,"collect"?: value}; its nodes have "parent" and read the item by its name; outside, the loop's id is the list of what was collected; ports out, error
- control.repeat: container; {"until": expression over its nodes,"max": number,"every"?: "10s"}; outside, its id gives {node: output} of the last round
- control.sleep: {"for":"10m"} | {"until":"2026-01-31T09:00:00Z"}
- control.approval: {"message","timeout"?:"1d"}; waits for a person; ports approved, rejected, timeout (only with a timeout); gives {by, comment, at}
- control.waitForEvent: {"timeout"?}; waits for one HTTP call; ports out, timeout; gives its body
- control.call: {"workflow": name,"input"?}; another workflow; ports out, error
- control.set: {"fields": {name: value}}; gives that object
- control.return: {"value"?,"status"?,"headers"?}; ends the run; nothing comes after. Without one the result is null.
- control.fail: {"message"}; fails the run
- note: {"text"}; for people only, no edges
Nodes without incoming edges inside a container start each round; no edge crosses a container's wall.
policy: {"retries"?: number,"timeout"?:"30s","onError"?:"fail"|"continue"} on steps only. On the error port <id>Error has {name, message, status?}.
output: JSON Schema of data that nobody else describes (of http.request: of the body; of code: of the value; of waitForEvent). Give it wherever later nodes read it.
connection: the alias of a listed connection; leave it out for the service's own. Never write a key, token or password anywhere: use a connection, or {{ env.NAME }} of a listed variable.

# Expressions
Strings in a config may hold {{ expression }}; a string that is only one {{ expression }} keeps the value's type. "when" and "until" are a bare expression without {{ }}.
An expression is TypeScript: names of the trigger and of nodes that ran before, property access, ?., ??, arithmetic, ===, && ||, ?:, literals, template literals; pure methods of arrays, strings, numbers, dates (map, filter, find, some, reduce, join, includes, slice, split, trim, toLowerCase, toFixed, toISOString, …) and Math, JSON, Object, Number, String, Date, encodeURIComponent. No ==, no assignment, no await, no other functions.
A node on a branch that may be skipped is possibly undefined after the branches join: write node?.field ?? fallback. An object in a text: {{ JSON.stringify(x) }}.

# Examples
${examples}`;
