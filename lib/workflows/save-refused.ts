import { unreachable } from "../../codegen/invariant.ts";
import { AppError } from "../errors.ts";
import type { SaveRefusal } from "./store.ts";

/** Why a version of the workflow was not stored or made live. */
export function saveRefused(refusal: SaveRefusal, name: string): AppError {
  switch (refusal) {
    case "gone":
      return new AppError("not_found", `The workflow ${name} was deleted meanwhile.`, { hint: "Make a new one of the same document." });
    case "changed":
      return new AppError("conflict", `${name} was changed by somebody else.`, { hint: "Look at the change, then publish again." });
    case "archived":
      return new AppError("conflict", `${name} is archived.`, { hint: "Restore it first." });
    case "name":
      return nameTaken(name);
    default:
      return unreachable(refusal);
  }
}

/** `details.name` is the name that another workflow has. */
export function nameTaken(name: string): AppError {
  return new AppError("conflict", `Another workflow of this workspace is called ${name}.`, {
    hint: "Choose another name.",
    details: { name },
  });
}
