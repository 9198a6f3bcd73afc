"use client";
import { useQuery } from "@tanstack/react-query";
import { useAtomValue } from "jotai";
import { createContext, useContext, useMemo } from "react";
import type { ReactNode } from "react";
import { invariant } from "../../../../codegen/invariant.ts";
import { variablesQuery } from "../../../api/workspace-lists.ts";
import { useOpenDocument } from "../../document-context.tsx";
import { useEditorState } from "../../editor-context.tsx";
import { samplesAtom } from "../../screen.ts";
import { useNodeForm } from "../node-form.tsx";
import { usePins } from "../use-pins.ts";
import type { Values } from "./evaluate.ts";
import { sampleValues } from "./sample-values.ts";

/** What a node's fields are written with: the last run's data and the workspace's variables. */
export interface FieldData {
  /** Outputs by node, pinned ones first. */
  readonly samples: Readonly<Record<string, unknown>>;
  readonly variables: ReadonlyMap<string, "plain" | "secret">;
  /** For previews. */
  readonly values: Values;
}

const Context = createContext<FieldData | undefined>(undefined);

/** The data that fields are written with; throws outside of a `FieldDataProvider`. */
export function useFieldData(): FieldData {
  const data = useContext(Context);
  invariant(data, "useFieldData is called inside a FieldDataProvider");
  return data;
}

/** Reads once what all fields of a node need. */
export function FieldDataProvider({ children }: { readonly children: ReactNode }) {
  const { node } = useNodeForm();
  const { canEdit, workspace } = useOpenDocument();
  const graph = useEditorState((state) => state.graph);
  const ran = useAtomValue(samplesAtom);
  const { pins } = usePins();
  const { data: listed } = useQuery({ ...variablesQuery(workspace), enabled: canEdit });
  const samples = useMemo(() => ({ ...ran, ...pins }), [ran, pins]);
  const data = useMemo((): FieldData => {
    const all = listed ?? [];
    const plain = Object.fromEntries(all.flatMap(({ name, value }) => (value === null ? [] : [[name, value]])));
    return {
      samples,
      variables: new Map(all.map(({ name, secret }) => [name, secret ? "secret" : "plain"])),
      values: sampleValues(graph, node, samples, plain),
    };
  }, [listed, samples, graph, node]);
  return <Context value={data}>{children}</Context>;
}
