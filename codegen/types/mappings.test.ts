// Long, because it is the table that the messages of the type checker are judged by: read it as a list of mistakes.
import { describe, expect, it } from "vitest";
import type { Json } from "../schema/json.ts";
import { diagnoseMapping } from "./mappings-for-test.ts";
import { shopCatalog } from "./shop-for-test.ts";
import { createTypeChecker } from "./type-checker.ts";

const checker = createTypeChecker({ catalog: shopCatalog });

/** A mistake: the field (`node.path.to.field`), what it is set to, the code, the typed text that is pointed at, and what is said. */
type Wrong = readonly [field: string, value: Json, code: string, marked: string | undefined, says: RegExp];
/** A mapping that nothing is said about. */
type Right = readonly [field: string, value: Json];

function parseField(field: string): { node: string; path: (string | number)[] } {
  const [node = "", ...path] = field.split(".");
  return { node, path: path.map((step) => (/^\d+$/.test(step) ? Number(step) : step)) };
}

function diagnose(field: string, value: Json) {
  return diagnoseMapping(checker, { ...parseField(field), value }).filter(({ code }) => code !== "unchecked-data");
}

/** Expressions by what they give. */
const values = {
  text: ["order.id", "order.customer.name", "input.body.orderId", "totals.label", "order.items[0].sku", 'order.tags.join(", ")', "mail.id"],
  number: ["order.total", "order.items.length", "input.body.amount", "order.total * 2", "order.items[0].price", "totals.sum"],
  flag: ["order.customer.vip", "input.body.urgent", "order.total > 5"],
  texts: ["order.tags", "totals.all", "[...order.tags, order.id]"],
  objects: ["order.items", "input.body.lines"],
  object: ["order.customer", "order.customer.address"],
} as const;
type Kind = keyof typeof values;

const words: Record<Kind, RegExp> = {
  text: /is a text/,
  number: /is a number/,
  flag: /is true or false/,
  texts: /is a list of texts/,
  objects: /is a list of objects|which those of/,
  object: /is an object with|does not have/,
};

/** Fields by what they take. */
const slots: Record<Kind, readonly string[]> = {
  text: ["contact.email", "list.id"].slice(0, 1).concat("target.text", "target.metadata.source"),
  number: ["contact.score", "list.limit"],
  flag: ["target.urgent", "contact.active"],
  texts: ["target.mentions"],
  objects: ["target.blocks"],
  object: ["contact.address"],
};

const takes: Record<Kind, RegExp> = {
  text: /takes a text/,
  number: /takes a number/,
  flag: /takes true or false/,
  texts: /takes a list of texts/,
  objects: /takes a list of objects|The items of .* need/,
  object: /takes an object with|needs an object with/,
};

/** What only nodes before `target` give; the output of `mail` is for what comes after it. */
const isReadable = (field: string, expression: string): boolean => !expression.startsWith("mail") || /^(?:contact|list)\b/.test(field);

function fill(field: string, value: Json): [string, Json] {
  // A field of an object that must be whole.
  return field === "target.metadata.source" ? ["target.metadata", { source: value, count: 1 }] : [field, value];
}

const kinds = Object.keys(values) as Kind[]; // Object.keys cannot know better than string.
const crossed: Wrong[] = kinds.flatMap((wanted) =>
  slots[wanted].flatMap((slot) =>
    kinds
      .filter((kind) => kind !== wanted && !(wanted === "texts" && kind === "objects"))
      .flatMap((kind) =>
        values[kind]
          .filter((expression) => isReadable(slot, expression))
          .slice(0, 2)
          .map((expression): Wrong => {
            const [field, value] = fill(slot, `{{ ${expression} }}`);
            const says = new RegExp(`(?=.*${takes[wanted].source})(?=.*(?:${words[kind].source}))`);
            return [field, value, "type-mismatch", expression, says];
          }),
      ),
  ),
);

/** Each field of what can be read, with a letter left out. */
const misspelt: Wrong[] = [
  "input.body.orderId",
  "input.body.amount",
  "input.body.urgent",
  "input.headers",
  "order.status",
  "order.total",
  "order.currency",
  "order.customer",
  "order.customer.name",
  "order.customer.address.street",
  "order.items",
  "order.items[0].quantity",
  "order.items[0].price",
  "order.metadata",
  "order.payment",
  "totals.label",
  "page.status",
  "page.headers",
].flatMap((path): Wrong[] => {
  const name = /[a-zA-Z]+$/.exec(path)?.[0] ?? "";
  const typo = name.slice(0, 2) + name.slice(3);
  const owner = path.slice(0, -name.length - 1);
  const wrong = `${owner}.${typo}`;
  const says = new RegExp(`^\`${owner.replace(/[[\].]/g, "\\$&")}\` has no field \`${typo}\`\\. Did you mean \`${name}\`\\?`);
  // `totals` and `page` are read where they have run.
  const inside: Wrong[] = /^(?:page|totals)/.test(path) ? [] : [["totals.fields.x", `{{ ${wrong} }}`, "unknown-property", typo, says]];
  return [...inside, ["target.text", `Now: {{ ${wrong} }}`, "unknown-property", typo, says]];
});

