"use client";
import { useAtom, useSetAtom } from "jotai";
import { useEffect, useState } from "react";
import type { GraphNode } from "../../../codegen/schema/graph.ts";
import { inspectorText as text } from "../../text/inspector.ts";
import { Tabs } from "../../ui/tabs.tsx";
import { whenIdle } from "../../ui/when-idle.ts";
import { focusRequestAtom } from "../screen.ts";
import { activeFieldAtom } from "./inspector-state.ts";
import { FormFields } from "./form/form-fields.tsx";
import { NestedControls } from "./form/nested.tsx";
import { InputsPane } from "./inputs/inputs-pane.tsx";
import { NodeHeader } from "./node-header.tsx";
import { NodeFormProvider } from "./node-form.tsx";
import { SettingsTab } from "./settings-tab.tsx";
import { TestTab } from "./test/test-tab.tsx";
import { isAction, useAction } from "./use-action.ts";
import { FieldDataProvider } from "./value/field-data.tsx";
import { ScopeProvider } from "./value/scope.tsx";
import { loadTemplateEditor } from "./value/value-field.tsx";
import { ValueControl } from "./form/value-control.tsx";

const nested = { Control: ValueControl, Fields: FormFields };
/** The field whose scope stands for all fields of a kind. */
const firstFields: Readonly<Record<string, string>> = {
  "control.if": "when",
  "control.forEach": "items",
  "control.repeat": "until",
  "control.approval": "message",
  "control.call": "input",
  "control.set": "fields",
  "control.return": "value",
  "control.fail": "message",
  "control.sleep": "for",
  code: "inputs",
};

/** One node: which it is, its settings, what it gives, and what it may read. */
export function NodePanel({ node }: { readonly node: GraphNode }) {
  const [tab, setTab] = useState("settings");
  const [request, setRequest] = useAtom(focusRequestAtom);
  const setActiveField = useSetAtom(activeFieldAtom);
  // A problem leads to its field, whatever is shown.
  const shownTab = request?.node === node.id && request.path !== undefined ? "settings" : tab;
  const action = useAction(node.kind);
  const first = firstFields[node.kind] ?? action.data?.fields[0]?.name;
  const readsInputs =
    node.kind !== "trigger" && node.kind !== "note" && node.kind !== "control.switch"
      ? first !== undefined
      : node.kind === "control.switch";

  useEffect(() => whenIdle(() => void loadTemplateEditor()), []);
  useEffect(() => () => setActiveField(undefined), [setActiveField]);
  useEffect(() => {
    if (request?.node !== node.id || request.path === undefined) return;
    const path = request.path;
    // The field may be behind a line that opens with the same request.
    const timer = setTimeout(() => {
      focusField(path);
      setTab("settings");
      setRequest(undefined);
    }, 60);
    return () => clearTimeout(timer);
  }, [request, node.id, setRequest]);

  return (
    <NestedControls value={nested}>
      <NodeFormProvider node={node}>
        <FieldDataProvider>
          <ScopeProvider path={node.kind === "control.switch" ? SWITCH : [first ?? ""]}>
            <div className="@container flex h-full min-h-0 flex-col">
              <NodeHeader docs={action.data?.docs} onRun={() => setTab("test")} />
              <div className="flex min-h-0 flex-1 flex-col-reverse @2xl:flex-row">
                {readsInputs && shownTab === "settings" ? <InputsPane /> : null}
                <Tabs
                  label={text.tabs.label}
                  value={shownTab}
                  onChange={setTab}
                  className="min-w-0 flex-1"
                  tabs={[
                    {
                      id: "settings",
                      label: text.tabs.settings,
                      content: <SettingsTab action={isAction(node.kind) ? action : undefined} />,
                    },
                    ...(node.kind === "note" ? [] : [{ id: "test", label: text.tabs.test, content: <TestTab /> }]),
                  ]}
                />
              </div>
            </div>
          </ScopeProvider>
        </FieldDataProvider>
      </NodeFormProvider>
    </NestedControls>
  );
}

const SWITCH = ["cases", 0, "when"] as const;

/** Puts the keyboard into the field of a path, or into the nearest one around it. */
function focusField(path: readonly (string | number)[]): void {
  const around = path.map((_step, index) => path.slice(0, path.length - index));
  const found = around
    .map((at) => document.querySelector(`[data-path="${CSS.escape(JSON.stringify(at))}"]`))
    .find((element) => element !== null);
  const field = found ?? document.querySelector(`[data-field="${CSS.escape(String(path[0]))}"]`);
  field?.scrollIntoView({ block: "nearest" });
  field?.querySelector<HTMLElement>("[role='textbox'], input, textarea, [role='combobox'], [role='switch']")?.focus();
}
