"use client";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { auth } from "../auth/auth-client.ts";
import { NewPasswordField, PasswordField } from "../auth/credential-fields.tsx";
import { settle } from "../auth/settle.ts";
import { settingsText } from "../text/settings.ts";
import { Button } from "../ui/button.tsx";
import { Problem } from "../ui/problem.tsx";
import { toast } from "../ui/toast.ts";
import { Part } from "./parts.tsx";

const { password: text } = settingsText.security;

export function PasswordPart() {
  const [current, setCurrent] = useState("");
  const [next, setNext] = useState("");
  const client = useQueryClient();
  const change = useMutation({
    mutationFn: () => settle(auth.changePassword({ currentPassword: current, newPassword: next, revokeOtherSessions: true })),
    onSuccess: () => {
      setCurrent("");
      setNext("");
      toast(text.done);
      return client.invalidateQueries({ queryKey: ["sessions"] });
    },
  });
  return (
    <Part title={text.title} about={text.text}>
      <form
        className="flex max-w-sm flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          change.mutate();
        }}
      >
        <PasswordField label={text.current} value={current} onChange={setCurrent} />
        <NewPasswordField label={text.next} value={next} onChange={setNext} />
        {change.error ? <Problem error={change.error} /> : null}
        <Button type="submit" className="self-start" disabled={change.isPending}>
          {text.submit}
        </Button>
      </form>
    </Part>
  );
}
