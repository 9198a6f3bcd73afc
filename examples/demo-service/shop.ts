/** What the demo service answers: JSON, a status, and headers beside the usual ones. */
export interface Answer {
  readonly status: number;
  readonly body: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  /** Take this long before answering. */
  readonly delayMs?: number;
  /** Do the work, then break the connection: the caller cannot know that it happened. */
  readonly dropped?: boolean;
}

export interface Call {
  readonly method: string;
  readonly path: readonly string[];
  readonly query: URLSearchParams;
  /** The parsed JSON body; an empty object without one. */
  readonly body: Readonly<Record<string, unknown>>;
}

interface Order {
  readonly id: string;
  readonly customerId: string;
  readonly sku: string;
  readonly quantity: number;
  readonly total: number;
  status: "open" | "paid" | "payment_failed" | "refunded";
}

const CUSTOMERS = [
  { id: "c1", name: "Ada Lovelace", plan: "vip", email: "ada@example.com" },
  { id: "c2", name: "Grace Hopper", plan: "standard", email: "grace@example.com" },
  { id: "c3", name: "Alan Turing", plan: "standard", email: "alan@example.com" },
];

const STOCK = [
  { sku: "loom-01", name: "Table loom", left: 3 },
  { sku: "yarn-07", name: "Merino yarn, blue", left: 120 },
  { sku: "shuttle-2", name: "Boat shuttle", left: 0 },
];

const ORDERS: readonly Order[] = [
  { id: "1001", customerId: "c1", sku: "loom-01", quantity: 1, total: 420, status: "open" },
  { id: "1002", customerId: "c2", sku: "yarn-07", quantity: 6, total: 54, status: "open" },
  { id: "1003", customerId: "c3", sku: "shuttle-2", quantity: 2, total: 38, status: "open" },
  { id: "1004", customerId: "c2", sku: "yarn-07", quantity: 2, total: 18, status: "open" },
  { id: "1005", customerId: "c1", sku: "loom-01", quantity: 2, total: 840, status: "paid" },
  { id: "1006", customerId: "c3", sku: "yarn-07", quantity: 5, total: 45, status: "paid" },
];

/** How long a report takes to make. */
const REPORT_MS = 1_500;

/** A small shop with the troubles of real ones: its payments are refused, limited, slow or cut off, depending on the order. */
export class Shop {
  readonly #orders = new Map(ORDERS.map((order) => [order.id, { ...order }]));
  readonly #payments: Record<string, unknown>[] = [];
  readonly #refunds: Record<string, unknown>[] = [];
  readonly #messages: Record<string, unknown>[] = [];
  readonly #reports = new Map<string, number>();
  readonly #attempts = new Map<string, number>();

  answer(call: Call): Answer {
    const [collection, id] = call.path;
    switch (`${call.method} ${collection ?? ""}${id === undefined ? "" : "/:id"}`) {
      case "GET orders":
        return found([...this.#orders.values()].filter(({ status }) => matches(status, call.query.get("status"))));
      case "GET orders/:id":
        return foundOrMissing("order", id, this.#orders.get(id ?? ""));
      case "PATCH orders/:id":
        return this.#updateOrder(id ?? "", call.body);
      case "GET customers/:id":
        return foundOrMissing(
          "customer",
          id,
          CUSTOMERS.find((customer) => customer.id === id),
        );
      case "GET stock":
        return found(STOCK);
      case "GET stock/:id":
        return this.#readStock(id ?? "");
      case "GET payments":
        return found(this.#payments);
      case "POST payments":
        return this.#pay(call.body);
      case "GET refunds":
        return found(this.#refunds);
      case "POST refunds":
        return this.#refund(call.body);
      case "GET messages":
        return found(this.#messages);
      case "POST messages":
        return created(add(this.#messages, "m", { channel: call.body.channel, text: call.body.text }));
      case "POST reports":
        return this.#startReport();
      case "GET reports/:id":
        return this.#readReport(id ?? "");
      default:
        return { status: 404, body: { error: { message: `there is no ${call.method} /${call.path.join("/")}` } } };
    }
  }

  #updateOrder(id: string, change: Call["body"]): Answer {
    const order = this.#orders.get(id);
    const statuses: readonly unknown[] = ["open", "paid", "payment_failed", "refunded"];
    if (order === undefined) return foundOrMissing("order", id, undefined);
    if (!statuses.includes(change.status)) return refused(422, `"${String(change.status)}" is no status of an order`);
    // One of the four, as just checked.
    order.status = change.status as Order["status"];
    return found(order);
  }

  /** The warehouse is slow, and now and then it is not there at all: each third question is answered with 503. */
  #readStock(sku: string): Answer {
    const asked = this.#count("stock");
    if (asked % 3 === 0) return refused(503, "the warehouse is taking a breath", { "retry-after": "1" });
    return {
      ...foundOrMissing(
        "article",
        sku,
        STOCK.find((article) => article.sku === sku),
      ),
      delayMs: 80,
    };
  }

  /** 1002 is limited at first (429), 1003's card is declined (402), and 1004 is charged while the answer gets lost. */
  #pay(body: Call["body"]): Answer {
    const order = this.#orders.get(String(body.orderId));
    if (order === undefined) return refused(422, `there is no order ${String(body.orderId)}`);
    const attempt = this.#count(`payment ${order.id}`);
    if (order.id === "1002" && attempt === 1) return refused(429, "too many payments at once", { "retry-after": "1" });
    if (order.id === "1003") return refused(402, "the card was declined");
    order.status = "paid";
    const payment = add(this.#payments, "p", { orderId: order.id, amount: order.total });
    return { ...created(payment), delayMs: 60, dropped: order.id === "1004" && attempt === 1 };
  }

  #refund(body: Call["body"]): Answer {
    const order = this.#orders.get(String(body.orderId));
    if (order === undefined) return refused(422, `there is no order ${String(body.orderId)}`);
    if (order.status !== "paid") return refused(409, `order ${order.id} is ${order.status}, not paid`);
    order.status = "refunded";
    return created(add(this.#refunds, "r", { orderId: order.id, amount: order.total }));
  }

  #startReport(): Answer {
    const id = `report-${this.#reports.size + 1}`;
    this.#reports.set(id, Date.now());
    return { status: 202, body: { id, state: "working" } };
  }

  #readReport(id: string): Answer {
    const started = this.#reports.get(id);
    if (started === undefined) return foundOrMissing("report", id, undefined);
    const state = Date.now() - started >= REPORT_MS ? "done" : "working";
    return found({ id, state, refunds: state === "done" ? this.#refunds.length : null });
  }

  #count(what: string): number {
    const count = (this.#attempts.get(what) ?? 0) + 1;
    this.#attempts.set(what, count);
    return count;
  }
}

function matches(status: string, wanted: string | null): boolean {
  return wanted === null || status === wanted;
}

function add(list: Record<string, unknown>[], prefix: string, fields: Record<string, unknown>): Record<string, unknown> {
  const entry = { id: `${prefix}${list.length + 1}`, ...fields };
  list.push(entry);
  return entry;
}

function found(body: unknown): Answer {
  return { status: 200, body };
}

function created(body: unknown): Answer {
  return { status: 201, body };
}

function foundOrMissing(what: string, id: string | undefined, entry: unknown): Answer {
  return entry === undefined ? refused(404, `there is no ${what} ${id ?? ""}`) : found(entry);
}

function refused(status: number, message: string, headers: Record<string, string> = {}): Answer {
  return { status, body: { error: { message } }, headers };
}
