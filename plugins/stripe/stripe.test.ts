import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { describeService } from "../kit/contract/describe-service.ts";
import { withStepContext } from "../kit/step-context.ts";
import { plugin } from "./index.ts";
import { searchQuery } from "./search-query.ts";
import { createPaymentIntent } from "./steps/create-payment-intent.ts";
import { createSubscription } from "./steps/create-subscription.ts";
import { listCustomers } from "./steps/list-customers.ts";
import { searchCustomers } from "./steps/search-customers.ts";

describeService(plugin, {
  contract: join(import.meta.dirname, "contract.yaml"),
  vendor: "stripe",
  environment: { STRIPE_SECRET_KEY: "sk_test_contract" },
  idempotencyHeader: "Idempotency-Key",
  failure: (_, message) => ({ error: { type: "invalid_request_error", message } }),
  actions: {
    createCustomer: { calls: [{ method: "POST", url: "/v1/customers" }] },
    getCustomer: { calls: [{ method: "GET", url: "/v1/customers/cus_NffrFeUfNV2Hib" }] },
    updateCustomer: { calls: [{ method: "POST", url: "/v1/customers/cus_NffrFeUfNV2Hib" }] },
    deleteCustomer: { calls: [{ method: "DELETE", url: "/v1/customers/cus_NffrFeUfNV2Hib" }], output: { deleted: true } },
    confirmPaymentIntent: { calls: [{ method: "POST", url: "/v1/payment_intents/pi_3MtwBwLkdIwHu7ix28a3tqPa/confirm" }] },
    cancelPaymentIntent: { calls: [{ method: "POST", url: "/v1/payment_intents/pi_3MtwBwLkdIwHu7ix28a3tqPa/cancel" }] },
    sendInvoice: { calls: [{ method: "POST", url: "/v1/invoices/in_1MtHbELkdIwHu7ixl4OzzPMv/send" }] },
    cancelSubscription: { calls: [{ method: "DELETE", url: "/v1/subscriptions/sub_1MowQVLkdIwHu7ixeRlqHVzs" }] },
    getBalance: { calls: [{ method: "GET", url: "/v1/balance" }] },
  },
});

describe("Stripe's forms, pages and searches", () => {
  it("writes inner objects and lists with brackets, and sends the pinned version and the key of the call", async () => {
    const { sent } = await calling([{ id: "sub_1" }], () =>
      createSubscription({
        customer: "cus_1",
        items: [{ price: "price_1", quantity: 2 }, { price: "price_2" }],
        metadata: { order: "a&b" },
      }),
    );
    expect(sent[0]?.body).toBe("customer=cus_1&items[0][price]=price_1&items[0][quantity]=2&items[1][price]=price_2&metadata[order]=a&b");
    expect(Object.fromEntries(sent[0]?.headers ?? [])).toMatchObject({
      "content-type": "application/x-www-form-urlencoded",
      "stripe-version": "2026-10-28.endive",
      "idempotency-key": "key-1",
      authorization: "Bearer sk_test_1",
    });
  });

  it("offers only methods without a page of their own when it pays at once and nobody can be sent away", async () => {
    const pay = async (more: object): Promise<string | undefined> => {
      const { sent } = await calling([{ id: "pi_1" }], () => createPaymentIntent({ amount: 1099, currency: "usd", ...more }));
      return sent[0]?.body;
    };
    expect(await pay({ confirm: true })).toContain(
      "automatic_payment_methods[enabled]=true&automatic_payment_methods[allow_redirects]=never",
    );
    expect(await pay({ confirm: true, return_url: "https://a.example/" })).toBe(
      "amount=1099&currency=usd&confirm=true&return_url=https://a.example/&automatic_payment_methods[enabled]=true",
    );
    expect(await pay({ return_url: "https://a.example/" })).toBe("amount=1099&currency=usd&automatic_payment_methods[enabled]=true");
  });

  it("reads a list on after its last entry, and a search by the page it names, until there is no more", async () => {
    const pages = [
      { data: [{ id: "cus_1" }, { id: "cus_2" }], has_more: true },
      { data: [{ id: "cus_3" }], has_more: false },
    ];
    const list = await calling(pages, () => listCustomers({ email: "a@b.c", created_after: 5, limit: 150 }));
    const first = "?email=a@b.c&created[gte]=5&limit=100";
    expect(list.sent.map(({ url }) => decodeURIComponent(url.search))).toEqual([first, `${first}&starting_after=cus_2`]);
    expect(list.output.customers.map(({ id }) => id)).toEqual(["cus_1", "cus_2", "cus_3"]);
    const found = [{ ...pages[0], next_page: "p2" }, pages[1]];
    const search = await calling(found, () => searchCustomers({ email: "a@b.c", limit: 3 }));
    expect(search.sent.map(({ url }) => url.searchParams.get("page"))).toEqual([null, "p2"]);
    expect(search.sent[0]?.url.searchParams.get("query")).toBe('email:"a@b.c"');
    expect(search.output.customers).toHaveLength(3);
  });

  it("says why a card was declined", async () => {
    const error = { error: { message: "Your card was declined.", code: "card_declined", decline_code: "insufficient_funds" } };
    const declined = calling([error], () => createPaymentIntent({ amount: 1, currency: "usd" }), 402);
    await expect(declined).rejects.toThrow("Your card was declined. [card_declined, insufficient_funds]");
  });

  it("quotes what it searches for, so that a value never becomes a condition", () => {
    expect(searchQuery({ email: 'a" OR created>0 OR name:"\\' })).toBe(String.raw`email:"a\" OR created>0 OR name:\"\\"`);
    expect(searchQuery({ metadata: { 'a"]': "b" }, query: "amount>5" })).toBe(String.raw`metadata["a\"]"]:"b" AND amount>5`);
    expect(() => searchQuery({ query: " " })).toThrow("A search needs something to search for.");
  });
});

interface Sent {
  readonly url: URL;
  readonly headers: Headers;
  /** Decoded. */
  readonly body: string;
}

/** Runs a step whose calls are answered one after the other. */
async function calling<T>(answers: readonly unknown[], run: () => Promise<T>, status = 200): Promise<{ output: T; sent: Sent[] }> {
  process.env["STRIPE_SECRET_KEY"] = "sk_test_1";
  const sent: Sent[] = [];
  const fetch = async (url: URL, init: RequestInit): Promise<Response> => {
    sent.push({ url, headers: new Headers(init.headers), body: decodeURIComponent(String(init.body ?? "")) });
    return Response.json(answers[sent.length - 1], { status });
  };
  const output = await withStepContext({ idempotencyKey: "key-1", attempt: 1, signal: new AbortController().signal, fetch }, run);
  return { output, sent };
}
