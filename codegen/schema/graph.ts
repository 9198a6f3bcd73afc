import { z } from "zod";
import type { Json } from "./json.ts";
import { jsonSchema } from "./json.ts";
import { DURATION } from "./patterns.ts";

export const policySchema = z.strictObject({
  /** Attempts after the first. */
  retries: z.int().min(0).max(100).optional(),
  timeout: z.string().regex(DURATION).optional(),
  onError: z.enum(["fail", "continue"]).optional(),
});
export type Policy = z.infer<typeof policySchema>;

export const nodeSchema = z.strictObject({
  id: z.string(),
  kind: z.string(),
  label: z.string().optional(),
  config: z.record(z.string(), jsonSchema).optional(),
  connection: z.string().optional(),
  output: z.record(z.string(), jsonSchema).optional(),
  policy: policySchema.optional(),
  parent: z.string().optional(),
  disabled: z.boolean().optional(),
  position: z.strictObject({ x: z.number(), y: z.number() }).optional(),
  size: z.strictObject({ width: z.number().min(0), height: z.number().min(0) }).optional(),
  collapsed: z.boolean().optional(),
});
export interface GraphNode {
  id: string;
  kind: string;
  label?: string | undefined;
  config?: Record<string, Json> | undefined;
  connection?: string | undefined;
  /** JSON Schema of the data whose shape only the user can know. */
  output?: Record<string, Json> | undefined;
  policy?: Policy | undefined;
  parent?: string | undefined;
  disabled?: boolean | undefined;
  /** In pixels, from the upper left corner of its container, or of the canvas. */
  position?: { x: number; y: number } | undefined;
  /** Of a container or note that a person resized, in pixels. */
  size?: { width: number; height: number } | undefined;
  /** Of a container: drawn without its body. */
  collapsed?: boolean | undefined;
}

export const edgeSchema = z.strictObject({
  id: z.string(),
  source: z.string(),
  port: z.string().optional(),
  target: z.string(),
});
export interface GraphEdge {
  id: string;
  source: string;
  /** Defaults to `out`. */
  port?: string | undefined;
  target: string;
}

/** The graph document, version 1. */
export const graphSchema = z.strictObject({
  weft: z.literal(1),
  name: z.string(),
  title: z.string().optional(),
  description: z.string().optional(),
  nodes: z.array(nodeSchema),
  edges: z.array(edgeSchema),
});
export interface Graph {
  weft: 1;
  name: string;
  title?: string | undefined;
  description?: string | undefined;
  nodes: GraphNode[];
  edges: GraphEdge[];
}
