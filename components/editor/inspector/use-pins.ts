"use client";
import { useMutation } from "@tanstack/react-query";
import { useAtom } from "jotai";
import { useMemo } from "react";
import type { Json } from "../../../codegen/schema/json.ts";
import { api } from "../../api/client.ts";
import { useOpenDocument } from "../document-context.tsx";
import { pinChangesAtom } from "./inspector-state.ts";

/** Outputs that test runs take for a node's own, and the way to pin and release them. */
export function usePins() {
  const { details, workspace } = useOpenDocument();
  const [changes, setChanges] = useAtom(pinChangesAtom);
  const pins = useMemo(
    () => Object.fromEntries(Object.entries({ ...details.pins, ...changes }).filter(([, output]) => output !== undefined)),
    [details.pins, changes],
  );
  const pin = useMutation({
    mutationFn: ({ node, output }: { readonly node: string; readonly output: Json }) =>
      api("PUT /api/documents/{id}/pins/{node}", { workspace, params: { id: details.id, node }, body: { output } }),
    onSuccess: (_answer, { node, output }) => setChanges((known) => ({ ...known, [node]: output })),
  });
  const unpin = useMutation({
    mutationFn: (node: string) => api("DELETE /api/documents/{id}/pins/{node}", { workspace, params: { id: details.id, node } }),
    onSuccess: (_answer, node) => setChanges((known) => ({ ...known, [node]: undefined })),
  });
  return { pins, pin, unpin };
}
