import type { VariableSummary } from "../api/schemas.ts";
import { AppError } from "../errors.ts";
import type { Access } from "../keys/access.ts";
import { newId } from "../new-id.ts";
import type { Server } from "../running-server.ts";
import { variablePlace } from "../secrets/places.ts";
import { holdKeys } from "../secrets/store.ts";
import { VARIABLE_NAME } from "./environment-variables.ts";
import { presentVariable } from "./present.ts";
import { lockVariable, saveVariable } from "./store.ts";

/** The most characters a variable may hold. */
const LONGEST = 65_536;

/**
 * Makes or changes a variable; runs that have started keep the plain values they started with. A secret one stays secret: it can be
 * written anew, or removed, but not turned into a plain one that shows what it held.
 */
export async function setVariable(
  server: Pick<Server, "database" | "vault">,
  access: Access,
  name: string,
  input: { readonly value: string; readonly secret?: boolean },
): Promise<VariableSummary> {
  check(name, input.value);
  const { workspaceId } = access;
  return server.database.transaction(async (tx) => {
    await holdKeys(tx);
    const before = await lockVariable(tx, workspaceId, name);
    const secret = input.secret ?? (before ? before.sealed !== null : false);
    if (before?.sealed && !secret) {
      throw new AppError("conflict", `The variable ${name} is secret and stays so.`, {
        hint: `Remove it first: weft variables remove ${name}`,
      });
    }
    const row = { id: before?.id ?? newId("var"), workspaceId, name };
    const sealed = secret ? await server.vault.seal(input.value, variablePlace(row)) : null;
    const value = secret ? null : input.value;
    if (!(await saveVariable(tx, { ...row, value, sealed }))) {
      throw new AppError("conflict", `The variable ${name} was made by somebody else at this moment.`, { hint: "Set it again." });
    }
    return presentVariable({ name, value, secret, updatedAt: new Date(), source: "workspace" });
  });
}

function check(name: string, value: string): void {
  if (!VARIABLE_NAME.test(name)) {
    throw new AppError("invalid_input", `${JSON.stringify(name.slice(0, 100))} is not a variable's name.`, {
      hint: "Use capital letters, digits and _, beginning with a letter: API_BASE_URL.",
    });
  }
  if (value.length > LONGEST || value.includes("\u0000")) {
    throw new AppError("invalid_input", `The value of ${name} is longer than ${LONGEST} characters or holds a null character.`, {
      hint: "Keep large data elsewhere and its address in the variable.",
    });
  }
}