const missing: Wrong[] = [
  [
    "target.text",
    "{{ vip.ts }}",
    "possibly-missing",
    "vip",
    /`vip` runs only when "Is VIP" takes its true branch\. Write `vip\?\.ts \?\? "…"`/,
  ],
  ["target.text", "At {{ vip.ts }}", "possibly-missing", "vip", /`vip` runs only when "Is VIP" takes its true branch/],
  ["target.text", "{{ vip?.ts }}", "possibly-missing", "vip?.ts", /runs only when "Is VIP" takes its true branch/],
  ["target.channel", "{{ vip.channel.toUpperCase() }}", "possibly-missing", "vip", /Write `vip\?\.channel\.toUpperCase\(\) \?\? "…"`/],
  ["target.text", "{{ vip.permalink }}", "possibly-missing", "vip", /Write `vip\?\.permalink \?\? "…"`/],
  [
    "target.text",
    "{{ vip?.permalink ?? order.coupon }}",
    "possibly-missing",
    "order.coupon",
    /what `order` gives does not always have `coupon`/,
  ],
  [
    "target.text",
    "{{ String(risky.hasMore) }}",
    "possibly-missing",
    "risky",
    /`risky` has no output when it failed, and the workflow then goes on by its error port/,
  ],
  ["list.limit", "{{ risky.orders.length }}", "possibly-missing", "risky", /Write `risky\?\.orders\.length \?\? 0`/],
  ["list.limit", "{{ soft.orders.length }}", "possibly-missing", "soft", /onError: continue/],
  ["contact.active", "{{ soft.hasMore }}", "possibly-missing", "soft", /Write `soft\?\.hasMore \?\? false`/],
  ["target.text", "{{ approve.by }}", "possibly-missing", "approve", /nobody may have answered `approve` in time/],
  ["target.text", "{{ booked.by }}", "possibly-missing", "booked", /`booked` runs only when `approve` is approved/],
  ["target.text", "{{ rescue.reason }}", "possibly-missing", "rescue", /`rescue` runs only when `risky` fails/],
  ["contact.score", "{{ euro.rate }}", "possibly-missing", "euro", /`euro` runs only when `route` takes its branch "eu"/],
  ["target.text", "{{ String(euro.rate) }}", "possibly-missing", "euro", /its branch "eu"/],
  ["target.text", "{{ order.coupon }}", "possibly-missing", "order.coupon", /Give a fallback: `order\.coupon \?\? "…"`/],
  ["target.text", "{{ order.coupon.length > 3 ? 'a' : 'b' }}", "possibly-missing", "order.coupon", /does not always have `coupon`/],
  [
    "target.text",
    "{{ order.customer.email }}",
    "possibly-missing",
    "order.customer.email",
    /what `order` gives does not always have `email`/,
  ],
  [
    "target.text",
    "{{ order.customer.email.trim() }}",
    "possibly-missing",
    "order.customer.email",
    /Write `order\.customer\.email\?\.trim\(\) \?\? "…"`/,
  ],
  ["target.text", "{{ order.note }}", "possibly-missing", "order.note", /what `order` gives may have null for `note`/],
  ["target.text", "{{ order.note.trim() }}", "possibly-missing", "order.note", /may have null for `note`/],
  ["contact.email", "{{ input.body.comment }}", "possibly-missing", "input.body.comment", /the input does not always have `comment`/],
  [
    "contact.email",
    "{{ input.body.comment.trim() }}",
    "possibly-missing",
    "input.body.comment",
    /the input does not always have `comment`/,
  ],
  ["target.mentions", ["{{ order.coupon }}"], "possibly-missing", "order.coupon", /does not always have `coupon`/],
  ["target.metadata", { source: "{{ order.note }}", count: 1 }, "possibly-missing", "order.note", /may have null/],
  ["mail.to", ["{{ order.customer.email }}"], "possibly-missing", "order.customer.email", /does not always have `email`/],
  ["mail.headers", { "x-note": "{{ order.note }}" }, "possibly-missing", "order.note", /may have null/],
  [
    "target.text",
    "{{ order.items.find((item) => item.price > 5).sku }}",
    "possibly-missing",
    "order.items.find((item) => item.price > 5)",
    /`find` gives nothing when no item fits/,
  ],
  ["target.text", "{{ order.tags.at(-1) }}", "possibly-missing", "order.tags.at(-1)", /`at` gives nothing when the list is too short/],
  ["target.text", "{{ order.items.map((item) => vip.ts).join() }}", "possibly-missing", "vip", /runs only when "Is VIP"/],
  ["answer.value", { at: "{{ vip.ts }}" }, "possibly-missing", "vip", /runs only when "Is VIP"/],
  ["answer.value", "{{ [risky.next, soft.next] }}", "possibly-missing", "risky", /error port/],
  [
    "each.collect",
    "{{ note.permalink.length }}",
    "possibly-missing",
    "note.permalink",
    /what `note` gives does not always have `permalink`/,
  ],
  ["poll.until", "look.coupon.length > 1", "possibly-missing", "look.coupon", /what `look` gives does not always have `coupon`/],
  [
    "isVip.when",
    'order.customer.email.endsWith("@example.com")',
    "possibly-missing",
    "order.customer.email",
    /Write `order\.customer\.email\?\.endsWith\("@example\.com"\) \?\? false`/,
  ],
  ["isVip.when", "order.note.length > 5", "possibly-missing", "order.note", /may have null/],
  [
    "route.cases",
    [
      { port: "eu", when: 'order.coupon.startsWith("EU")' },
      { port: "us", when: "true" },
    ],
    "possibly-missing",
    "order.coupon",
    /does not always have/,
  ],
  ["calc.inputs.amount", "{{ order.coupon.length }}", "possibly-missing", "order.coupon", /does not always have/],
  ["child.input", { name: "{{ order.customer.email.trim() }}" }, "possibly-missing", "order.customer.email", /does not always have/],
  ["totals.fields.x", "{{ order.coupon.trim() }}", "possibly-missing", "order.coupon", /does not always have/],
  [
    "contact.email",
    "{{ contactless ?? order.coupon }}".replace("contactless", "order.note"),
    "possibly-missing",
    "order.coupon",
    /does not always have `coupon`/,
  ],
];

