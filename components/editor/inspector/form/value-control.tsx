"use client";
import { useAtomValue, useSetAtom } from "jotai";
import { Code } from "lucide-react";
import { useState } from "react";
import type { DragEvent } from "react";
import { inspectorText as text } from "../../../text/inspector.ts";
import { cn } from "../../../ui/cn.ts";
import { IconButton } from "../../../ui/icon-button.tsx";
import { diagnosticsAtom } from "../../screen.ts";
import { activeFieldAtom, EXPRESSION_TYPE } from "../inspector-state.ts";
import { useNodeForm } from "../node-form.tsx";
import { Note, Words } from "../value/field-notes.tsx";
import { problemsAt, textProblems } from "../value/field-problems.ts";
import { ValueField } from "../value/value-field.tsx";
import { ChoiceControl } from "./choice-control.tsx";
import { expressionToLiteral, literalToExpression } from "./empty-value.ts";
import { FlagControl } from "./flag-control.tsx";
import { JsonControl } from "./json-control.tsx";
import { ListControl } from "./list-control.tsx";
import { findLiteralProblem, holdsExpression } from "./literal-problem.ts";
import type { ControlProps } from "./nested.tsx";
import { NumberControl } from "./number-control.tsx";
import { ObjectControl } from "./object-control.tsx";
import { OptionsControl } from "./options-control.tsx";
import { RecordControl } from "./record-control.tsx";

/** The control for a value: the natural one of its shape, or the expression that stands in for it. */
export function ValueControl(
  props: ControlProps & {
    /** Whether it stands under a label, which has room for the switch to an expression. */ readonly isLabelled?: boolean;
  },
) {
  const { shape, value, onChange, path, label, id, placeholder = "", isLabelled = false } = props;
  const { node, readOnly } = useNodeForm();
  const [isForced, setForced] = useState(() => holdsExpression(value));
  // An expression that was begun here is gone on with at once.
  const [isBegun, setBegun] = useState(false);
  const [isOver, setIsOver] = useState(false);
  const setActiveField = useSetAtom(activeFieldAtom);
  const isText = shape.kind === "text" && !shape.live;
  if (isText) {
    return (
      <ValueField
        value={typeof value === "string" ? value : value === undefined ? "" : JSON.stringify(value)}
        onChange={(next) => onChange(next === "" && typeof path.at(-1) === "string" ? undefined : next)}
        path={path}
        label={label}
        multiline={shape.multiline || shape.code !== undefined}
        mono={shape.code !== undefined}
        placeholder={placeholder}
        literalProblem={findLiteralProblem(shape, value)}
        {...(id === undefined ? {} : { id })}
      />
    );
  }
  if (shape.kind === "expression") {
    return (
      <ValueField
        value={typeof value === "string" ? value : ""}
        onChange={onChange}
        path={path}
        label={label}
        mode="expression"
        placeholder={placeholder}
        {...(id === undefined ? {} : { id })}
      />
    );
  }
  // Free values hold expressions in the way they hold text.
  if (shape.kind === "json") return <JsonControl {...props} shape={shape} />;
  // Once it holds an expression it stays a text field while that is typed anew.
  if (!isForced && holdsExpression(value)) setForced(true);
  const isExpression = isForced && (value === undefined || typeof value === "string");
  const take = (expression: string): void => onChange(`{{ ${expression} }}`);
  const drop = (event: DragEvent): void => {
    setIsOver(false);
    const expression = event.dataTransfer.getData(EXPRESSION_TYPE);
    // A field inside, such as an entry of a list, has taken it.
    if (expression === "" || readOnly || event.defaultPrevented) return;
    event.preventDefault();
    take(expression);
  };
  return (
    <div
      data-path={JSON.stringify(path)}
      className={cn(
        "group/control relative flex min-w-0 flex-1 items-start gap-1 rounded-md",
        isOver ? "outline-2 outline-offset-2 outline-accent" : "",
      )}
      onFocusCapture={() => !isExpression && setActiveField({ node: node.id, path, label, insert: take })}
      onDragOver={(event) => {
        if (readOnly || !event.dataTransfer.types.includes(EXPRESSION_TYPE) || event.defaultPrevented) return;
        event.preventDefault();
        setIsOver(true);
      }}
      onDragLeave={() => setIsOver(false)}
      onDrop={drop}
    >
      <div className="min-w-0 flex-1">
        {isExpression ? (
          <ValueField
            value={typeof value === "string" ? value : literalToExpression(value)}
            onChange={(next) => onChange(next === "" ? undefined : next)}
            path={path}
            label={label}
            placeholder="{{ }}"
            literalProblem={findLiteralProblem(shape, value)}
            startsEntered={isBegun}
            {...(id === undefined ? {} : { id })}
          />
        ) : (
          <>
            <PlainControl
              {...props}
              onChange={(next) => {
                setBegun(holdsExpression(next));
                onChange(next);
              }}
            />
            <PlainProblems {...props} />
          </>
        )}
      </div>
      {readOnly ? null : (
        <IconButton
          label={isExpression ? text.fields.literal : text.fields.expression}
          aria-pressed={isExpression}
          size="sm"
          onClick={() => {
            setForced(!isExpression);
            setBegun(!isExpression);
            if (isExpression) onChange(typeof value === "string" ? expressionToLiteral(value) : value);
          }}
          className={cn(
            "transition-opacity!",
            isLabelled ? "absolute -top-6.5 right-0" : "mt-0.5",
            isExpression
              ? "not-hover:text-accent!"
              : "opacity-0 group-focus-within/control:opacity-100 group-hover/control:opacity-100 group-focus-within/field:opacity-100 group-hover/field:opacity-100 focus-visible:opacity-100 pointer-coarse:opacity-100",
          )}
        >
          <Code aria-hidden />
        </IconButton>
      )}
    </div>
  );
}

function PlainControl({ shape, ...rest }: ControlProps) {
  switch (shape.kind) {
    case "text":
      return <OptionsControl {...rest} shape={shape} />;
    case "number":
      return <NumberControl {...rest} shape={shape} />;
    case "flag":
      return <FlagControl {...rest} shape={shape} />;
    case "nothing":
      return <p className="py-1.5 font-mono text-xs text-muted">null</p>;
    case "choice":
      return <ChoiceControl {...rest} shape={shape} />;
    case "list":
      return <ListControl {...rest} shape={shape} />;
    case "object":
      return <ObjectControl {...rest} shape={shape} />;
    case "record":
      return <RecordControl {...rest} shape={shape} />;
    case "union":
    case "json":
    case "expression":
      return <JsonControl {...rest} shape={{ kind: "json", multiline: true, view: "json" }} />;
  }
}

/** What is wrong with a value that is no text: what its shape says at once, else what the checks say. */
function PlainProblems({ shape, value, path }: ControlProps) {
  const { node } = useNodeForm();
  const diagnostics = useAtomValue(diagnosticsAtom);
  const literal = findLiteralProblem(shape, value);
  // A number field says it of what is typed, taken or not.
  if (shape.kind === "number" && literal !== undefined) return null;
  const found = problemsAt(diagnostics, node.id, path);
  const [first] = textProblems("", "template", found);
  if (literal === undefined && !first) return null;
  return (
    <div className="mt-1" aria-live="polite">
      <Note severity={literal === undefined ? (first?.severity ?? "error") : "error"}>
        <Words>{literal ?? first?.message ?? ""}</Words>
      </Note>
    </div>
  );
}
