/** A value of the query or of a header; null and undefined are left out. */
type Scalar = string | number | boolean | null;

export interface RequestInput {
  /** Default `GET`. */
  method?: "GET" | "POST" | "PUT" | "PATCH" | "DELETE" | "HEAD" | "OPTIONS" | undefined;
  /** An http or https address, without user name and password. */
  url: string;
  /** Added to the URL, encoded; a list repeats its name. */
  query?: Record<string, Scalar | Scalar[] | undefined> | undefined;
  headers?: Record<string, Scalar | undefined> | undefined;
  /** Text as it is, anything else as JSON, unless `bodyType` says otherwise. */
  // oxlint-disable-next-line typescript/no-explicit-any -- data of any shape
  body?: any;
  /** `form` takes an object, `binary` takes base64. */
  bodyType?: "json" | "form" | "text" | "binary" | undefined;
  /** What to send of the connection: its token, its user name and password, or its key in a header or in the query. */
  auth?: "none" | "bearer" | "basic" | "header" | "query" | undefined;
  /** The header or query parameter that carries the key. */
  authName?: string | undefined;
  /** For the whole call, body included. Default `30s`. */
  timeout?: string | undefined;
  /** Of the answer, after decompression. Default 20,000,000. */
  maxBytes?: number | undefined;
  /** Default 5; 0 hands a redirect back as the answer. */
  maxRedirects?: number | undefined;
  /** Any other status is a failure. Default `["2xx"]`. */
  expectStatus?: (number | string)[] | undefined;
}

export interface RequestOutput {
  status: number;
  /** Names in lower case. */
  headers: Record<string, string>;
  /** JSON parsed, text as text, anything else as base64; null when empty. */
  // oxlint-disable-next-line typescript/no-explicit-any -- nobody described it
  body: any;
}
