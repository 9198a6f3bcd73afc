import type { Loose } from "../../kit/loose.ts";
import { path } from "../../kit/path.ts";
import type { StepOptions } from "../../kit/step-options.ts";
import { supabase } from "../api.ts";
import type { CallFunctionInput, CallFunctionOutput } from "../types.generated.ts";

/** Calls a function of the database with named arguments. */
export async function callFunction<T = Loose>(
  { function: name, args = {}, schema }: CallFunctionInput,
  options: StepOptions = {},
): Promise<CallFunctionOutput<T>> {
  "use step";
  const headers = { "content-profile": schema };
  return { result: await supabase.send({ path: path`/rest/v1/rpc/${name}`, headers, json: args }, options) };
}
