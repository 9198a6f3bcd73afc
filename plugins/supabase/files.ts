import { path } from "../kit/path.ts";

/** Where a file lies in storage: the slashes of its path stay. `kind` is what comes before the bucket, such as `/sign`. */
export function filePath(bucket: string, file: string, kind: "" | "/sign" = ""): string {
  const names = file.split("/").filter((name) => name !== "");
  return `/storage/v1/object${kind}${path`/${bucket}`}${names.map((name) => path`/${name}`).join("")}`;
}
