/** An answer with its own status and headers, as the engine and an exported trigger route read it. */
export interface HttpResponse<T> {
  readonly $response: { readonly status: number; readonly headers: Record<string, string> };
  readonly body: T;
}

/** Ends an HTTP workflow with `value` as the body. Throws a RangeError when `status` is not between 200 and 599. */
export function respond<T>(value: T, options: { status?: number; headers?: Record<string, unknown> } = {}): HttpResponse<T> {
  const status = Number(options.status ?? 200);
  if (!Number.isInteger(status) || status < 200 || status > 599) {
    throw new RangeError(`The response status must be a whole number from 200 to 599, not ${String(options.status)}.`);
  }
  const headers: Record<string, string> = {};
  for (const [name, header] of Object.entries(options.headers ?? {})) {
    if (header !== undefined && header !== null) headers[name] = String(header);
  }
  return { $response: { status, headers }, body: value };
}
