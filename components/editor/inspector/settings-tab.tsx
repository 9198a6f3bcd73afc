"use client";
import type { UseQueryResult } from "@tanstack/react-query";
import { useAtomValue } from "jotai";
import { useId } from "react";
import type { FormSchema } from "./form/form-description.ts";
import { configOf } from "../../../codegen/schema/node-facts.ts";
import { builtInKinds } from "../../../codegen/schema/kind-facts.ts";
import { connectionsText } from "../../text/connections.ts";
import { inspectorText as text } from "../../text/inspector.ts";
import { ConnectionPicker } from "../../connections/connection-picker.tsx";
import { Button } from "../../ui/button.tsx";
import { Problem } from "../../ui/problem.tsx";
import { Spinner } from "../../ui/spinner.tsx";
import { isApiError } from "../../api/api-error.ts";
import { useOpenDocument } from "../document-context.tsx";
import { diagnosticsAtom } from "../screen.ts";
import { FieldFrame } from "./form/field-frame.tsx";
import { FormFields } from "./form/form-fields.tsx";
import { ControlForm } from "./kinds/control-form.tsx";
import { useNodeForm } from "./node-form.tsx";
import { OutputSection } from "./output-section.tsx";
import { PolicySection } from "./policy-section.tsx";
import { TriggerForm } from "./trigger/trigger-form.tsx";
import type { ActionForm } from "./use-action.ts";
import { Note, Words } from "./value/field-notes.tsx";

/** Outputs of built-in kinds that only their user can know. */
const unknownOutput: FormSchema = { typeParameter: true };
const describes: ReadonlySet<string> = new Set(["code", "control.waitForEvent"]);

/** Everything that can be set on a node. `action` is the form of an action, on its way or there. */
export function SettingsTab({ action }: { readonly action: UseQueryResult<ActionForm> | undefined }) {
  const { node } = useNodeForm();
  const takesPolicy = action !== undefined || (builtInKinds.get(node.kind)?.takesPolicy ?? false);
  return (
    <>
      <div className="flex flex-col gap-4 p-4">
        <NodeProblems fields={action?.data?.fields.map(({ name }) => name)} />
        {action ? (
          <ActionFields action={action} />
        ) : node.kind === "trigger" ? (
          <TriggerForm />
        ) : builtInKinds.has(node.kind) ? (
          <ControlForm />
        ) : (
          <UnknownKind />
        )}
      </div>
      {takesPolicy ? <PolicySection /> : null}
      <OutputSection output={describes.has(node.kind) ? unknownOutput : action?.data?.output} />
    </>
  );
}

function ActionFields({ action }: { readonly action: UseQueryResult<ActionForm> }) {
  const { node, patch, readOnly } = useNodeForm();
  const { workspace } = useOpenDocument();
  const id = useId();
  if (isApiError(action.error) && action.error.status === 404) return <UnknownKind />;
  if (action.error) return <Problem error={action.error} onRetry={() => void action.refetch()} />;
  if (!action.data) return <Spinner label={text.fields.loadingForm} />;
  const { fields, credential, service, serviceLabel } = action.data;
  return (
    <>
      {credential === "none" ? null : (
        <FieldFrame
          id={id}
          label={connectionsText.title}
          name="connection"
          help={credential === "possible" ? connectionsText.optional : undefined}
        >
          <ConnectionPicker
            id={id}
            workspace={workspace}
            service={service}
            serviceLabel={serviceLabel}
            value={node.connection}
            isNeeded={credential === "needed"}
            readOnly={readOnly}
            onChange={(alias) => patch({ connection: alias }, text.edits.connection)}
          />
        </FieldFrame>
      )}
      {fields.length === 0 ? <p className="text-xs text-muted">{text.fields.noFields}</p> : null}
      <FormFields key={node.kind} fields={fields} values={configOf(node)} path={[]} />
    </>
  );
}

function UnknownKind() {
  const { node } = useNodeForm();
  return (
    <div className="rounded-md bg-warn-soft px-3 py-2 text-sm">
      <p>{text.fields.unknownKind(node.kind)}</p>
      <p className="text-muted">{text.fields.unknownKindHelp}</p>
    </div>
  );
}

/** What is wrong with the node and belongs to no field that is shown: also settings that the action does not know. */
function NodeProblems({ fields }: { readonly fields: readonly string[] | undefined }) {
  const { node, change, readOnly } = useNodeForm();
  const diagnostics = useAtomValue(diagnosticsAtom);
  const found = diagnostics.filter(({ location }) => {
    if (location.node !== node.id) return false;
    const [first] = location.path ?? [];
    return first === undefined || (fields !== undefined && typeof first === "string" && !fields.includes(first));
  });
  if (found.length === 0) return null;
  return (
    <ul className="flex flex-col gap-1.5">
      {found.map(({ severity, message, hint, location }) => {
        const unknown = location.path?.[0];
        return (
          <li key={message}>
            <Note severity={severity}>
              <Words>{message}</Words>{" "}
              <span className="text-muted">
                <Words>{hint}</Words>
              </span>
              {typeof unknown === "string" && !readOnly && Object.hasOwn(configOf(node), unknown) ? (
                <Button look="link" size="sm" className="ml-1.5" onClick={() => change([unknown], undefined, unknown)}>
                  {text.fields.remove(unknown)}
                </Button>
              ) : null}
            </Note>
          </li>
        );
      })}
    </ul>
  );
}
