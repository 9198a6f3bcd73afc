import { z } from "zod";
import type { Catalog, CatalogAction } from "../catalog.ts";
import { toKebabCase } from "../emit/identifier.ts";
import type { Graph, GraphEdge, GraphNode } from "../schema/graph.ts";
import type { Json } from "../schema/json.ts";

const status = z.enum(["open", "paid", "shipped"]);
const address = z.object({ street: z.string(), city: z.string(), zip: z.string() });

function action(kind: string, label: string, input: z.ZodType, output: z.ZodType): [string, CatalogAction] {
  const [plugin = "", name = ""] = kind.split(".");
  return [
    kind,
    { kind, label, description: label, input, output, step: { module: `@/plugins/${plugin}/steps/${toKebabCase(name)}`, name } },
  ];
}

/** A small realistic catalog, in which every kind of field occurs. */
export const shopCatalog: Catalog = {
  actions: new Map([
    action(
      "shop.getOrder",
      "Get an order",
      z.strictObject({ id: z.string().meta({ label: "Order number" }), expand: z.array(z.enum(["customer", "items"])).optional() }),
      z.object({
        id: z.string(),
        status,
        total: z.number(),
        currency: z.string().meta({ help: "Three capital letters." }),
        note: z.string().nullable(),
        coupon: z.string().optional(),
        customer: z.object({ id: z.string(), name: z.string(), email: z.string().optional(), vip: z.boolean(), address }),
        items: z.array(z.object({ sku: z.string(), quantity: z.int(), price: z.number(), tags: z.array(z.string()) })),
        tags: z.array(z.string()),
        metadata: z.record(z.string(), z.string()),
        payment: z.discriminatedUnion("type", [
          z.object({ type: z.literal("card"), last4: z.string() }),
          z.object({ type: z.literal("invoice"), due: z.string() }),
        ]),
      }),
    ),
    action(
      "shop.listOrders",
      "List orders",
      z.strictObject({ limit: z.int().optional(), status: status.optional() }),
      z.object({ orders: z.array(z.object({ id: z.string(), total: z.number() })), hasMore: z.boolean(), next: z.string().nullable() }),
    ),
    action(
      "chat.sendMessage",
      "Send a message",
      z.strictObject({
        channel: z.string().meta({ label: "Channel" }),
        text: z.string().meta({ label: "Text" }),
        thread_ts: z.string().optional(),
        urgent: z.boolean().optional(),
        mentions: z.array(z.string()).optional(),
        priority: z.enum(["low", "normal", "high"]).optional(),
        blocks: z.array(z.object({ type: z.enum(["header", "section"]), text: z.string(), level: z.int().optional() })).optional(),
        metadata: z.object({ source: z.string(), count: z.number() }).optional(),
      }),
      z.object({ ts: z.string(), channel: z.string(), permalink: z.string().optional() }),
    ),
    action(
      "mail.send",
      "Send mail",
      z.strictObject({
        to: z.array(z.string()),
        subject: z.string(),
        html: z.string().optional(),
        headers: z.record(z.string(), z.string()).optional(),
        attachments: z.array(z.object({ filename: z.string(), content: z.string() })).optional(),
      }),
      z.object({ id: z.string(), accepted: z.array(z.string()), size: z.number() }),
    ),
    action(
      "crm.upsert",
      "Create or update a contact",
      z.strictObject({
        email: z.string(),
        score: z.number().optional(),
        active: z.boolean().optional(),
        address: address.optional(),
        fields: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
      }),
      z.object({ contact: z.object({ id: z.number(), owner: z.object({ name: z.string() }).nullable() }), created: z.boolean() }),
    ),
    action(
      "http.request",
      "HTTP request",
      z.strictObject({
        url: z.string(),
        method: z.enum(["GET", "POST"]).optional(),
        headers: z.record(z.string(), z.string()).optional(),
        body: z.any().optional(),
      }),
      z.object({ status: z.int(), headers: z.record(z.string(), z.string()), body: z.any().meta({ typeParameter: true }) }),
    ),
  ]),
};

