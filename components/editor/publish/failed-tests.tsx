import { z } from "zod";
import { ApiError } from "../../api/api-error.ts";
import { publishText } from "../../text/publish.ts";

const refusal = z.object({ tests: z.array(z.object({ run: z.string(), problems: z.array(z.string()) })) });

/** The tests that keep a draft from being published, and what each of them found. */
export type FailedTest = z.infer<typeof refusal>["tests"][number];

/** The failed tests that a refusal names; none for any other. */
export function failedTestsOf(error: unknown): readonly FailedTest[] {
  return (error instanceof ApiError ? refusal.safeParse(error.details).data?.tests : undefined) ?? [];
}

/** Which calls the draft makes otherwise than the runs that are kept as tests. */
export function FailedTests({ tests }: { readonly tests: readonly FailedTest[] }) {
  return (
    <section role="alert" className="rounded-lg bg-bad-soft px-3 py-2 text-sm">
      <h3 className="mb-1 font-medium">{publishText.dialog.testsTitle(tests.length)}</h3>
      <ul className="flex flex-col gap-1">
        {tests.flatMap(({ run, problems }) =>
          problems.map((problem) => (
            <li key={`${run} ${problem}`} className="break-words">
              {problem}
            </li>
          )),
        )}
      </ul>
    </section>
  );
}
