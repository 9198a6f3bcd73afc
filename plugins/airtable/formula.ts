/** How a field's value is compared. */
export type Match = "equals" | "contains" | "startsWith" | "isEmpty" | "isNotEmpty";

/** A formula that is true of the records whose field matches (https://support.airtable.com/docs/formula-field-reference). */
export function matchFormula(field: string, match: Match, value: string | number | boolean): string {
  const name = `{${field.replace(/[\\}]/g, "\\$&")}}`;
  switch (match) {
    case "equals":
      return `${name}=${literal(value)}`;
    case "contains":
      return `FIND(LOWER(${quote(String(value))}),LOWER(${name}&""))>0`;
    case "startsWith":
      return `FIND(LOWER(${quote(String(value))}),LOWER(${name}&""))=1`;
    case "isEmpty":
      return `${name}=BLANK()`;
    case "isNotEmpty":
      return `${name}!=BLANK()`;
  }
}

function literal(value: string | number | boolean): string {
  if (typeof value === "boolean") return value ? "TRUE()" : "FALSE()";
  return typeof value === "number" ? String(value) : quote(value);
}

function quote(text: string): string {
  const escaped = text.replace(/[\\"]/g, "\\$&").replaceAll("\n", "\\n").replaceAll("\r", "\\r").replaceAll("\t", "\\t");
  return `"${escaped}"`;
}
