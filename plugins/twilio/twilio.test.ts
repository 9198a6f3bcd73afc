import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { describeService } from "../kit/contract/describe-service.ts";
import type { ReceivedCall } from "../kit/loopback-server.ts";
import { startLoopbackServer } from "../kit/loopback-server.ts";
import { stepError } from "../kit/step-error.ts";
import { plugin } from "./index.ts";
import { checkConnection } from "./steps/check-connection.ts";
import { listCalls } from "./steps/list-calls.ts";
import { makeCall } from "./steps/make-call.ts";
import { sendSms } from "./steps/send-sms.ts";
import { sendWhatsapp } from "./steps/send-whatsapp.ts";

const SID = "AC11111111111111111111111111111111";
const ACCOUNT = `/2010-04-01/Accounts/${SID}`;
const MESSAGE = "SM1f0e8ae6ade43cb3c0ce4525424e404f";
const CALL = "CA42ed11f93dc08b952027ffbc406d0868";
const VERIFY = "/v2/Services/VAa54a3d0e1c4f6b2c8d9e0f1a2b3c4d5e";

describeService(plugin, {
  contract: join(import.meta.dirname, "contract.yaml"),
  vendor: "twilio",
  environment: { TWILIO_ACCOUNT_SID: SID, TWILIO_AUTH_TOKEN: "contract" },
  failure: (status, message) => ({ code: 20_404, message, more_info: "https://www.twilio.com/docs/errors/20404", status }),
  actions: {
    sendSms: { calls: [{ method: "POST", url: `${ACCOUNT}/Messages.json` }] },
    sendWhatsapp: { calls: [{ method: "POST", url: `${ACCOUNT}/Messages.json` }] },
    listMessages: {
      answers: [{ body: { messages: [{ sid: MESSAGE, status: "delivered" }], next_page_uri: null } }],
      calls: [
        {
          method: "GET",
          url: `${ACCOUNT}/Messages.json?To=+15558675310&From=+15017122661&DateSent>=2030-01-01T00:00:00Z&DateSent<=2030-01-31T00:00:00Z&PageSize=3`,
        },
      ],
    },
    getMessage: { calls: [{ method: "GET", url: `${ACCOUNT}/Messages/${MESSAGE}.json` }] },
    cancelMessage: { calls: [{ method: "POST", url: `${ACCOUNT}/Messages/${MESSAGE}.json` }] },
    deleteMessage: { calls: [{ method: "DELETE", url: `${ACCOUNT}/Messages/${MESSAGE}.json` }], output: { sid: MESSAGE, deleted: true } },
    makeCall: { calls: [{ method: "POST", url: `${ACCOUNT}/Calls.json` }] },
    getCall: { calls: [{ method: "GET", url: `${ACCOUNT}/Calls/${CALL}.json` }] },
    listCalls: {
      answers: [{ body: { calls: [{ sid: CALL, status: "completed" }] } }],
      calls: [{ method: "GET", url: `${ACCOUNT}/Calls.json?To=+15558675310&From=+15017122661&Status=completed&PageSize=3` }],
    },
    endCall: { calls: [{ method: "POST", url: `${ACCOUNT}/Calls/${CALL}.json` }] },
    listPhoneNumbers: {
      answers: [{ body: { incoming_phone_numbers: [{ sid: "PN1", phone_number: "+15017122661" }] } }],
      calls: [{ method: "GET", url: `${ACCOUNT}/IncomingPhoneNumbers.json?PageSize=3` }],
    },
    lookupPhoneNumber: {
      vendor: "twilioLookup",
      calls: [
        { method: "GET", url: expect.stringMatching(/\/v2\/PhoneNumbers\/\+15558675310\?CountryCode=US&Fields=line_type_intelligence$/) },
      ],
    },
    sendVerification: { vendor: "twilioVerify", calls: [{ method: "POST", url: expect.stringMatching(`${VERIFY}/Verifications$`) }] },
    checkVerification: { vendor: "twilioVerify", calls: [{ method: "POST", url: expect.stringMatching(`${VERIFY}/VerificationCheck$`) }] },
    listVerifyServices: {
      vendor: "twilioVerify",
      answers: [{ body: { services: [{ sid: "VA1", friendly_name: "Shop" }], meta: { next_page_url: null } } }],
      output: { services: [{ friendly_name: "Shop" }] },
    },
  },
});

