"use client";
import { useQuery } from "@tanstack/react-query";
import { isCodeInputName, isVariableName } from "../../../../codegen/schema/identifiers.ts";
import { configOf } from "../../../../codegen/schema/node-facts.ts";
import { inspectorText as text } from "../../../text/inspector.ts";
import { Combobox } from "../../../ui/combobox.tsx";
import { Segmented } from "../../../ui/segmented.tsx";
import { documentsQuery } from "../../../api/workspace-lists.ts";
import { useOpenDocument } from "../../document-context.tsx";
import { useEditorState } from "../../editor-context.tsx";
import { renameVariable } from "../../model/commands/rename-variable.ts";
import { takenNames } from "../../model/fresh-id.ts";
import { FieldFrame } from "../form/field-frame.tsx";
import { FieldView } from "../form/field-view.tsx";
import { FormFields } from "../form/form-fields.tsx";
import { RecordControl } from "../form/record-control.tsx";
import { useNodeForm } from "../node-form.tsx";
import { CodeSource } from "./code-source.tsx";
import { anyRecord, callInput, controlForms, returnFields, sleepFields } from "./control-forms.ts";
import { PlainField } from "./plain-field.tsx";
import { SwitchForm } from "./switch-form.tsx";

/** The settings of a built-in kind other than the trigger. */
export function ControlForm() {
  const { node } = useNodeForm();
  const config = configOf(node);
  switch (node.kind) {
    case "control.switch":
      return <SwitchForm />;
    case "control.sleep":
      return <SleepForm />;
    case "control.call":
      return <CallForm />;
    case "control.set":
      return <NamedValues name="fields" label={text.control.fields} help={text.control.fieldsHelp} addLabel={text.control.addField} />;
    case "control.return":
      return <ReturnForm />;
    case "code":
      return (
        <>
          <NamedValues name="inputs" label={text.control.inputs} help={text.control.inputsHelp} addLabel={text.control.addInput} isCode />
          <CodeSource />
        </>
      );
    case "note":
      return <NoteForm />;
    case "control.forEach":
      return (
        <>
          <LoopVariable />
          <FormFields fields={controlForms.get(node.kind) ?? []} values={config} path={[]} />
        </>
      );
    default:
      return <FormFields fields={controlForms.get(node.kind) ?? []} values={config} path={[]} />;
  }
}

function LoopVariable() {
  const { node, edit } = useNodeForm();
  const graph = useEditorState((state) => state.graph);
  const name = configOf(node)["as"];
  const current = typeof name === "string" ? name : "";
  return (
    <PlainField
      label={text.control.as}
      name="as"
      help={text.control.asHelp}
      value={current}
      mono
      problemOf={(next) => {
        if (!isVariableName(next)) return text.problems.name;
        return next !== current && takenNames(graph).has(next) ? text.problems.taken(next) : undefined;
      }}
      onChange={(next) => edit(text.edits.rename(current, next), (now) => renameVariable(now, node.id, next), "as")}
    />
  );
}

function SleepForm() {
  const { node, readOnly, change } = useNodeForm();
  const config = configOf(node);
  const mode = config["until"] === undefined ? "for" : "until";
  const field = sleepFields[mode];
  return (
    <>
      <div className="self-start">
        <Segmented
          label={text.control.sleepMode}
          value={mode}
          onChange={(next) => {
            if (readOnly || next === mode) return;
            change([], { [next]: next === "for" ? "10m" : "" }, text.control.sleepMode.toLowerCase());
          }}
          options={[
            { value: "for", label: text.control.sleepFor },
            { value: "until", label: text.control.sleepUntil },
          ]}
        />
      </div>
      <FieldView field={field} value={config[mode]} path={[mode]} hidesOptional />
    </>
  );
}

function CallForm() {
  const { node, change, readOnly } = useNodeForm();
  const { workspace, details } = useOpenDocument();
  const { data = [] } = useQuery(documentsQuery(workspace));
  const config = configOf(node);
  const chosen = typeof config["workflow"] === "string" ? config["workflow"] : undefined;
  const others = data.filter((other) => other.live !== null && other.id !== details.id);
  return (
    <>
      <FieldFrame id="call-workflow" label={text.control.workflow} name="workflow" help={text.control.workflowHelp}>
        <Combobox
          id="call-workflow"
          aria-label={text.control.workflow}
          value={chosen}
          placeholder={text.control.chooseWorkflow}
          empty={text.control.noWorkflows}
          options={others.map(({ name, title }) => ({ value: name, label: title === "" ? name : title, keywords: [name] }))}
          onChange={(name) => !readOnly && change(["workflow"], name, text.control.workflow.toLowerCase())}
        />
      </FieldFrame>
      <FieldView field={callInput} value={config["input"]} path={["input"]} hidesOptional />
    </>
  );
}

function ReturnForm() {
  const { node } = useNodeForm();
  const config = configOf(node);
  const isHttp = useEditorState(({ graph }) => graph.nodes.some((other) => other.kind === "trigger" && other.config?.["on"] === "http"));
  const { value, status, headers } = returnFields;
  return (
    <>
      <FieldView field={value} value={config["value"]} path={["value"]} hidesOptional />
      {isHttp || config["status"] !== undefined ? <FieldView field={status} value={config["status"]} path={["status"]} /> : null}
      {isHttp || config["headers"] !== undefined ? <FieldView field={headers} value={config["headers"]} path={["headers"]} /> : null}
    </>
  );
}

function NoteForm() {
  const { node, change } = useNodeForm();
  const written = configOf(node)["text"];
  return (
    <PlainField
      label={text.control.note}
      name="text"
      help={text.control.noteHelp}
      value={typeof written === "string" ? written : ""}
      multiline
      onChange={(next) => change(["text"], next, text.control.note.toLowerCase())}
    />
  );
}

function NamedValues({
  name,
  label,
  help,
  addLabel,
  isCode = false,
}: {
  readonly name: "fields" | "inputs";
  readonly label: string;
  readonly help: string;
  readonly addLabel: string;
  /** Names become parameters of a function. */
  readonly isCode?: boolean;
}) {
  const { node, change } = useNodeForm();
  return (
    <FieldFrame id={`named-${name}`} label={label} name={name} help={help}>
      <RecordControl
        shape={anyRecord}
        value={configOf(node)[name]}
        onChange={(next) => change([name], next ?? (name === "fields" ? {} : undefined), label.toLowerCase())}
        path={[name]}
        label={label}
        addLabel={addLabel}
        {...(isCode ? { nameProblem: (input: string) => (isCodeInputName(input) ? undefined : text.problems.name) } : {})}
      />
    </FieldFrame>
  );
}