const inText: Wrong[] = [
  ["target.text", "At {{ vip?.ts }}", "missing-in-text", "vip?.ts", /`vip` runs only when "Is VIP" takes its true branch/],
  [
    "target.text",
    "Note: {{ order.note }}",
    "missing-in-text",
    "order.note",
    /then says "undefined" or "null".*Give a fallback: `order\.note \?\? "…"`/,
  ],
  ["target.text", "Coupon {{ order.coupon }}", "missing-in-text", "order.coupon", /does not always have `coupon`/],
  ["target.text", "By {{ approve?.comment }}", "missing-in-text", "approve?.comment", /nobody may have answered `approve` in time/],
  ["target.text", "To {{ order.customer }}", "object-in-text", "order.customer", /is an object/],
  ["target.text", "Tags {{ order.tags }}", "object-in-text", "order.tags", /is an object/],
  ["target.text", "All of {{ order }}", "object-in-text", "order", /is an object/],
  ["target.text", "First {{ order.items[0] }}", "object-in-text", "order.items[0]", /is an object/],
  ["page.url", "https://example.com/{{ order.customer.email }}", "missing-in-text", "order.customer.email", /does not always have `email`/],
  ["totals.fields.x", "{{ `Hi ${order.note}` }}", "missing-in-text", "order.note", /may have null/],
];

const conditions: Wrong[] = [
  [
    "isVip.when",
    "order.items",
    "always-true",
    "order.items",
    /counts as true whatever is in it\. Ask how long it is: `order\.items\.length > 0`/,
  ],
  ["isVip.when", "!order.customer", "always-true", "order.customer", /Ask for one of its fields/],
  ["isVip.when", "order.customer.address && order.total > 5", "always-true", "order.customer.address", /counts as true/],
  ["poll.until", "look.items", "always-true", "look.items", /counts as true/],
  ["target.text", '{{ order.tags ? order.id : "none" }}', "always-true", "order.tags", /`order\.tags\.length > 0`/],
];

const choices: Wrong[] = [
  ["target.priority", '{{ "hihg" }}', "type-mismatch", '"hihg"', /takes one of "low", "normal" and "high".*Did you mean `"high"`\?/],
  ["target.priority", '{{ order.total > 5 ? "high" : "lo" }}', "type-mismatch", '"lo"', /Did you mean `"low"`\?/],
  ["target.priority", "{{ order.id }}", "type-mismatch", "order.id", /Choose among "low", "normal" and "high", for example/],
  ["target.priority", "{{ order.status }}", "type-mismatch", "order.status", /`order\.status` is one of "open", "paid" and "shipped"/],
  ["target.priority", "{{ order.total }}", "type-mismatch", "order.total", /is a number/],
  ["list.status", "{{ order.currency }}", "type-mismatch", "order.currency", /takes one of "open", "paid" and "shipped"/],
  ["list.status", '{{ "Open" }}', "type-mismatch", '"Open"', /Did you mean `"open"`\?/],
  ["list.status", "{{ input.body.kind }}", "type-mismatch", "input.body.kind", /is one of "new" and "change"/],
  [
    "isVip.when",
    'order.status === "payed"',
    "type-mismatch",
    'order.status === "payed"',
    /is never equal to `"payed"`.*Did you mean `"paid"`\?/,
  ],
  ["isVip.when", 'input.body.kind === "update"', "type-mismatch", 'input.body.kind === "update"', /is one of "new" and "change"/],
  ["isVip.when", 'order.total === "5"', "type-mismatch", 'order.total === "5"', /`order\.total` is never equal to `"5"`: it is a number/],
  ["isVip.when", 'order.total > "5"', "type-mismatch", 'order.total > "5"', /Write `5` without quotes/],
  ["isVip.when", "order.id > 5", "type-mismatch", "order.id > 5", /`Number\(order\.id\)`/],
  ["poll.until", 'look.status === "shiped"', "type-mismatch", 'look.status === "shiped"', /Did you mean `"shipped"`\?/],
  ["poll.until", "look.total === look.id", "type-mismatch", "look.total === look.id", /is never equal to/],
  ["target.blocks", [{ type: '{{ "heading" }}', text: "x" }], "type-mismatch", '"heading"', /`type` takes one of "header" and "section"/],
];

