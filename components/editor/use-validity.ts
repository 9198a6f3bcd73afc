"use client";
import { useQuery } from "@tanstack/react-query";
import { useSetAtom } from "jotai";
import { useEffect, useState } from "react";
import type { Diagnostic } from "../../codegen/diagnostics/diagnostic.ts";
import type { Graph } from "../../codegen/schema/graph.ts";
import { isApiError } from "../api/api-error.ts";
import { api } from "../api/client.ts";
import { connectionsQuery, documentsQuery, variablesQuery } from "../api/workspace-lists.ts";
import { useCompiler } from "./compiler/use-compiler.ts";
import type { Editor } from "./model/editor.ts";
import type { Validity } from "./model/validity/create-validity.ts";
import { diagnosticsAtom } from "./screen.ts";

/** The compiler is not loaded for types before the page has been at rest this long, in milliseconds: it costs the first load nothing. */
const TYPES_AFTER_MS = 2_000;

/** Keeps `diagnosticsAtom` true of the editor's graph: the fast rules at once, types when the compiler has answered. */
export function useValidity(editor: Editor, workspace: string, canEdit: boolean): void {
  const publish = useSetAtom(diagnosticsAtom);
  const compiler = useCompiler();
  const [validity, setValidity] = useState<Validity>();
  const connections = useQuery({ ...connectionsQuery(workspace), enabled: canEdit }).data;
  const variables = useQuery({ ...variablesQuery(workspace), enabled: canEdit }).data;
  const documents = useQuery({ ...documentsQuery(workspace), enabled: canEdit }).data;

  useEffect(() => {
    const rested = new Promise((resolve) => setTimeout(resolve, TYPES_AFTER_MS));
    const checkTypes = async (graph: Graph): Promise<readonly Diagnostic[]> => {
      await rested;
      return compiler.checkTypes(graph);
    };
    let made: Validity | undefined;
    let isGone = false;
    // The rules and the schemas they read are not needed to show the canvas.
    void import("./model/validity/start-validity.ts").then(({ startValidity }) => {
      if (isGone) return;
      made = startValidity(editor, (kind) => showAction(kind, workspace), publish, checkTypes);
      setValidity(made);
    });
    return () => {
      isGone = true;
      made?.dispose();
    };
  }, [compiler, editor, publish, workspace]);

  useEffect(() => {
    if (!connections || !variables || !documents) return;
    validity?.setCheckOptions({
      connections: new Set(connections.map(({ alias }) => alias)),
      variables: new Map(variables.map(({ name, secret }) => [name, secret ? "secret" : "plain"])),
      workflows: new Set(documents.flatMap(({ name, live }) => (live ? [name] : []))),
    });
  }, [connections, documents, validity, variables]);
}

async function showAction(kind: string, workspace: string) {
  try {
    return await api("GET /api/actions/{kind}", { params: { kind }, workspace });
  } catch (error) {
    if (isApiError(error) && error.status === 404) return undefined;
    throw error;
  }
}
