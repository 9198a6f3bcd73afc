import { z } from "zod";

const instant = z.iso.datetime({ offset: true });

/** `owner`: everything. `editor`: change and run workflows. `viewer`: look. */
export const role = z.enum(["owner", "editor", "viewer"]).meta({ id: "Role" });

/** A person as others in a workspace see them. */
const person = z.object({ id: z.string(), name: z.string(), email: z.string(), image: z.string().nullable() });

export const workspaceSummary = z.object({ id: z.string(), name: z.string(), role }).meta({ id: "WorkspaceSummary" });

export const me = z
  .object({
    user: person.extend({
      emailVerified: z.boolean(),
      isAnonymous: z.boolean().meta({ description: "Has no account yet: what they made is kept when they sign up." }),
      twoFactorEnabled: z.boolean(),
    }),
    workspaces: z.array(workspaceSummary).meta({ description: "By name." }),
    features: z
      .object({ github: z.boolean(), google: z.boolean(), mail: z.boolean(), anonymous: z.boolean() })
      .meta({ description: "What this server has been given: ways to sign in, and whether it can send mail." }),
  })
  .meta({ id: "Me" });

export const member = z
  .object({ user: person.extend({ isAnonymous: z.boolean() }), role, joinedAt: instant, isYou: z.boolean() })
  .meta({ id: "Member" });

export const invitation = z
  .object({
    id: z.string(),
    email: z.string(),
    role,
    invitedBy: z.string().nullable().meta({ description: "A name; null for a key." }),
    createdAt: instant,
    expiresAt: instant,
  })
  .meta({ id: "Invitation" });

export const newInvitation = invitation
  .extend({
    mailed: z.boolean(),
    url: z.string().nullable().meta({ description: "Shown this once, to be passed on; null when it was mailed." }),
  })
  .meta({ id: "NewInvitation" });

export const auditEntry = z
  .object({
    id: z.string(),
    at: instant,
    by: z
      .object({ kind: z.enum(["user", "key", "command"]), id: z.string().nullable(), name: z.string() })
      .meta({ description: "`command`: somebody at the server's command line, or the server itself." }),
    action: z.string().meta({ description: "For example `member.invited`, `key.created`, `connection.changed`, `version.published`." }),
    target: z.string().meta({ description: "What it was done to, by the name people know." }),
    details: z.record(z.string(), z.unknown()).meta({ description: "Never a secret." }),
  })
  .meta({ id: "AuditEntry" });

export const auditPage = z.object({ entries: z.array(auditEntry), cursor: z.string().nullable() }).meta({ id: "AuditPage" });

export type Role = z.infer<typeof role>;
export type Me = z.infer<typeof me>;
export type WorkspaceSummary = z.infer<typeof workspaceSummary>;
export type Member = z.infer<typeof member>;
export type Invitation = z.infer<typeof invitation>;
export type NewInvitation = z.infer<typeof newInvitation>;
export type AuditEntry = z.infer<typeof auditEntry>;
export type AuditPage = z.infer<typeof auditPage>;