const text = { type: "string" };
const input = {
  type: "object",
  properties: {
    orderId: text,
    amount: { type: "number" },
    urgent: { type: "boolean" },
    comment: text,
    kind: { enum: ["new", "change"] },
    lines: {
      type: "array",
      items: { type: "object", properties: { sku: text, qty: { type: "number" } }, required: ["sku", "qty"], additionalProperties: false },
    },
  },
  required: ["orderId", "amount", "urgent", "kind", "lines"],
  additionalProperties: false,
};

type NodeOptions = Omit<GraphNode, "id" | "kind" | "config">;

/** A graph with a node of every kind, at whose end `target`, `mail`, `contact` and `list` may read all that ran before. */
export function makeShop(): Graph {
  const nodes: GraphNode[] = [];
  const edges: GraphEdge[] = [];
  const add = (id: string, kind: string, config: Record<string, Json>, from: readonly string[] = [], options: NodeOptions = {}): void => {
    nodes.push({ id, kind, config, ...options });
    for (const end of from) {
      const [source = "", port] = end.split(":");
      edges.push({ id: `e${edges.length}`, source, target: id, ...(port === undefined ? {} : { port }) });
    }
  };
  add("input", "trigger", { on: "http", input });
  add("order", "shop.getOrder", { id: "{{ input.body.orderId }}" }, ["input"]);
  add("isVip", "control.if", { when: "order.customer.vip" }, ["order"], { label: "Is VIP" });
  add("vip", "chat.sendMessage", { channel: "#vip", text: "A VIP" }, ["isVip:true"]);
  add("risky", "shop.listOrders", {}, ["order"]);
  add("rescue", "control.set", { fields: { reason: "{{ riskyError.message }}" } }, ["risky:error"]);
  add("soft", "shop.listOrders", { status: "open" }, ["order"], { policy: { onError: "continue" } });
  add("approve", "control.approval", { message: "Ship it?", timeout: "1h" }, ["order"]);
  add("booked", "control.set", { fields: { by: "{{ approve.by }}" } }, ["approve:approved"]);
  add("paid", "control.waitForEvent", {}, ["order"]);
  add(
    "route",
    "control.switch",
    {
      cases: [
        { port: "eu", when: 'order.currency === "EUR"' },
        { port: "us", when: 'order.currency === "USD"' },
      ],
    },
    ["order"],
  );
  add("euro", "control.set", { fields: { rate: 1.1 } }, ["route:eu"]);
  add("each", "control.forEach", { items: "{{ order.items }}", as: "line", collect: "{{ note.ts }}" }, ["order"]);
  add("note", "chat.sendMessage", { channel: "#stock", text: "{{ line.sku }}" }, [], { parent: "each" });
  add("poll", "control.repeat", { until: 'look.status === "shipped"', max: 3, every: "1m" }, ["order"]);
  add("look", "shop.getOrder", { id: "{{ order.id }}" }, [], { parent: "poll" });
  add("totals", "control.set", { fields: { sum: "{{ order.total * 2 }}", label: "Order {{ order.id }}", all: "{{ order.tags }}" } }, [
    "order",
  ]);
  add("page", "http.request", { url: "https://example.com/{{ order.id }}" }, ["order"]);
  add("calc", "code", { source: "return { value: amount };", inputs: { amount: "{{ order.total }}" } }, ["order"]);
  add("child", "control.call", { workflow: "other", input: { id: "{{ order.id }}" } }, ["order"]);
  const ends = [
    "isVip:false",
    "vip",
    "risky",
    "rescue",
    "soft",
    "approve:rejected",
    "approve:timeout",
    "booked",
    "paid",
    "route:default",
    "route:us",
    "euro",
    "each",
    "poll",
    "totals",
    "page",
    "calc",
    "child",
  ];
  add("target", "chat.sendMessage", { channel: "#all", text: "Done" }, ends);
  add("mail", "mail.send", { to: ["a@example.com"], subject: "Done" }, ["target"]);
  add("contact", "crm.upsert", { email: "a@example.com" }, ["mail"]);
  add("list", "shop.listOrders", {}, ["contact"]);
  add("wait", "control.sleep", { for: "1m" }, ["list"]);
  add("answer", "control.return", { value: "{{ order.id }}" }, ["wait"]);
  return { weft: 1, name: "shopFlow", nodes, edges };
}
