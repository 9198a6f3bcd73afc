import { fatal } from "../kit/failure.ts";

/** The id in the address of a document, folder or file; a bare id is given back as it is. */
export function documentId(text: string): string {
  const id = /(?:\/d\/|\/folders\/|[?&]id=)([\w-]+)/.exec(text)?.[1] ?? text.trim();
  if (!/^[\w-]+$/.test(id))
    throw fatal(`"${text.slice(0, 100)}" is neither the id nor the address of a Google document.`, { name: "InvalidInput" });
  return id;
}
