import { atom } from "jotai";
import type { Diagnostic } from "../../../codegen/diagnostics/diagnostic.ts";

/** What is wrong with a part of a proposal, as the compiler of this page finds it; undefined until it has. */
export const previewProblemsAtom = atom<readonly Diagnostic[] | undefined>(undefined);

/** Brings a node of what is previewed into sight; undefined while there is no canvas that shows it. */
export const showInPreviewAtom = atom<{ readonly show: (id: string) => void } | undefined>(undefined);
