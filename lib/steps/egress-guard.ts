import type { LookupFunction } from "node:net";
import { lookup as lookupCallback } from "node:dns";
import { lookup } from "node:dns/promises";
import { isIP } from "node:net";
import ipaddr from "ipaddr.js";
import { Agent, buildConnector, fetch } from "undici";
import type { StepFetch } from "../../plugins/kit/egress.ts";
import { EgressBlockedError } from "../../plugins/kit/egress.ts";

export interface EgressOptions {
  /** `host:port` pairs that may be reached although their address is not public. */
  readonly allowedPrivateHosts: readonly string[];
}

/** The pairs of `WEFT_ALLOWED_PRIVATE_HOSTS`, separated by commas or blanks. */
export function readAllowedPrivateHosts(text: string | undefined): string[] {
  return (text ?? "").split(/[\s,]+/).filter((pair) => pair !== "");
}

/**
 * A `fetch` that reaches public addresses only. The address is checked when the socket connects, after name resolution,
 * so a name that changes its mind between check and use changes nothing. Redirects are not followed: each is a new call.
 */
export function createEgressFetch(options: EgressOptions): StepFetch {
  const allowed = new Set(options.allowedPrivateHosts.map(normalizePair));
  const guarded = new Agent({ connect: guardConnections() });
  const open = new Agent();
  return async (url, init) => {
    if (url.protocol !== "http:" && url.protocol !== "https:") {
      throw new EgressBlockedError(`Steps may call http and https addresses only, not ${url.protocol}.`);
    }
    const dispatcher = allowed.has(pairOf(url)) ? open : guarded;
    // undici's own fetch, since the platform's may be of another version than the agent. The types differ in name only.
    const response = await fetch(url, { ...init, redirect: "manual", dispatcher } as Parameters<typeof fetch>[1]);
    return response as unknown as Response;
  };
}

/**
 * The way to an address for steps that do not use `fetch`: gives a public address of the host, which is then connected to as it is,
 * so a name cannot change in between. Throws an EgressBlockedError.
 */
export function createHostResolver(options: EgressOptions): (host: string, port: number) => Promise<string> {
  const allowed = new Set(options.allowedPrivateHosts.map(normalizePair));
  return async (host, port) => {
    // A path names a socket of this machine.
    if (host.startsWith("/")) throw new EgressBlockedError(`${host} is not a host, so steps may not connect to it.`);
    const bare = host.replace(/^\[|\]$/g, "");
    const addresses = isIP(bare) === 0 ? await lookup(bare, { all: true }) : [{ address: bare }];
    const refused = addresses.find(({ address }) => !isPublicAddress(address));
    if (refused && !allowed.has(normalizePair(`${host}:${port}`))) throw refuse(host, refused.address, String(port));
    return addresses[0]?.address ?? bare;
  };
}

/** Whether an IP address belongs to the public internet. */
export function isPublicAddress(address: string): boolean {
  const withoutZone = address.replace(/%.*$/, "");
  if (!ipaddr.isValid(withoutZone)) return false;
  // IPv4-mapped IPv6 becomes the IPv4 address it stands for.
  const ip = ipaddr.process(withoutZone);
  if (ip.range() !== "unicast") return false;
  return !EXTRA_REFUSED.some(([range, bits]) => range.kind() === ip.kind() && ip.match(range, bits));
}

/** Public by registry, private by use: Azure's metadata service, deprecated site-local, IPv4-compatible and local translation prefixes. */
const EXTRA_REFUSED = ["168.63.129.16/32", "fec0::/10", "::/96", "64:ff9b:1::/48"].map((range) => ipaddr.parseCIDR(range));

function guardConnections(): ReturnType<typeof buildConnector> {
  const connect = buildConnector({ lookup: guardLookups });
  return (options, callback) => {
    const host = options.hostname.replace(/^\[|\]$/g, "");
    // A literal address is never looked up.
    if (isIP(host) !== 0 && !isPublicAddress(host)) return callback(refuse(host, host, portOf(options)), null);
    connect(options, (error, socket) => {
      if (error instanceof RefusedAddress) return callback(refuse(host, error.message, portOf(options)), null);
      if (error) return callback(error, null);
      const peer = socket.remoteAddress;
      if (peer === undefined || !isPublicAddress(peer)) {
        socket.destroy();
        return callback(refuse(host, peer ?? "unknown", portOf(options)), null);
      }
      callback(null, socket);
    });
  };
}

function portOf(options: { port: string; protocol: string }): string {
  return options.port === "" ? (options.protocol === "https:" ? "443" : "80") : options.port;
}

/** Its message is the address; the lookup knows no more. */
class RefusedAddress extends Error {}

const guardLookups: LookupFunction = (hostname, options, callback) => {
  lookupCallback(hostname, { ...options, all: true }, (error, addresses) => {
    if (error) return callback(error, "");
    const refused = addresses.find(({ address }) => !isPublicAddress(address));
    if (refused) return callback(new RefusedAddress(refused.address), "");
    const first = addresses[0];
    if (options.all || first === undefined) return callback(null, addresses);
    callback(null, first.address, first.family);
  });
};

function refuse(host: string, address: string, port: string): EgressBlockedError {
  const what = host === address ? host : `${host} (${address})`;
  const pair = host.includes(":") ? `[${host}]:${port}` : `${host}:${port}`;
  return new EgressBlockedError(
    `${what} is not a public address, so steps may not call it. To allow it, add ${pair} to WEFT_ALLOWED_PRIVATE_HOSTS.`,
  );
}

function pairOf(url: URL): string {
  return normalizePair(`${url.hostname}:${portOf(url)}`);
}

function normalizePair(pair: string): string {
  return pair.toLowerCase().replace(/\.:/, ":");
}
