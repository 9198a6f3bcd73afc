import { credential } from "../../kit/credentials.ts";
import { fatal } from "../../kit/failure.ts";
import { path } from "../../kit/path.ts";
import type { StepOptions } from "../../kit/step-options.ts";
import { storeOf, vercelBlob } from "../api.ts";
import { vercelBlobCredential } from "../credential.ts";
import type { GetBlobInput, GetBlobOutput } from "../types.generated.ts";

const HOSTS = ".blob.vercel-storage.com";

/** Reads a file. */
export async function getBlob(input: GetBlobInput, options: StepOptions = {}): Promise<GetBlobOutput> {
  "use step";
  const { baseUrl, pathname } = await locate(input, options.connection);
  const answer = input.encoding === "base64" ? "base64" : "text";
  const { data, headers } = await vercelBlob.call<string | null>({ baseUrl, path: pathname, answer, timeout: "5m" }, options);
  return {
    content: data ?? "",
    contentType: headers["content-type"] ?? null,
    url: `${baseUrl}${pathname}`,
    etag: headers["etag"] ?? null,
  };
}

/** Where a blob lies. The token goes there too, so that it must be one of Vercel's own addresses. */
async function locate({ urlOrPathname, access = "public" }: GetBlobInput, connection: string | undefined) {
  if (/^https?:\/\//.test(urlOrPathname)) {
    const url = URL.parse(urlOrPathname);
    if (url?.protocol !== "https:" || !url.hostname.endsWith(HOSTS)) {
      throw fatal(`"${urlOrPathname.slice(0, 200)}" is not the address of a blob.`, { name: "InvalidInput" });
    }
    return { baseUrl: url.origin, pathname: url.pathname };
  }
  const { token = "" } = await credential(vercelBlobCredential, connection);
  const parts = urlOrPathname.replace(/^\//, "").split("/");
  return { baseUrl: `https://${storeOf(token)}.${access}${HOSTS}`, pathname: parts.map((part) => path`/${part}`).join("") };
}