const nested: Wrong[] = [
  ["target.mentions", ["{{ order.id }}", "{{ order.total }}"], "type-mismatch", "order.total", /An item of `mentions` takes a text/],
  ["target.mentions", "{{ [order.id, order.total] }}", "type-mismatch", "order.total", /An item of `mentions` takes a text/],
  ["target.mentions", "{{ order.items.map((item) => item.price) }}", "type-mismatch", "item.price", /An item of `mentions` takes a text/],
  [
    "target.mentions",
    "{{ order.items }}",
    "type-mismatch",
    "order.items",
    /Read a field of each item: `order\.items\.map\(\(item\) => item\.sku\)`/,
  ],
  ["target.metadata", "{{ { source: order.id, count: order.id } }}", "type-mismatch", "order.id", /`count` takes a number/],
  [
    "target.metadata",
    "{{ { source: order.id } }}",
    "type-mismatch",
    "{ source: order.id }",
    /`metadata` needs `count`, which is missing\. Add `count`\./,
  ],
  [
    "target.metadata",
    "{{ { source: order.id, count: 1, extra: 2 } }}",
    "unknown-property",
    "extra",
    /`metadata` has no field `extra`\. It takes `source` and `count`/,
  ],
  ["target.metadata", "{{ { sorce: order.id, count: 1 } }}", "unknown-property", "sorce", /Did you mean `source`\?/],
  ["target.metadata", "{{ order }}", "type-mismatch", "order", /needs an object with `source` and `count`, which `order` does not have/],
  ["target.metadata", "{{ { ...order, count: 1 } }}", "type-mismatch", "{ ...order, count: 1 }", /`source`/],
  [
    "target.blocks",
    '{{ order.items.map((item) => ({ type: "header", text: item.price })) }}',
    "type-mismatch",
    "item.price",
    /`text` takes a text/,
  ],
  [
    "target.blocks",
    '{{ order.items.map((item) => ({ type: "header" })) }}',
    "type-mismatch",
    '{ type: "header" }',
    /needs `text`, which is missing/,
  ],
  ["target.blocks", [{ type: "header", text: "{{ order.total }}" }], "type-mismatch", "order.total", /`text` takes a text/],
  ["target.blocks", [{ type: "header", text: "x", level: "{{ order.id }}" }], "type-mismatch", "order.id", /`level` takes a number/],
  ["mail.attachments", "{{ order.items }}", "type-mismatch", "order.items", /The items of `attachments` need `filename` and `content`/],
  [
    "mail.attachments",
    [{ filename: "{{ order.id }}", content: "{{ order.items }}" }],
    "type-mismatch",
    "order.items",
    /`content` takes a text/,
  ],
  ["mail.headers", { "x-total": "{{ order.total }}" }, "type-mismatch", "order.total", /`x-total` takes a text/],
  [
    "mail.headers",
    { "x-vip": "{{ order.customer.vip }}" },
    "type-mismatch",
    "order.customer.vip",
    /Make it a text: `String\(order\.customer\.vip\)`/,
  ],
  ["contact.fields", { size: "{{ order.customer.vip }}" }, "type-mismatch", "order.customer.vip", /takes a text or a number/],
  ["contact.address", { street: "{{ order.total }}", city: "x", zip: "y" }, "type-mismatch", "order.total", /`street` takes a text/],
  ["contact.address", "{{ { ...order.customer.address, zip: order.total } }}", "type-mismatch", "order.total", /`zip` takes a text/],
  [
    "contact.address",
    "{{ order.customer.address.city }}",
    "type-mismatch",
    "order.customer.address.city",
    /takes an object with `street`, `city` and `zip`/,
  ],
  ["order.expand", ['{{ "itms" }}'], "type-mismatch", '"itms"', /Did you mean `"items"`\?/],
  ["order.id", "{{ input.body.lines }}", "type-mismatch", "input.body.lines", /`id` takes a text/],
];

