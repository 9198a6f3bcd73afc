import type { Figure } from "./measure.ts";

const HEAD = ["id", "what", "value", "beside", "its value", "ratio", "goal", "reached"];

/** The figures as a Markdown table; further yardsticks stand in lines of their own below their figure. */
export function printTable(figures: readonly Figure[]): string {
  const rows = figures.flatMap((figure) => {
    const [first, ...others] = figure.yardsticks ?? [];
    const ratio = (beside: number | undefined): string =>
      beside === undefined || Number.isNaN(beside) ? "" : `${round(figure.value / beside)} ×`;
    const show = (value: number | undefined): string =>
      value === undefined ? "" : `${round(value)}${figure.unit === "" ? "" : ` ${figure.unit}`}`;
    const reached = figure.reached === undefined ? "" : figure.reached ? "yes" : "**no**";
    const main = [
      figure.id,
      figure.what,
      show(figure.value),
      first?.what ?? "",
      show(first?.value),
      ratio(first?.value),
      figure.goal,
      reached,
    ];
    return [main, ...others.map((other) => ["", "", "", other.what, show(other.value), ratio(other.value), "", ""])];
  });
  const widths = HEAD.map((title, column) => Math.max(title.length, ...rows.map((row) => row[column]?.length ?? 0)));
  const line = (cells: readonly string[]): string => `| ${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(" | ")} |`;
  return [line(HEAD), line(widths.map((width) => "-".repeat(width))), ...rows.map(line)].join("\n");
}

function round(value: number): string {
  if (Number.isNaN(value)) return "not measured";
  return value >= 1_000
    ? Math.round(value).toLocaleString("en")
    : value >= 100
      ? value.toFixed(0)
      : value >= 10
        ? value.toFixed(1)
        : value.toFixed(2);
}
