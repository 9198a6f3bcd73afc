/** Texts about workspaces themselves. */
export const workspaceText = {
  create: {
    title: "New workspace",
    description: "Workflows, runs, connections and members of its own.",
    name: "Name",
    submit: "Create workspace",
  },
} as const;
