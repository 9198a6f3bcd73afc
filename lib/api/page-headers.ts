import { SECURITY_HEADERS, transportHeaders } from "./security-headers.ts";

/** Where pictures of people who sign in with another service come from. */
const AVATARS = "https://avatars.githubusercontent.com https://lh3.googleusercontent.com";

/**
 * What every page carries. Scripts run when they have the page's nonce or were loaded by one that has, so markup that somebody smuggles in
 * runs none. The editor's workers are made from addresses and blobs of ours; styles stand in attributes, which have no nonce.
 */
export function pageHeaders(nonce: string, options: { readonly development: boolean }): Record<string, string> {
  return { ...SECURITY_HEADERS, ...transportHeaders(), "Content-Security-Policy": pagePolicy(nonce, options) };
}

function pagePolicy(nonce: string, { development }: { readonly development: boolean }): string {
  return [
    "default-src 'self'",
    // Hot reload evaluates, and listens on a socket.
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${development ? " 'unsafe-eval'" : ""}`,
    "style-src 'self' 'unsafe-inline'",
    `img-src 'self' data: blob: ${AVATARS}`,
    "font-src 'self' data:",
    `connect-src 'self'${development ? " ws:" : ""}`,
    "worker-src 'self' blob:",
    "frame-src 'none'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join("; ");
}
