import { z } from "zod";
import { defineOperation } from "./operation.ts";
import { errorBody } from "./schemas.ts";
import { auditPage, invitation, me, member, newInvitation, role, workspaceSummary } from "./workspace-schemas.ts";

const user = z.string().regex(/^[A-Za-z0-9_-]{1,100}$/, "is not a person's id.");
const name = z
  .string()
  .trim()
  .min(1)
  .max(80)
  .regex(/^\P{Cc}*$/u, "must not have control characters.");
const failed = (description: string) => ({ description, schema: errorBody });

/** The operations on people: who is signed in, their workspaces, and who else is in one. */
export const workspaceOperations = {
  showMe: defineOperation({
    id: "showMe",
    method: "GET",
    path: "/api/me",
    summary: "Who is signed in, and the workspaces they belong to.",
    access: "user",
    replies: { 200: { description: "The person.", schema: me }, 401: failed("Nobody is signed in.") },
  }),
  createWorkspace: defineOperation({
    id: "createWorkspace",
    method: "POST",
    path: "/api/workspaces",
    summary: "Make a workspace, owned by whoever asks.",
    access: "user",
    body: z.strictObject({ name }),
    replies: { 200: { description: "The workspace.", schema: workspaceSummary }, 409: failed("They own too many already.") },
  }),
  renameWorkspace: defineOperation({
    id: "renameWorkspace",
    method: "PATCH",
    path: "/api/workspaces/current",
    summary: "Rename the workspace.",
    access: "manage",
    body: z.strictObject({ name }),
    replies: { 200: { description: "Renamed.", schema: z.object({ id: z.string(), name: z.string() }) } },
  }),
  deleteWorkspace: defineOperation({
    id: "deleteWorkspace",
    method: "DELETE",
    path: "/api/workspaces/current",
    summary: "Delete the workspace with everything in it, for good.",
    access: "manage",
    query: z.object({ name: z.string().max(80).meta({ description: "Its name, typed by whoever deletes it." }) }),
    replies: {
      200: { description: "Gone.", schema: z.object({ id: z.string(), deleted: z.literal(true) }) },
      409: failed("The name is another, a run is still going, or it is the server's default workspace."),
    },
  }),
  listMembers: defineOperation({
    id: "listMembers",
    method: "GET",
    path: "/api/members",
    summary: "Who is in the workspace, owners first.",
    access: "read",
    replies: { 200: { description: "The members.", schema: z.object({ members: z.array(member) }) } },
  }),
  changeMember: defineOperation({
    id: "changeMember",
    method: "PATCH",
    path: "/api/members/{user}",
    summary: "Give a member another role. A workspace always has an owner.",
    access: "manage",
    params: z.object({ user }),
    body: z.strictObject({ role }),
    replies: {
      200: { description: "The member.", schema: member },
      404: failed("Nobody of that id is in the workspace."),
      409: failed("They are the only owner."),
    },
  }),
  removeMember: defineOperation({
    id: "removeMember",
    method: "DELETE",
    path: "/api/members/{user}",
    summary: "Remove a member, which owners may, or leave, which anybody may.",
    access: "read",
    params: z.object({ user }),
    replies: {
      200: { description: "They are out.", schema: z.object({ user: z.string(), removed: z.literal(true) }) },
      403: failed("Only owners remove others."),
      404: failed("Nobody of that id is in the workspace."),
      409: failed("They are the only owner."),
    },
  }),
  listInvitations: defineOperation({
    id: "listInvitations",
    method: "GET",
    path: "/api/invitations",
    summary: "Invitations that nobody has accepted yet, newest first.",
    access: "manage",
    replies: { 200: { description: "The invitations.", schema: z.object({ invitations: z.array(invitation) }) } },
  }),
  createInvitation: defineOperation({
    id: "createInvitation",
    method: "POST",
    path: "/api/invitations",
    summary: "Invite somebody by mail; without a mailer, the answer has the link to pass on. It works once, for seven days.",
    access: "manage",
    body: z.strictObject({ email: z.email().max(254), role }),
    replies: { 200: { description: "The invitation.", schema: newInvitation }, 409: failed("They are a member already.") },
  }),
  revokeInvitation: defineOperation({
    id: "revokeInvitation",
    method: "DELETE",
    path: "/api/invitations/{id}",
    summary: "Take an invitation back.",
    access: "manage",
    params: z.object({ id: z.string().regex(/^inv_[A-Za-z0-9_-]{1,60}$/, "is not an invitation's id.") }),
    replies: {
      200: { description: "It works no more.", schema: z.object({ id: z.string(), revoked: z.literal(true) }) },
      404: failed("No such invitation, or one that was accepted."),
    },
  }),
  acceptInvitation: defineOperation({
    id: "acceptInvitation",
    method: "POST",
    path: "/api/invitations/accept",
    summary: "Join the workspace of an invitation: the link is the proof.",
    access: "user",
    body: z.strictObject({ token: z.string().regex(/^[A-Za-z0-9_-]{20,64}$/, "is not an invitation.") }),
    replies: {
      200: { description: "The workspace.", schema: workspaceSummary },
      403: failed("An account is needed: sign up first."),
      404: failed("No such invitation, or one that was used, taken back or is too old."),
    },
  }),
  listAudit: defineOperation({
    id: "listAudit",
    method: "GET",
    path: "/api/audit",
    summary: "What was changed in members, keys, connections and published versions, newest first.",
    access: "manage",
    query: z.object({
      limit: z.coerce.number().pipe(z.int().min(1).max(200)).default(50),
      cursor: z
        .string()
        .regex(/^[0-9]{1,19}$/, "is not a cursor of ours.")
        .optional(),
    }),
    replies: { 200: { description: "One page.", schema: auditPage } },
  }),
  enter: defineOperation({
    id: "enter",
    method: "GET",
    path: "/api/enter",
    summary:
      "A browser's first visit: signs a stranger in anonymously where that is allowed, and leads on to the editor or to the sign-in page.",
    access: "anyone",
    query: z.object({
      token: z
        .string()
        .regex(/^[A-Za-z0-9_-]{43}$/, "is not a link of `weft open`.")
        .optional()
        .meta({ description: "From `weft open`: makes the browser an owner of the default workspace, once." }),
    }),
    replies: {
      303: { description: "On to `/` or `/sign-in`.", contentType: "text/plain" },
      404: failed("The link was used already, or is older than ten minutes."),
    },
  }),
} as const;
