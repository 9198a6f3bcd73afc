"use client";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { KeyRound } from "lucide-react";
import { auth } from "../auth/auth-client.ts";
import { settle } from "../auth/settle.ts";
import { settingsText } from "../text/settings.ts";
import { Button } from "../ui/button.tsx";
import { Problem } from "../ui/problem.tsx";
import { RelativeTime } from "../ui/relative-time.tsx";
import { toast } from "../ui/toast.ts";
import { Part } from "./parts.tsx";

const { passkeys: text } = settingsText.security;

export function PasskeysPart() {
  const client = useQueryClient();
  const refresh = (): Promise<void> => client.invalidateQueries({ queryKey: ["passkeys"] });
  const passkeys = useQuery({
    queryKey: ["passkeys"],
    queryFn: () => settle(auth.$fetch<{ id: string; name?: string; createdAt: string }[]>("/passkey/list-user-passkeys")),
  });
  const add = useMutation({
    mutationFn: () => settle(auth.passkey.addPasskey({})),
    onSuccess: () => {
      toast(text.added);
      return refresh();
    },
  });
  const remove = useMutation({ mutationFn: (id: string) => settle(auth.passkey.deletePasskey({ id })), onSuccess: refresh });
  const error = passkeys.error ?? add.error ?? remove.error;
  return (
    <Part
      title={text.title}
      about={text.text}
      aside={
        <Button disabled={add.isPending} onClick={() => add.mutate()}>
          {text.add}
        </Button>
      }
    >
      {error ? <Problem error={error} /> : null}
      {passkeys.data?.length === 0 ? <p className="text-sm text-muted">{text.none}</p> : null}
      <ul className="divide-y divide-line">
        {passkeys.data?.map(({ id, name, createdAt }) => (
          <li key={id} className="flex items-center gap-3 py-2 text-sm">
            <KeyRound aria-hidden className="size-4 text-muted" />
            <span className="flex-1">
              {name ?? text.unnamed}{" "}
              <span className="text-muted">
                <RelativeTime at={createdAt} />
              </span>
            </span>
            <Button size="sm" disabled={remove.isPending} onClick={() => remove.mutate(id)}>
              {text.remove}
            </Button>
          </li>
        ))}
      </ul>
    </Part>
  );
}
