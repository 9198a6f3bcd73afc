import { getDocumentProxy } from "unpdf";
import { fatal } from "../../kit/failure.ts";
import type { Loose } from "../../kit/loose.ts";
import type { ReadPdfInput, ReadPdfOutput } from "../types.generated.ts";
import { decodeContent } from "./decode-content.ts";

/** Reads the text of a PDF. Throws a FatalError when the file is none, or is locked with a password. */
export async function readPdf(input: ReadPdfInput): Promise<ReadPdfOutput> {
  "use step";
  const pdf = await openPdf(decodeContent(input.content));
  try {
    const pages: string[] = [];
    for (let number = 1; number <= Math.min(pdf.numPages, input.pages ?? 200); number++) {
      const page = await pdf.getPage(number);
      pages.push(joinItems((await page.getTextContent()).items));
      page.cleanup();
    }
    const { info }: { info: Loose } = await pdf.getMetadata();
    return { text: pages.join("\n\n"), pages, pageCount: pdf.numPages, title: info?.Title || null, author: info?.Author || null };
  } finally {
    await pdf.loadingTask.destroy();
  }
}

async function openPdf(bytes: Uint8Array<ArrayBuffer>): ReturnType<typeof getDocumentProxy> {
  try {
    return await getDocumentProxy(bytes, { verbosity: 0 });
  } catch (error) {
    throw fatal(`The content is not a PDF that can be read: ${error instanceof Error ? error.message : String(error)}`, {
      name: "InvalidFile",
    });
  }
}

/** The pieces of a page in reading order; the file says where a line ends. */
function joinItems(items: readonly Loose[]): string {
  return items
    .map(({ str = "", hasEOL = false }) => `${str}${hasEOL ? "\n" : ""}`)
    .join("")
    .trim();
}
