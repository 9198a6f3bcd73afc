import type { GraphPath, SourceMap } from "../../../codegen/emit/source-map.ts";
import type { TextEdit } from "./text-edits.ts";
import { findEdits, mapOffset } from "./text-edits.ts";

/** Where nodes and fields stand in a text that was made of an emitted module, whatever a person did to it since. */
export interface CodePlaces {
  /** Stretches of the text, half-open offsets. */
  of(node: string, path?: GraphPath): readonly { readonly start: number; readonly end: number }[];
  /** The node at an offset. */
  at(offset: number): string | undefined;
}

/** The places of a module's nodes in `text`, by the module's source map and what differs between both. */
export function createCodePlaces(emitted: { readonly source: string; readonly map: SourceMap }, text: string): CodePlaces {
  let there: readonly TextEdit[] | undefined;
  let back: readonly TextEdit[] | undefined;
  const toText = (offset: number): number => mapOffset(offset, (there ??= findEdits(emitted.source, text)));
  const toSource = (offset: number): number => mapOffset(offset, (back ??= findEdits(text, emitted.source)));
  return {
    of: (node, path) => emitted.map.of(node, path).map(({ start, end }) => ({ start: toText(start), end: toText(end) })),
    at: (offset) => emitted.map.at(toSource(offset))?.node,
  };
}
