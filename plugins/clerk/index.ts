import { definePlugin } from "../kit/define-plugin.ts";
import { addMember } from "./actions/add-member.ts";
import { banUser } from "./actions/ban-user.ts";
import { createInvitation } from "./actions/create-invitation.ts";
import { createOrganization } from "./actions/create-organization.ts";
import { createUser } from "./actions/create-user.ts";
import { deleteOrganization } from "./actions/delete-organization.ts";
import { deleteUser } from "./actions/delete-user.ts";
import { getOrganization } from "./actions/get-organization.ts";
import { getUser } from "./actions/get-user.ts";
import { inviteMember } from "./actions/invite-member.ts";
import { listInvitations } from "./actions/list-invitations.ts";
import { listMembers } from "./actions/list-members.ts";
import { listOrganizations } from "./actions/list-organizations.ts";
import { listSessions } from "./actions/list-sessions.ts";
import { listUsers } from "./actions/list-users.ts";
import { lockUser } from "./actions/lock-user.ts";
import { removeMember } from "./actions/remove-member.ts";
import { revokeInvitation } from "./actions/revoke-invitation.ts";
import { revokeSession } from "./actions/revoke-session.ts";
import { unbanUser } from "./actions/unban-user.ts";
import { unlockUser } from "./actions/unlock-user.ts";
import { updateMember } from "./actions/update-member.ts";
import { updateOrganization } from "./actions/update-organization.ts";
import { updateUser } from "./actions/update-user.ts";
import { updateUserMetadata } from "./actions/update-user-metadata.ts";
import { clerkCredential } from "./credential.ts";

export const plugin = definePlugin({
  name: "clerk",
  label: "Clerk",
  description: "Users, invitations, organizations and sessions.",
  docs: "https://clerk.com/docs/reference/backend-api",
  credential: clerkCredential,
  actions: [
    createUser,
    getUser,
    updateUser,
    updateUserMetadata,
    listUsers,
    deleteUser,
    banUser,
    unbanUser,
    lockUser,
    unlockUser,
    createInvitation,
    listInvitations,
    revokeInvitation,
    createOrganization,
    getOrganization,
    updateOrganization,
    listOrganizations,
    deleteOrganization,
    addMember,
    updateMember,
    removeMember,
    listMembers,
    inviteMember,
    listSessions,
    revokeSession,
  ],
});
