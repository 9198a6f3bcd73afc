import { sketchGraph } from "./sketch-graph.ts";

/** A workflow in small: its nodes as boxes, its edges as threads. A picture only; what it shows is said beside it. */
export function GraphSketch({ graph }: { readonly graph: Readonly<Record<string, unknown>> }) {
  const { boxes, threads, width, height } = sketchGraph(graph);
  return (
    <svg
      aria-hidden
      viewBox={`-24 -24 ${width + 48} ${height + 48}`}
      className="h-32 w-full border-b border-line bg-sunken"
      preserveAspectRatio="xMidYMid meet"
    >
      {threads.map((path) => (
        <path key={path} d={path} fill="none" className="stroke-line-strong" strokeWidth={5} />
      ))}
      {boxes.map(({ id, x, y, tone, ...size }) => (
        <rect
          key={id}
          x={x}
          y={y}
          {...size}
          rx={14}
          strokeWidth={4}
          className={
            tone === "start"
              ? "fill-accent-soft stroke-accent"
              : tone === "frame"
                ? "fill-transparent stroke-line-strong"
                : "fill-surface stroke-control"
          }
        />
      ))}
    </svg>
  );
}
