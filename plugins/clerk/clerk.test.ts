import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { describeService } from "../kit/contract/describe-service.ts";
import { withStepContext } from "../kit/step-context.ts";
import { stepError } from "../kit/step-error.ts";
import { plugin } from "./index.ts";
import { getUser } from "./steps/get-user.ts";
import { listMembers } from "./steps/list-members.ts";
import { listUsers } from "./steps/list-users.ts";

const USER = "user_29w83sxmDNGwOuEthce5gg56FcC";
const ORGANIZATION = "org_29w9IfBrPmcpi0IeBVaKtA7R94W";

describeService(plugin, {
  contract: join(import.meta.dirname, "contract.yaml"),
  vendor: "clerk",
  environment: { CLERK_SECRET_KEY: "sk_test_contract" },
  failure: (_, message) => ({ errors: [{ message, code: "form_param_invalid" }] }),
  actions: {
    createUser: {
      calls: [
        { method: "POST", url: "/users", body: { email_address: ["ada@example.com"], username: "ada", public_metadata: { plan: "gold" } } },
      ],
    },
    getUser: { calls: [{ method: "GET", url: `/users/${USER}` }] },
    updateUser: { calls: [{ method: "PATCH", url: `/users/${USER}`, body: { first_name: "Ada", sign_out_of_other_sessions: true } }] },
    updateUserMetadata: { calls: [{ method: "PATCH", url: `/users/${USER}/metadata`, body: { private_metadata: { crm_id: "6735" } } }] },
    deleteUser: { calls: [{ method: "DELETE", url: `/users/${USER}` }] },
    banUser: { calls: [{ method: "POST", url: `/users/${USER}/ban` }] },
    unbanUser: { calls: [{ method: "POST", url: `/users/${USER}/unban` }] },
    lockUser: { calls: [{ method: "POST", url: `/users/${USER}/lock` }] },
    unlockUser: { calls: [{ method: "POST", url: `/users/${USER}/unlock` }] },
    createInvitation: {
      calls: [{ method: "POST", url: "/invitations", body: { email_address: "ada@example.com", notify: false, expires_in_days: 7 } }],
    },
    revokeInvitation: { calls: [{ method: "POST", url: "/invitations/inv_g1dl1ZQY1dqxCF1dPqX2v4kKXGL/revoke" }] },
    createOrganization: { calls: [{ method: "POST", url: "/organizations", body: { name: "Acme", slug: "acme", created_by: USER } }] },
    getOrganization: { calls: [{ method: "GET", url: `/organizations/${ORGANIZATION}?include_members_count=true` }] },
    deleteOrganization: { calls: [{ method: "DELETE", url: `/organizations/${ORGANIZATION}` }] },
    addMember: {
      calls: [{ method: "POST", url: `/organizations/${ORGANIZATION}/memberships`, body: { user_id: USER, role: "org:member" } }],
    },
    updateMember: { calls: [{ method: "PATCH", url: `/organizations/${ORGANIZATION}/memberships/${USER}`, body: { role: "org:member" } }] },
    removeMember: { calls: [{ method: "DELETE", url: `/organizations/${ORGANIZATION}/memberships/${USER}` }] },
    inviteMember: {
      calls: [
        {
          method: "POST",
          url: `/organizations/${ORGANIZATION}/invitations`,
          body: { email_address: "ada@example.com", role: "org:member" },
        },
      ],
    },
    revokeSession: { calls: [{ method: "POST", url: `/sessions/sess_29w83sxmDNGwOuEthce5gg56FcC/revoke` }] },
  },
});

describe("Clerk's pages and errors", () => {
  it("skips what it has read until a page is not full, and repeats the name of a list in the query", async () => {
    const full = Array.from({ length: 100 }, (_, id) => ({ id }));
    const { sent, output } = await calling([full, [{ id: 100 }]], () => listUsers({ email_address: ["a@b.c", "d@e.f"], limit: 150 }));
    const query = "email_address=a%40b.c&email_address=d%40e.f";
    expect(sent).toEqual([`/v1/users?${query}&limit=100&offset=0`, `/v1/users?${query}&limit=50&offset=100`]);
    expect(output.users).toHaveLength(101);
  });

  it("takes the entries of a counted list out of its data", async () => {
    const { output } = await calling([{ data: [{ id: "orgmem_1" }], total_count: 1 }], () => listMembers({ organization_id: "org_1" }));
    expect(output).toEqual({ members: [{ id: "orgmem_1" }] });
  });

  it("says which field was wrong, in Clerk's longer words, with the trace id", async () => {
    const wrong = {
      errors: [{ message: "is invalid", long_message: "Email address must be valid.", meta: { param_name: "email_address" } }],
      clerk_trace_id: "trace-1",
    };
    const error = await calling([wrong], () => getUser({ user_id: "user_1" }), 422).catch((thrown: unknown) => thrown);
    expect(stepError(error)).toMatchObject({ status: 422, requestId: "trace-1" });
    expect(stepError(error).message).toContain("Email address must be valid. (email_address)");
  });
});

/** Runs a step whose calls are answered one after the other; `sent` holds paths with queries. */
async function calling<T>(answers: readonly unknown[], run: () => Promise<T>, status = 200): Promise<{ output: T; sent: string[] }> {
  process.env["CLERK_SECRET_KEY"] = "sk_test_1";
  const sent: string[] = [];
  const fetch = async (url: URL): Promise<Response> => {
    sent.push(url.pathname + url.search);
    return Response.json(answers[sent.length - 1], { status });
  };
  const output = await withStepContext({ idempotencyKey: "k", attempt: 1, signal: new AbortController().signal, fetch }, run);
  return { output, sent };
}
