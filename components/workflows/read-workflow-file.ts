/** What a file holds, as `POST /api/documents` takes it: a graph document or a module; undefined when it is neither. */
export function readWorkflowFile(name: string, content: string): { graph: Record<string, unknown> } | { source: string } | undefined {
  if (/\.[cm]?ts$/.test(name)) return { source: content };
  try {
    const value: unknown = JSON.parse(content);
    const isDocument = typeof value === "object" && value !== null && "weft" in value && "nodes" in value;
    return isDocument ? { graph: { ...value } } : undefined;
  } catch {
    return content.includes('"use workflow"') ? { source: content } : undefined;
  }
}
