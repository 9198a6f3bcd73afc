/**
 * What expressions may use of the platform. The whole of `lib.dom` costs a tenth of a second for each check; names of it
 * in the sources of steps stay unknown, which changes nothing for who calls them.
 */
export const platform = `
declare class URL {
  constructor(url: string | URL, base?: string | URL);
  readonly hash: string;
  readonly host: string;
  readonly hostname: string;
  readonly href: string;
  readonly origin: string;
  readonly password: string;
  readonly pathname: string;
  readonly port: string;
  readonly protocol: string;
  readonly search: string;
  readonly searchParams: URLSearchParams;
  readonly username: string;
  toJSON(): string;
  toString(): string;
}
declare class URLSearchParams {
  readonly size: number;
  get(name: string): string | null;
  getAll(name: string): string[];
  has(name: string, value?: string): boolean;
  toString(): string;
}
declare const console: { log(...values: unknown[]): void; warn(...values: unknown[]): void; error(...values: unknown[]): void };
`;

/** Other workflows are not checked together with this one: what they take and give is `any`. */
export const childModules = 'declare module "@/workflows/*";\n';
