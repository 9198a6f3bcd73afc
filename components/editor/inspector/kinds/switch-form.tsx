"use client";
import { ArrowDown, ArrowUp, Plus, X } from "lucide-react";
import type { Json } from "../../../../codegen/schema/json.ts";
import { inspectorText as text } from "../../../text/inspector.ts";
import { Button } from "../../../ui/button.tsx";
import { IconButton } from "../../../ui/icon-button.tsx";
import { useNodeForm } from "../node-form.tsx";
import { ValueField } from "../value/value-field.tsx";
import { PlainField } from "./plain-field.tsx";

interface Case {
  readonly port: string;
  readonly when: string;
}

/** The cases of a switch, in the order they are tried. */
export function SwitchForm() {
  const { node, change, readOnly } = useNodeForm();
  const cases = readCases(node.config?.["cases"]);
  const set = (next: readonly Case[]): void =>
    change(
      ["cases"],
      next.map(({ port, when }) => ({ port, when })),
      text.control.cases.toLowerCase(),
    );
  const move = (from: number, to: number): void => {
    const moved = cases[from];
    const rest = cases.filter((_case, index) => index !== from);
    if (moved) set([...rest.slice(0, to), moved, ...rest.slice(to)]);
  };
  return (
    <div className="flex flex-col gap-2">
      <p className="text-xs text-muted">{text.control.casesHelp}</p>
      <ol aria-label={text.control.cases} className="flex flex-col gap-2">
        {cases.map((one, index) => (
          // A case keeps its place while its name is typed.
          <li key={index} className="flex flex-col gap-2 rounded-md border border-line p-2.5">
            <div className="flex items-end gap-1">
              <div className="min-w-0 flex-1">
                <PlainField
                  label={text.control.port}
                  name={`cases.${index}.port`}
                  value={one.port}
                  mono
                  problemOf={(port) => portProblem(port, cases, index)}
                  onChange={(port) => change(["cases", index, "port"], port, text.control.port.toLowerCase())}
                />
              </div>
              {readOnly ? null : (
                <>
                  <IconButton label={text.fields.moveUp} size="sm" disabled={index === 0} onClick={() => move(index, index - 1)}>
                    <ArrowUp aria-hidden />
                  </IconButton>
                  <IconButton
                    label={text.fields.moveDown}
                    size="sm"
                    disabled={index === cases.length - 1}
                    onClick={() => move(index, index + 1)}
                  >
                    <ArrowDown aria-hidden />
                  </IconButton>
                  <IconButton label={text.fields.remove(one.port)} size="sm" onClick={() => set(cases.filter((_case, at) => at !== index))}>
                    <X aria-hidden />
                  </IconButton>
                </>
              )}
            </div>
            <ValueField
              mode="expression"
              value={one.when}
              path={["cases", index, "when"]}
              label={`${text.control.when}: ${one.port}`}
              placeholder='order.status === "paid"'
              onChange={(when) => change(["cases", index, "when"], when, text.control.when.toLowerCase())}
            />
          </li>
        ))}
      </ol>
      {readOnly ? null : (
        <Button look="ghost" size="sm" className="self-start px-1.5!" onClick={() => set([...cases, { port: freshPort(cases), when: "" }])}>
          <Plus aria-hidden />
          {text.control.addCase}
        </Button>
      )}
    </div>
  );
}

function portProblem(port: string, cases: readonly Case[], index: number): string | undefined {
  if (port === "") return text.problems.empty;
  return port === "default" || cases.some((other, at) => at !== index && other.port === port) ? text.problems.duplicate(port) : undefined;
}

function freshPort(cases: readonly Case[]): string {
  for (let number = cases.length; ; number++) {
    const name = text.control.caseName(number);
    if (!cases.some(({ port }) => port === name)) return name;
  }
}

function readCases(value: Json | undefined): readonly Case[] {
  if (!Array.isArray(value)) return [];
  return value.map((item) => {
    const held = item !== null && typeof item === "object" && !Array.isArray(item) ? item : {};
    return { port: typeof held["port"] === "string" ? held["port"] : "", when: typeof held["when"] === "string" ? held["when"] : "" };
  });
}