const everywhere: Wrong[] = [
  ["totals.fields.x", "{{ { ...order.id } }}", "type-mismatch", "order.id", /takes an object, but `order\.id` is a text/],
  ["totals.fields.x", '{{ { [order.customer]: "x" } }}', "type-mismatch", "order.customer", /The name of a field is a text/],
  ["target.text", "{{ new Date(order.id) }}", "type-mismatch", "new Date(order.id)", /`new Date\(order\.id\)\.toISOString\(\)`/],
  ["poll.max", "{{ order.id }}", "type-mismatch", "order.id", /`max` takes a number/],
  ["poll.every", "{{ order.id }}", "type-mismatch", "order.id", /`every` takes a duration/],
  ["each.concurrency", "{{ order.id }}", "type-mismatch", "order.id", /`concurrency` takes a number/],
  ["approve.message", "{{ order.total }}", "type-mismatch", "order.total", /`message` takes a text/],
  ["approve.message", "{{ order.customer }}", "type-mismatch", "order.customer", /`message` takes a text/],
  ["approve.timeout", "{{ order.id }}", "type-mismatch", "order.id", /`timeout` takes a duration/],
  ["answer.headers", { "x-a": "{{ order.customer }}" }, "object-in-text", "order.customer", /is an object/],
  ["target.text", '{{ "a" + order.customer }}', "object-in-text", "order.customer", /is an object/],
  ["target.text", '{{ "a" + vip?.ts }}', "missing-in-text", "vip?.ts", /"Is VIP" takes its true branch/],
  ["target.text", "{{ String(order.customer) }}", "object-in-text", "order.customer", /is an object/],
  ["target.text", '{{ order.items.join(", ") }}', "object-in-text", "order.items", /is an object/],
  ["target.text", "{{ encodeURIComponent(order.customer) }}", "type-mismatch", "order.customer", /`encodeURIComponent` takes a text/],
  ["target.text", "{{ [order.id, order.total] }}", "type-mismatch", "[order.id, order.total]", /is a list/],
  ["each.items", "{{ order.total }}", "type-mismatch", "order.total", /`items` takes a list/],
  ["each.items", "{{ order }}", "type-mismatch", "order", /Read a list from it: `order\.items` or `order\.tags`/],
  ["each.items", "{{ order.id }}", "type-mismatch", "order.id", /`items` takes a list, but `order\.id` is a text/],
  ["each.items", "{{ order.itmes }}", "unknown-property", "itmes", /Did you mean `items`\?/],
  ["each.items", "{{ order.tags }}", "unknown-property", "sku", /`line` is a text, which has no `sku`/],
  ["each.collect", "{{ note.tss }}", "unknown-property", "tss", /Did you mean `ts`\?/],
  ["each.collect", "{{ line.prize }}", "unknown-property", "prize", /Did you mean `price`\?/],
  ["note.text", "{{ line.quantity }}", "type-mismatch", "line.quantity", /`text` takes a text/],
  ["note.text", "{{ line.tags }}", "type-mismatch", "line.tags", /join them: `line\.tags\.join\(", "\)`/],
  ["note.text", "{{ line.skuu }}", "unknown-property", "skuu", /Did you mean `sku`\?/],
  ["look.id", "{{ order.total }}", "type-mismatch", "order.total", /`id` takes a text/],
  ["isVip.when", "order.customer.vp", "unknown-property", "vp", /Did you mean `vip`\?/],
  ["isVip.when", "order.items.some((item) => item.prise > 5)", "unknown-property", "prise", /Did you mean `price`\?/],
  ["isVip.when", 'order.items.includes("x")', "type-mismatch", '"x"', /`includes` takes an object/],
  ["wait.for", "{{ order.id }}", "type-mismatch", "order.id", /`for` takes a duration such as "30s"/],
  ["wait.for", "{{ order.customer }}", "type-mismatch", "order.customer", /takes a duration/],
  ["answer.value", "{{ order.totals }}", "unknown-property", "totals", /Did you mean `total`\?/],
  ["answer.value", { deep: { list: ["{{ order.customer.nme }}"] } }, "unknown-property", "nme", /Did you mean `name`\?/],
  ["answer.status", "{{ order.id }}", "type-mismatch", "order.id", /`status` takes a number/],
  ["calc.inputs.amount", "{{ order.totl }}", "unknown-property", "totl", /Did you mean `total`\?/],
  ["calc.source", "const x: string = 5;\nreturn x;", "type-mismatch", "x", /The code does not fit its types/],
  ["child.input", { id: "{{ order.idd }}" }, "unknown-property", "idd", /Did you mean `id`\?/],
  ["totals.fields.sum", "{{ order.id * 2 }}", "type-mismatch", "order.id", /`\*` takes a number, but `order\.id` is a text/],
  ["totals.fields.sum", "{{ order.total - order.customer.name }}", "type-mismatch", "order.customer.name", /`-` takes a number/],
  ["totals.fields.sum", "{{ order.customer + 1 }}", "type-mismatch", "order.customer", /`\+` cannot add/],
  [
    "totals.fields.sum",
    "{{ order.items.reduce((sum, item) => sum + item.sku, 0) }}",
    "type-mismatch",
    "sum + item.sku",
    /Each round of `reduce` must give what it starts with/,
  ],
  ["totals.fields.sum", "{{ Math.round(order.id) }}", "type-mismatch", "order.id", /`round` takes a number/],
  ["totals.fields.sum", "{{ order.total.toFixed(order.id) }}", "type-mismatch", "order.id", /`toFixed` takes a number/],
  ["totals.fields.x", "{{ order.tags.join(5) }}", "type-mismatch", "5", /`join` takes a text/],
  ["totals.fields.x", "{{ order.tags.includes(5) }}", "type-mismatch", "5", /`includes` takes a text/],
  [
    "totals.fields.x",
    "{{ order.total.toUpperCase() }}",
    "unknown-property",
    "toUpperCase",
    /`order\.total` is a number, which has no `toUpperCase`/,
  ],
  ["totals.fields.x", "{{ order.customer.trim() }}", "unknown-property", "trim", /which has no `trim`/],
  ["totals.fields.x", "{{ order.customer.vip.length }}", "unknown-property", "length", /is true or false, which has no `length`/],
  ["totals.fields.x", "{{ order.items.sku }}", "unknown-property", "sku", /Read it from one item, `order\.items\[0\]\.sku`, or from each/],
  ["totals.fields.x", "{{ order.items.map((item) => item.prise) }}", "unknown-property", "prise", /Did you mean `price`\?/],
  ["totals.fields.x", "{{ order.items.filter(({ prce }) => prce > 1) }}", "unknown-property", "{ prce }", /Did you mean `price`\?/],
  ["totals.fields.x", "{{ order.items.map((item) => item.tags.map((tag) => tag.name)) }}", "unknown-property", "name", /`tag` is a text/],
  ["target.text", "{{ totals.all.map((tag) => tag.name).join() }}", "unknown-property", "name", /`tag` is a text/],
  [
    "target.text",
    "{{ (order.coupon ? order.items : []).map((item) => item.prise).join() }}",
    "unknown-property",
    "prise",
    /Did you mean `price`\?/,
  ],
  ["target.text", "{{ poll.look.items.map((item) => item.skv).join() }}", "unknown-property", "skv", /Did you mean `sku`\?/],
  ["note.text", "{{ line.tags.map((tag) => tag.label).join() }}", "unknown-property", "label", /`tag` is a text/],
  ["totals.fields.x", "{{ order.items.toSorted((a, b) => a.prise - b.price) }}", "unknown-property", "prise", /Did you mean `price`\?/],
  ["totals.fields.x", "{{ order.items.flatMap((item) => item.tagz) }}", "unknown-property", "tagz", /Did you mean `tags`\?/],
  [
    "totals.fields.x",
    "{{ Object.entries(order.metadata).map(([key, value]) => value.size) }}",
    "unknown-property",
    "size",
    /`value` is a text/,
  ],
  ["totals.fields.x", "{{ [...order.customer] }}", "type-mismatch", "order.customer", /`\.\.\.` takes a list/],
  ["totals.fields.x", "{{ [...order.tags, order.totl] }}", "unknown-property", "totl", /Did you mean `total`\?/],
  ["totals.fields.x", "{{ { ...order.custmer } }}", "unknown-property", "custmer", /Did you mean `customer`\?/],
  ["totals.fields.x", '{{ order["totl"] }}', "unknown-property", '"totl"', /Did you mean `total`\?/],
  ["totals.fields.x", "{{ order.payment.last4 }}", "unknown-property", "last4", /comes in several shapes/],
  ["totals.fields.x", "{{ `${order.custmer.name}!` }}", "unknown-property", "custmer", /Did you mean `customer`\?/],
  ["totals.fields.x", "{{ new Date(order.customer).toISOString() }}", "type-mismatch", "order.customer", /`new Date` takes/],
  ["target.text", "{{ order.customer.vip ? order.id : order.total }}", "type-mismatch", "order.total", /`text` takes a text/],
  ["target.text", "{{ order.coupon ?? order.total }}", "type-mismatch", "order.total", /`text` takes a text/],
  ["target.text", "{{ (order.customer).address }}", "type-mismatch", "(order.customer).address", /Read one of its fields/],
  ["rescue.fields.x", "{{ riskyError.mesage }}", "unknown-property", "mesage", /Did you mean `message`\?/],
  [
    "rescue.fields.x",
    "{{ riskyError.status.toFixed() }}",
    "possibly-missing",
    "riskyError.status",
    /does not always have `status`|not always/,
  ],
  ["vip.text", "{{ order.total }}", "type-mismatch", "order.total", /`text` takes a text/],
  ["booked.fields.by", "{{ approve.who }}", "unknown-property", "who", /It has `approved`, `by`, `comment` and `at`/],
  ["target.text", "{{ poll.look.statu }}", "unknown-property", "statu", /Did you mean `status`\?/],
  ["target.text", "{{ poll.status }}", "unknown-property", "status", /It has `look`/],
  ["target.text", "{{ each }}", "type-mismatch", "each", /is a list of texts/],
  ["target.text", "{{ each.length }}", "type-mismatch", "each.length", /is a number/],
  ["page.url", "{{ order.total }}", "type-mismatch", "order.total", /`url` takes a text/],
  ["page.headers", { accept: "{{ order.tags }}" }, "type-mismatch", "order.tags", /`accept` takes a text/],
  ["page.method", '{{ "get" }}', "type-mismatch", '"get"', /Did you mean `"GET"`\?/],
];

