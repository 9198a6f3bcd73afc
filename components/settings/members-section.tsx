"use client";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { UserPlus } from "lucide-react";
import { useState } from "react";
import type { Member, Role } from "../../lib/api/workspace-schemas.ts";
import { api } from "../api/client.ts";
import { sayWhy } from "../api/say-why.ts";
import { useSession } from "../shell/session-context.tsx";
import { settingsText } from "../text/settings.ts";
import { Badge } from "../ui/badge.tsx";
import { Button } from "../ui/button.tsx";
import { Problem } from "../ui/problem.tsx";
import { RelativeTime } from "../ui/relative-time.tsx";
import { Select } from "../ui/select.tsx";
import { InviteDialog } from "./invite-dialog.tsx";
import { ROLE_OPTIONS } from "./role-options.ts";
import { Lead, Part, tableStyle } from "./parts.tsx";

const { members: text } = settingsText;

export function MembersSection() {
  const { workspace } = useSession();
  const isOwner = workspace.role === "owner";
  const [invites, setInvites] = useState(false);
  const members = useQuery({ queryKey: ["members", workspace.id], queryFn: ({ signal }) => api("GET /api/members", { signal }) });
  return (
    <>
      <Lead
        action={
          isOwner ? (
            <Button look="solid" onClick={() => setInvites(true)}>
              <UserPlus aria-hidden />
              {text.invite}
            </Button>
          ) : undefined
        }
      >
        {null}
      </Lead>
      {members.error ? <Problem error={members.error} onRetry={() => void members.refetch()} /> : null}
      {members.data ? <MemberTable members={members.data.members} isOwner={isOwner} /> : null}
      {isOwner ? <Invitations /> : null}
      <InviteDialog open={invites} onOpenChange={setInvites} />
    </>
  );
}

function MemberTable({ members, isOwner }: { readonly members: readonly Member[]; readonly isOwner: boolean }) {
  const { columns } = text;
  return (
    <table className={tableStyle}>
      <thead>
        <tr>
          <th scope="col">{columns.member}</th>
          <th scope="col" className="max-sm:hidden">
            {columns.joined}
          </th>
          <th scope="col" className="w-36">
            {columns.role}
          </th>
          <th scope="col" className="w-24">
            <span className="sr-only">{columns.actions}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {members.map((member) => (
          <MemberRow key={member.user.id} member={member} isOwner={isOwner} />
        ))}
      </tbody>
    </table>
  );
}

function MemberRow({ member, isOwner }: { readonly member: Member; readonly isOwner: boolean }) {
  const { user, role, joinedAt, isYou } = member;
  const { workspace } = useSession();
  const client = useQueryClient();
  const onSuccess = (): Promise<void> => client.invalidateQueries({ queryKey: ["members", workspace.id] });
  const params = { user: user.id };
  const change = useMutation({
    mutationFn: (next: Role) => api("PATCH /api/members/{user}", { params, body: { role: next } }),
    onSuccess,
    onError: sayWhy,
  });
  const remove = useMutation({ mutationFn: () => api("DELETE /api/members/{user}", { params }), onSuccess, onError: sayWhy });
  const name = user.isAnonymous ? text.guest : user.name || user.email;
  return (
    <tr>
      <td>
        <span className="font-medium">{name}</span> {isYou ? <Badge>{text.you}</Badge> : null}
        {user.isAnonymous ? null : <div className="text-xs text-muted">{user.email}</div>}
      </td>
      <td className="text-muted max-sm:hidden">
        <RelativeTime at={joinedAt} />
      </td>
      <td>
        {isOwner ? (
          <Select
            aria-label={text.role(name)}
            value={role}
            options={ROLE_OPTIONS}
            onChange={(value) => {
              const chosen = ROLE_OPTIONS.find((option) => option.value === value);
              if (chosen) change.mutate(chosen.value);
            }}
          />
        ) : (
          text.roles[role]
        )}
      </td>
      <td>
        {isOwner && !isYou ? (
          <Button size="sm" disabled={remove.isPending} onClick={() => remove.mutate()}>
            {text.remove}
          </Button>
        ) : null}
      </td>
    </tr>
  );
}

function Invitations() {
  const { workspace } = useSession();
  const client = useQueryClient();
  const queryKey = ["invitations", workspace.id];
  const invitations = useQuery({ queryKey, queryFn: ({ signal }) => api("GET /api/invitations", { signal }) });
  const revoke = useMutation({
    mutationFn: (id: string) => api("DELETE /api/invitations/{id}", { params: { id } }),
    onSuccess: () => client.invalidateQueries({ queryKey }),
  });
  const open = invitations.data?.invitations ?? [];
  if (open.length === 0) return null;
  return (
    <div className="mt-8">
      <Part title={text.pending}>
        <ul className="divide-y divide-line">
          {open.map(({ id, email, role, expiresAt }) => (
            <li key={id} className="flex items-center gap-3 py-2 text-sm">
              <span className="flex-1">
                {email} <span className="text-muted">{text.roles[role]}</span>
              </span>
              <span className="text-muted">
                <RelativeTime at={expiresAt} />
              </span>
              <Button size="sm" disabled={revoke.isPending} onClick={() => revoke.mutate(id)}>
                {text.revoke}
              </Button>
            </li>
          ))}
        </ul>
      </Part>
    </div>
  );
}
