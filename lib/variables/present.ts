import type { VariableSummary } from "../api/schemas.ts";

/** What people see of a variable: a plain one's value, never a secret one's. */
export function presentVariable(variable: {
  readonly name: string;
  readonly value: string | null;
  readonly secret: boolean;
  readonly updatedAt: Date | null;
  readonly source: "workspace" | "environment";
}): VariableSummary {
  const { name, value, secret, updatedAt, source } = variable;
  return { name, secret, value: secret ? null : value, source, updatedAt: updatedAt?.toISOString() ?? null };
}
