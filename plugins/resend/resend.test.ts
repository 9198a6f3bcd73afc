import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { describeService } from "../kit/contract/describe-service.ts";
import { startLoopbackServer } from "../kit/loopback-server.ts";
import { plugin } from "./index.ts";
import { checkConnection } from "./steps/check-connection.ts";
import { listEmails } from "./steps/list-emails.ts";

const EMAIL = "49a3999c-0ce1-4ea6-ab68-afcd6dc2e794";
const DOMAIN = "d91cd9bd-1176-453e-8fc1-35364d380206";
const CONTACT = "479e3145-dd38-476b-932c-529ceb705947";
const SEGMENT = "78261eea-8f8b-4381-83c6-79fa7120f1cf";
const BROADCAST = "559ac32e-9ef5-46fb-82a1-b76b840c0f7b";

describeService(plugin, {
  contract: join(import.meta.dirname, "contract.yaml"),
  vendor: "resend",
  environment: { RESEND_API_KEY: "re_contract" },
  idempotencyHeader: "Idempotency-Key",
  failure: (statusCode, message) => ({ statusCode, message, name: "validation_error" }),
  vendorErrors: [
    // The documentation and the vendor's own client send objects; the description has a list of ids.
    /^POST \/contacts: \/segments\/0 must be string/,
    // The description leaves out the body of this one.
    /^PATCH \/emails\/\{email_id\}: it takes no body/,
  ],
  actions: {
    sendEmail: {
      calls: [
        {
          method: "POST",
          url: "/emails",
          body: { from: "Shop <orders@example.com>", reply_to: "help@example.com" },
        },
      ],
    },
    sendBatch: { calls: [{ method: "POST", url: "/emails/batch", body: [{ to: "ada@example.com" }] }] },
    getEmail: { calls: [{ method: "GET", url: `/emails/${EMAIL}` }] },
    listEmails: { calls: [{ method: "GET", url: "/emails?limit=3" }], output: { emails: expect.any(Array) } },
    updateEmail: {
      calls: [{ method: "PATCH", url: `/emails/${EMAIL}`, body: { scheduled_at: "2030-01-01T09:00:00Z" } }],
      output: { id: EMAIL },
    },
    cancelEmail: { calls: [{ method: "POST", url: `/emails/${EMAIL}/cancel` }], output: { id: EMAIL } },
    listReceivedEmails: { calls: [{ method: "GET", url: "/emails/receiving?limit=3" }] },
    getReceivedEmail: { calls: [{ method: "GET", url: `/emails/receiving/${EMAIL}` }] },
    listDomains: { calls: [{ method: "GET", url: "/domains?limit=3" }], output: { domains: [{ name: "example.com" }] } },
    createDomain: { calls: [{ method: "POST", url: "/domains", body: { name: "example.com", region: "eu-west-1", tls: "enforced" } }] },
    getDomain: { calls: [{ method: "GET", url: `/domains/${DOMAIN}` }], output: { records: expect.any(Array) } },
    updateDomain: { calls: [{ method: "PATCH", url: `/domains/${DOMAIN}`, body: { open_tracking: true } }] },
    verifyDomain: { calls: [{ method: "POST", url: `/domains/${DOMAIN}/verify` }], output: { id: DOMAIN } },
    deleteDomain: { calls: [{ method: "DELETE", url: `/domains/${DOMAIN}` }], output: { deleted: true } },
    createContact: { calls: [{ method: "POST", url: "/contacts", body: { email: "ada@example.com", segments: [{ id: SEGMENT }] } }] },
    getContact: { calls: [{ method: "GET", url: `/contacts/${CONTACT}` }] },
    listContacts: { calls: [{ method: "GET", url: `/contacts?segment_id=${SEGMENT}&limit=3` }] },
    updateContact: { calls: [{ method: "PATCH", url: `/contacts/${CONTACT}`, body: { first_name: "Ada" } }] },
    deleteContact: { calls: [{ method: "DELETE", url: `/contacts/${CONTACT}` }], output: { id: CONTACT, deleted: true } },
    addContactToSegment: { calls: [{ method: "POST", url: `/contacts/${CONTACT}/segments/${SEGMENT}` }] },
    removeContactFromSegment: { calls: [{ method: "DELETE", url: `/contacts/${CONTACT}/segments/${SEGMENT}` }] },
    createSegment: { calls: [{ method: "POST", url: "/segments", body: { name: "Customers" } }] },
    listSegments: {
      answers: [
        { body: { object: "list", has_more: false, data: [{ id: SEGMENT, name: "Customers", created_at: "2023-10-06T22:59:55.977Z" }] } },
      ],
      calls: [{ method: "GET", url: "/segments?limit=3" }],
      output: { segments: [{ name: "Customers" }] },
    },
    deleteSegment: { calls: [{ method: "DELETE", url: `/segments/${SEGMENT}` }] },
    createBroadcast: { calls: [{ method: "POST", url: "/broadcasts", body: { segment_id: SEGMENT, reply_to: ["help@example.com"] } }] },
    sendBroadcast: {
      calls: [{ method: "POST", url: `/broadcasts/${BROADCAST}/send`, body: { scheduled_at: "2030-01-01T09:00:00Z" } }],
    },
    getBroadcast: { calls: [{ method: "GET", url: `/broadcasts/${BROADCAST}` }] },
    listBroadcasts: { calls: [{ method: "GET", url: "/broadcasts?limit=3" }] },
    deleteBroadcast: { calls: [{ method: "DELETE", url: `/broadcasts/${BROADCAST}` }], output: { deleted: true } },
  },
});

describe("resend's lists", () => {
  it("go on after the last entry of a page, and name the account's domains when the connection is tried", async () => {
    const server = await startLoopbackServer(({ url }, response) => {
      const after = Number(new URL(url, "http://resend").searchParams.get("after") ?? "0");
      const data = [1, 2].map((step) => ({ id: String(after + step), name: `${after + step}.example.com` }));
      response.setHeader("content-type", "application/json").end(JSON.stringify({ data, has_more: after < 4 }));
    });
    Object.assign(process.env, { RESEND_API_KEY: "re_1", RESEND_BASE_URL: server.url });
    try {
      const { emails } = await listEmails({});
      expect(emails.map(({ id }) => id)).toEqual(["1", "2", "3", "4", "5", "6"]);
      expect(server.calls.map(({ url }) => url)).toEqual(["/emails?limit=100", "/emails?limit=98&after=2", "/emails?limit=96&after=4"]);
      expect(await checkConnection({})).toEqual({ account: "1.example.com, 2.example.com" });
    } finally {
      for (const name of ["RESEND_API_KEY", "RESEND_BASE_URL"]) delete process.env[name];
      await server.close();
    }
  });
});