/** What check sees before TypeScript is asked: literals, fields that are missing or too many. */
const literals: Wrong[] = [
  ["target.chanel", "x", "invalid-config", undefined, /`chanel` of `target` is wrong: there is no such field; perhaps `channel` is meant/],
  ["target.colour", "x", "invalid-config", undefined, /there is no such field; there are `channel`, `text`/],
  ["target.text", 5, "invalid-config", undefined, /it takes a text, not the number 5/],
  ["target.text", ["x"], "invalid-config", undefined, /it takes a text, not a list/],
  ["target.urgent", "yes", "invalid-config", undefined, /it takes true or false, not the text `yes`/],
  ["target.mentions", "x", "invalid-config", undefined, /it takes a list, not the text `x`/],
  ["target.mentions", [1], "invalid-config", undefined, /it takes a text, not the number 1/],
  [
    "target.priority",
    "hihg",
    "invalid-config",
    undefined,
    /it takes `low`, `normal` or `high`, not the text `hihg`; perhaps `high` is meant/,
  ],
  ["target.blocks", [{ type: "header" }], "invalid-config", undefined, /`blocks\[0\]\.text` of `target` is wrong: it is missing/],
  ["list.limit", "many", "invalid-config", undefined, /it takes a number, not the text `many`/],
  ["contact.score", "{{ order.total }} points", "invalid-config", undefined, /it takes a number/],
];