describe("twilio's special ways", () => {
  async function withServer(
    answers: (call: ReceivedCall) => { status?: number; body: object; headers?: Record<string, string> },
    run: () => Promise<unknown>,
  ): Promise<{ calls: ReceivedCall[]; result: unknown }> {
    const server = await startLoopbackServer((call, response) => {
      const { status = 200, body, headers } = answers(call);
      response.writeHead(status, { "content-type": "application/json", ...headers }).end(JSON.stringify(body));
    });
    Object.assign(process.env, { TWILIO_ACCOUNT_SID: SID, TWILIO_AUTH_TOKEN: "t0ken", TWILIO_BASE_URL: server.url });
    try {
      return { result: await run().catch((error: unknown) => error), calls: server.calls };
    } finally {
      for (const name of ["TWILIO_ACCOUNT_SID", "TWILIO_AUTH_TOKEN", "TWILIO_BASE_URL", "TWILIO_API_KEY"]) delete process.env[name];
      await server.close();
    }
  }
  const fields = (call: ReceivedCall | undefined): [string, string][] => [...new URLSearchParams(call?.body)];

  it("signs with the account, or with an API key where there is one", async () => {
    const body = { incoming_phone_numbers: [{ phone_number: "+1501" }] };
    const account = await withServer(
      () => ({ body }),
      () => checkConnection({}),
    );
    const key = await withServer(
      () => ({ body }),
      () => {
        process.env["TWILIO_API_KEY"] = "SK1";
        return checkConnection({});
      },
    );
    expect(account.calls[0]).toMatchObject({
      url: `${ACCOUNT}/IncomingPhoneNumbers.json?PageSize=20`,
      headers: { authorization: `Basic ${btoa(`${SID}:t0ken`)}` },
    });
    expect(key.calls[0]?.headers.authorization).toBe(`Basic ${btoa("SK1:t0ken")}`);
    expect(account.result).toEqual({ account: "+1501" });
  });

  it("repeats the field of each picture and says that a later time is fixed", async () => {
    const { calls } = await withServer(
      () => ({ body: {} }),
      () =>
        sendSms({
          To: "+1",
          MessagingServiceSid: "MG1",
          Body: "Hi & bye",
          MediaUrl: ["https://a", "https://b"],
          SendAt: "2030-01-01T09:00:00Z",
        }),
    );
    expect(fields(calls[0])).toEqual([
      ["To", "+1"],
      ["MessagingServiceSid", "MG1"],
      ["Body", "Hi & bye"],
      ["MediaUrl", "https://a"],
      ["MediaUrl", "https://b"],
      ["SendAt", "2030-01-01T09:00:00Z"],
      ["ScheduleType", "fixed"],
    ]);
  });

  it("writes numbers and values as WhatsApp wants them", async () => {
    const { calls } = await withServer(
      () => ({ body: {} }),
      () => sendWhatsapp({ To: "+1", From: "whatsapp:+2", ContentSid: "HX1", ContentVariables: { "1": "12/1" } }),
    );
    expect(fields(calls[0])).toEqual([
      ["To", "whatsapp:+1"],
      ["From", "whatsapp:+2"],
      ["ContentSid", "HX1"],
      ["ContentVariables", '{"1":"12/1"}'],
    ]);
  });

  it("asks for a sender, and for one source of TwiML, before it calls", async () => {
    const sms = await withServer(
      () => ({ body: {} }),
      () => sendSms({ To: "+1", Body: "Hi" }),
    );
    const none = await withServer(
      () => ({ body: {} }),
      () => makeCall({ To: "+1", From: "+2" }),
    );
    const both = await withServer(
      () => ({ body: {} }),
      () => makeCall({ To: "+1", From: "+2", Url: "https://a", Twiml: "<Response/>" }),
    );
    expect([sms, none, both].map(({ calls, result }) => [calls.length, stepError(result).name])).toEqual([
      [0, "InvalidInput"],
      [0, "InvalidInput"],
      [0, "InvalidInput"],
    ]);
  });

  it("gives Twilio's own words, code and request id, and never the account's token", async () => {
    const answer = {
      status: 400,
      body: { code: 21_211, message: "Invalid 'To' Phone Number: +1", status: 400 },
      headers: { "twilio-request-id": "RQ1" },
    };
    const { result } = await withServer(
      () => answer,
      () => sendSms({ To: "+1", From: "+2", Body: "Hi" }),
    );
    expect(stepError(result)).toEqual({
      name: "HttpError",
      status: 400,
      requestId: "RQ1",
      message: "Twilio: POST /2010-04-01/Accounts/-/Messages.json answered 400: Invalid 'To' Phone Number: +1 (21211)",
    });
  });

  it("follows a list by the query of the next page's address", async () => {
    const { calls, result } = await withServer(
      ({ url }) => ({
        body: url.includes("PageToken")
          ? { calls: [{ sid: "CA3" }], next_page_uri: null }
          : { calls: [{ sid: "CA1" }, { sid: "CA2" }], next_page_uri: `${ACCOUNT}/Calls.json?PageSize=5&Page=1&PageToken=PACA2` },
      }),
      () => listCalls({ limit: 5 }),
    );
    expect(result).toEqual({ calls: [{ sid: "CA1" }, { sid: "CA2" }, { sid: "CA3" }] });
    expect(calls.map(({ url }) => url)).toEqual([
      `${ACCOUNT}/Calls.json?PageSize=5`,
      `${ACCOUNT}/Calls.json?PageSize=5&Page=1&PageToken=PACA2`,
    ]);
  });
});
