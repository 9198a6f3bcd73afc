interface Transition {
  readonly id: string;
  readonly name: string;
  readonly to: { readonly name: string };
}

/** The transition a person means: by id, else by its own name, else by the status it leads to; upper and lower case are one. */
export function chooseTransition<Known extends Transition>(transitions: readonly Known[], meant: string): Known | undefined {
  const same = (name: string): boolean => name.toLowerCase() === meant.trim().toLowerCase();
  return (
    transitions.find(({ id }) => id === meant) ?? transitions.find(({ name }) => same(name)) ?? transitions.find(({ to }) => same(to.name))
  );
}