const wrong: readonly Wrong[] = [
  ...literals,
  ...crossed,
  ...misspelt,
  ...missing,
  ...inText,
  ...conditions,
  ...choices,
  ...nested,
  ...everywhere,
];

describe(`${wrong.length} wrong mappings`, () => {
  it("are at least 200, each of its own", () => {
    expect(wrong.length).toBeGreaterThanOrEqual(200);
    expect(new Set(wrong.map((mistake) => JSON.stringify(mistake.slice(0, 4)))).size).toBe(wrong.length);
  });

  it.each(wrong)("%s: %j is %s at %s", (field, value, code, marked, says) => {
    const found = diagnose(field, value);
    const said = found.map((diagnostic) => ({
      code: diagnostic.code,
      at: [diagnostic.location.node, ...(diagnostic.location.path ?? [])].join("."),
      marked: diagnostic.excerpt?.text.slice(diagnostic.excerpt.start, diagnostic.excerpt.end),
      says: `${diagnostic.message} ${diagnostic.hint}`,
    }));
    const place = field === "each.items" && code === "unknown-property" && marked === "sku" ? "note.text" : field;
    expect(said).toContainEqual({
      code,
      at: expect.stringMatching(new RegExp(`^${place}(\\.|$)`)),
      marked,
      says: expect.stringMatching(says),
    });
  });
});

const rightBySlot: Right[] = kinds.flatMap((kind) =>
  slots[kind].flatMap((slot) =>
    values[kind]
      .filter((expression) => kind !== "object" && kind !== "objects" && isReadable(slot, expression))
      .map((expression): Right => fill(slot, `{{ ${expression} }}`)),
  ),
);

