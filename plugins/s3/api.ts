import { AwsV4Signer } from "aws4fetch";
import { load } from "cheerio";
import { credential } from "../kit/credentials.ts";
import { parseDuration } from "../kit/duration.ts";
import { fatal } from "../kit/failure.ts";
import type { HttpAnswer, HttpCall, Refusal } from "../kit/http.ts";
import { httpFailure, sendHttp } from "../kit/http.ts";
import type { StepOptions } from "../kit/step-options.ts";
import { s3Credential } from "./credential.ts";

/** One call; without a key it is about the bucket, without a bucket about the account. */
export interface S3Call {
  readonly method: "GET" | "PUT" | "DELETE";
  readonly bucket?: string;
  readonly key?: string;
  readonly query?: Readonly<Record<string, string | undefined>>;
  readonly headers?: Headers;
  readonly body?: Uint8Array<ArrayBuffer>;
}

/** The buckets of the account, as S3's XML. */
export async function listBuckets(options: StepOptions): Promise<string> {
  const answer = await callS3({ method: "GET" }, options);
  return new TextDecoder().decode(answer.bytes);
}

/** Makes a signed call. Throws a FatalError or a RetryableError in the service's words. */
export async function callS3(call: S3Call, options: StepOptions): Promise<HttpAnswer & { readonly url: URL }> {
  const { keys, url } = await prepare(call, options);
  const signed = await new AwsV4Signer({
    ...keys,
    method: call.method,
    url: url.href,
    ...(call.headers ? { headers: call.headers } : {}),
    ...(call.body ? { body: call.body } : {}),
  }).sign();
  const sent: HttpCall = {
    name: `S3: ${call.method} ${[call.bucket, call.key].filter((part) => part !== undefined).join("/")}`,
    method: call.method,
    url: signed.url,
    headers: signed.headers,
    ...(call.body ? { body: call.body } : {}),
    timeoutMs: parseDuration(options.timeout ?? "60s"),
    maxBytes: 20_000_000,
    maxRedirects: 0,
    secretHeaders: ["x-amz-security-token"],
  };
  const answer = await sendHttp(sent);
  if (answer.status < 200 || answer.status > 299) throw httpFailure(sent, answer, readError);
  return { ...answer, url };
}

/** An address that carries its own signature. */
export async function signUrl(
  call: { method: "GET" | "PUT"; bucket: string; key: string; seconds: number; now: Date },
  options: StepOptions,
): Promise<URL> {
  const { keys, url } = await prepare(call, options);
  url.searchParams.set("X-Amz-Expires", String(call.seconds));
  const datetime = call.now.toISOString().replace(/[:-]|\.\d{3}/g, "");
  const signed = await new AwsV4Signer({ ...keys, method: call.method, url: url.href, datetime, signQuery: true }).sign();
  return signed.url;
}

interface Keys {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken?: string;
  readonly service: "s3";
  readonly region: string;
}

async function prepare(call: Omit<S3Call, "body">, options: StepOptions): Promise<{ keys: Keys; url: URL }> {
  const {
    accessKeyId = "",
    secretAccessKey = "",
    sessionToken,
    region = "us-east-1",
    endpoint,
  } = await credential(s3Credential, options.connection);
  const keys = { accessKeyId, secretAccessKey, ...(sessionToken === undefined ? {} : { sessionToken }), service: "s3" as const, region };
  // A bucket with a dot has no certificate of its own, and other services rarely give a bucket its own host.
  const { bucket = "" } = call;
  const inPath = endpoint !== undefined || bucket.includes(".");
  const base = endpoint ?? `https://${inPath || bucket === "" ? "" : `${bucket}.`}s3.${region}.amazonaws.com`;
  const url = URL.parse(base);
  if (url === null || !/^https?:$/.test(url.protocol))
    throw fatal("The endpoint of the S3 connection is not an http(s) address.", { name: "InvalidUrl" });
  const parts = [...(inPath && bucket !== "" ? [bucket] : []), ...(call.key === undefined ? [] : call.key.split("/"))];
  if (parts.some((part) => part === "." || part === ".."))
    throw fatal('A key cannot hold "." or ".." as a folder.', { name: "InvalidInput" });
  url.pathname = `${url.pathname.replace(/\/$/, "")}/${parts.map(encodePart).join("/")}`;
  const query = Object.entries(call.query ?? {}).filter(([, value]) => value !== undefined && value !== "");
  // A blank as %20: the signature knows no plus sign.
  url.search = query.map(([name, value]) => `${encodePart(name)}=${encodePart(value ?? "")}`).join("&");
  return { keys, url };
}

/** As the signature has it: everything but letters, digits and `-_.~`. */
function encodePart(part: string): string {
  return encodeURIComponent(part).replace(/[!'()*]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`);
}

function readError(body: unknown): Refusal {
  const error = load(String(body), { xml: true })("Error");
  const [code, message] = [error.children("Code").text(), error.children("Message").text()];
  const requestId = error.children("RequestId").text();
  return { message: code === "" ? undefined : `${code}: ${message}`, ...(requestId === "" ? {} : { requestId }) };
}
