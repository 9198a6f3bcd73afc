import { describe, expect, it } from "vitest";
import type { Json } from "../../codegen/schema/json.ts";
import { scrubGraph } from "./scrub-graph.ts";
import { scrubText } from "./scrub-text.ts";

function scrub(config: Record<string, Json>): unknown {
  const node = { id: "n", kind: "http.request", config };
  return scrubGraph({ weft: 1, name: "w", nodes: [node], edges: [] }).nodes[0]?.config;
}

const SECRETS = [
  "sk-proj-abcdEFGH1234ijklMNOP5678",
  "sk_live_51HxYzAbCdEfGhIjKlMn",
  "whsec_abcdefghijklmnop1234",
  "xoxb-1234567890-abcdefghij",
  "ghp_abcdefghijklmnopqrstuvwxyz0123456789",
  "github_pat_11ABCDEFG0abcdefghijkl_mnop",
  "AKIAIOSFODNN7EXAMPLE",
  "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY1234",
  "AIzaSyA1234567890abcdefghijklmnopqrstuv",
  "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2lnbmF0dXJl",
  "1234567890:AAExampleExampleExampleExampleExamp",
  "SG.abcdefghijklmnopqrst.uvwxyzABCDEFGHIJKLMNOP",
  "0123456789abcdef0123456789abcdef",
  "-----BEGIN PRIVATE KEY-----\nMIIEvQ\n-----END PRIVATE KEY-----",
];

describe("scrubText", () => {
  it.each(SECRETS)("takes out %s", (secret) => {
    expect(scrubText(`before ${secret} after`)).toBe("before [redacted] after");
  });

  it("takes out the password of an address, a secret parameter and the secret part of a webhook", () => {
    expect(scrubText("postgres://weft:s3cr3t@db.example.com/app")).toBe("postgres://weft:[redacted]@db.example.com/app");
    expect(scrubText("https://x.com/?page=2&access_token=abc#top")).toBe("https://x.com/?page=2&access_token=[redacted]#top");
    expect(scrubText("https://hooks.slack.com/services/T1/B2/c3 now")).toBe("https://hooks.slack.com/services/[redacted] now");
    expect(scrubText('fetch(url, { headers: { authorization: "Bearer abcdefgh" } })')).not.toContain("abcdefgh");
    expect(scrubText('const apiKey = "hunter2hunter2";')).toBe('const apiKey = "[redacted]";');
    expect(scrubText("const password: string = 'hunter2hunter2';")).toBe("const password: string = '[redacted]';");
  });

  it("leaves what people write as it is", () => {
    for (const text of [
      "Fetch the order and tell the sales floor about it",
      "ada@example.com, +49 30 1234567, 2026-01-31T12:00:00Z",
      "https://api.example.com/v1/orders/1001?status=open&page=2",
      "{{ order.body.customer.shippingAddress2.street }}",
      "https://x.com/?token={{ env.TOKEN }}",
      "Bearer {{ env.TOKEN }}",
      "getCustomerOrdersForTheLastSevenDays",
      "3f1c9a52-6f4e-4c39-9a43-0d8f6f2f7d11",
      "`Bearer ${token}`",
    ]) {
      expect(scrubText(text)).toBe(text);
    }
  });
});

describe("scrubGraph", () => {
  it("tells nothing of a field that is named after a secret but where it comes from", () => {
    expect(scrub({ password: "letmein", apiKey: "{{ env.KEY }}", token: "Bearer {{ env.KEY }}", secretText: "a {{ env.KEY }}" })).toEqual({
      password: "[redacted]",
      apiKey: "{{ env.KEY }}",
      token: "Bearer {{ env.KEY }}",
      secretText: "[redacted]",
    });
    expect(scrub({ token: '{{ ({ a: "hunter2" }).a }}', secret: 'Bearer {{ "hunter2" }}', password: '{{ input["pass"][0] }}' })).toEqual({
      token: "[redacted]",
      secret: "[redacted]",
      password: '{{ input["pass"][0] }}',
    });
    expect(scrub({ credentials: { user: "ada", pin: 1234 }, token: '{{ "a" + env.B }}' })).toEqual({
      credentials: { user: "[redacted]", pin: "[redacted]" },
      token: "[redacted]",
    });
  });

  it("knows headers that are listed as pairs", () => {
    const headers = [
      { name: "Authorization", value: "abc" },
      { name: "Accept", value: "text/html" },
    ];
    expect(scrub({ headers })).toEqual({
      headers: [
        { name: "Authorization", value: "[redacted]" },
        { name: "Accept", value: "text/html" },
      ],
    });
  });

  it("keeps what only sounds like one", () => {
    const config = { maxTokens: 500, max_output_tokens: 20, pageToken: "{{ page.next }}", method: "GET", keep: true, none: null };
    expect(scrub(config)).toEqual(config);
  });

  it("takes out connections, and secrets in labels, notes, code and a trigger's examples", () => {
    const key = "sk_live_51HxYzAbCdEfGhIjKlMn";
    const graph = scrubGraph({
      weft: 1,
      name: "w",
      title: key,
      nodes: [
        { id: "t", kind: "trigger", config: { on: "http", input: { properties: { password: { type: "string", examples: [key] } } } } },
        { id: "c", kind: "code", label: key, connection: "mine", config: { source: `return "${key}";`, inputs: { [key]: 1 } } },
        { id: "n", kind: "note", config: { text: `the key is ${key}` } },
      ],
      edges: [],
    });
    expect(JSON.stringify(graph)).not.toContain("51HxYz");
    expect(JSON.stringify(graph)).not.toContain("mine");
    expect(graph.nodes[0]?.config).toMatchObject({ on: "http", input: { properties: { password: { type: "string" } } } });
  });
});