const right: readonly Right[] = [
  ...rightBySlot,
  ...values.text
    .filter((expression) => isReadable("target", expression))
    .map((expression): Right => ["target.text", `It is {{ ${expression} }}.`]),
  ...values.number.map((expression): Right => ["target.text", `It is {{ ${expression} }}.`]),
  ...values.flag.map((expression): Right => ["target.text", `{{ ${expression} ? "yes" : "no" }}`]),
  ["contact.address", "{{ order.customer.address }}"],
  ["contact.address", "{{ { ...order.customer.address, zip: order.id } }}"],
  ["target.text", '{{ vip?.ts ?? "none" }}'],
  ["target.text", '{{ vip ? vip.ts : "none" }}'],
  ["target.thread_ts", "{{ vip?.ts }}"],
  ["target.thread_ts", "{{ order.coupon }}"],
  ["target.text", '{{ order.note ?? "" }}'],
  ["target.text", "{{ order.note || order.id }}"],
  ["target.text", '{{ risky?.next ?? soft?.next ?? "" }}'],
  ["target.text", '{{ approve?.by ?? "nobody" }}'],
  ["target.text", 'Hello {{ order.note ?? "" }}'],
  ["target.text", "{{ order.tags[0] }}"],
  ["target.text", "{{ order.metadata.anything }}"],
  ["target.text", "{{ page.body.whatever.is[0].there }}"],
  ["target.text", "{{ page.headers.etag }}"],
  ["target.text", "{{ input.query.page }}"],
  ["target.text", "{{ calc.value }}"],
  ["target.text", "{{ child.any.thing }}"],
  ["target.text", '{{ order.payment.type === "card" ? order.payment.last4 : order.payment.due }}'],
  ["target.text", '{{ order.items.find((item) => item.price > 5)?.sku ?? "none" }}'],
  ["target.text", "{{ order.items.map(({ sku, price }) => `${sku}: ${price}`).join() }}"],
  ["target.text", "{{ JSON.stringify(order) }}"],
  ["target.text", "{{ new Date(order.id).toISOString() }}"],
  ["target.priority", '{{ order.total > 100 ? "high" : "low" }}'],
  ["target.priority", "high"],
  ["target.mentions", ["{{ order.id }}", "x"]],
  ["target.mentions", "{{ [order.id, ...order.tags] }}"],
  ["target.mentions", "{{ each }}"],
  ["target.metadata", { source: "{{ order.id }}", count: "{{ order.items.length }}" }],
  ["target.blocks", '{{ order.items.map((item) => ({ type: "section", text: item.sku })) }}'],
  ["target.blocks", [{ type: "header", text: "{{ order.id }}", level: "{{ order.items.length }}" }]],
  ["mail.to", ["{{ order.customer.email ?? order.customer.name }}"]],
  ["mail.attachments", "{{ order.items.map((item) => ({ filename: item.sku, content: String(item.price) })) }}"],
  ["mail.headers", { "x-id": "{{ order.id }}" }],
  ["contact.fields", { size: "{{ order.total }}", name: "{{ order.id }}" }],
  ["isVip.when", "order.customer.vip && order.total > 5"],
  ["isVip.when", 'order.status === "paid" || order.status === "shipped"'],
  ["isVip.when", 'order.customer.email?.endsWith("@example.com")'],
  ["isVip.when", "order.items.some((item) => item.price > 5)"],
  ["isVip.when", "order.note !== null"],
  ["each.items", "{{ order.items.filter((item) => item.quantity > 0) }}"],
  ["each.collect", "{{ { sku: line.sku, ts: note.ts } }}"],
  ["note.text", "{{ line.sku }} × {{ line.quantity }}"],
  ["poll.until", 'look.status === "shipped" && look.total > 0'],
  ["wait.for", "{{ order.total }}"],
  ["wait.for", "{{ order.items.length }}m"],
  ["answer.value", { vip: "{{ vip }}", total: "{{ order.total }}" }],
  ["answer.status", "{{ order.total > 5 ? 200 : 404 }}"],
  ["answer.value", "{{ vip?.permalink ?? null }}"],
  ["totals.fields.sum", "{{ order.items.reduce((sum, item) => sum + item.price * item.quantity, 0) }}"],
  ["totals.fields.sum", "{{ Math.max(...order.items.map((item) => item.price)) }}"],
  ["totals.fields.x", "{{ Object.keys(order.metadata).length }}"],
  ["totals.fields.x", "{{ [...order.tags, ...order.items.map((item) => item.sku)] }}"],
  ["totals.fields.x", "{{ { ...order.customer, name: order.id } }}"],
  ["rescue.fields.x", "{{ riskyError.status ?? 500 }}"],
  ["rescue.fields.x", "{{ riskyError.name }}"],
  ["booked.fields.by", '{{ approve.comment ?? "" }}'],
  ["calc.inputs.amount", "{{ order.items }}"],
  ["calc.source", "const total: number = amount * 2;\nreturn { total };"],
  ["child.input", "{{ order }}"],
  ["page.body", { any: ["{{ order }}", "{{ order.note }}"] }],
  ["page.headers", { accept: "{{ order.id }}" }],
  ["order.expand", ["customer", '{{ "items" }}']],
  ["answer.headers", { "x-a": "{{ order.id }}", "x-b": "{{ order.total }}", "x-c": "{{ order.coupon }}" }],
  ["approve.message", "Ship {{ order.id }} for {{ order.total }}?"],
  ["poll.max", "{{ order.items.length }}"],
  ["isVip.when", "order.items.length > 0"],
  ["isVip.when", "order.items.find((item) => item.price > 5)"],
  ["target.text", '{{ order.tags.join(", ") }}'],
  ["target.text", '{{ "Total: " + order.total }}'],
];

describe(`${right.length} right mappings`, () => {
  it("are at least 100", () => {
    expect(right.length).toBeGreaterThanOrEqual(100);
  });

  it.each(right)("%s: %j is accepted in silence", (field, value) => {
    expect(diagnose(field, value).map(({ code, message }) => `${code}: ${message}`)).toEqual([]);
  });
});
