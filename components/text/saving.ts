/** Texts of saving: what undo calls it, and the question when two people said different things. */
export const savingText = {
  labels: {
    merge: (name: string | undefined) => `Bring in changes of ${name ?? "somebody else"}`,
    restore: "Bring back unsaved changes",
    takeTheirs: "Take their version",
  },
  merged: (name: string | undefined) => `Changes of ${name ?? "somebody else"} were brought in.`,
  dropped: (count: number) => (count === 1 ? "One connection could not be kept." : `${count} connections could not be kept.`),
  refused: "The workflow is not saved",
  conflict: {
    title: "Somebody else changed the same",
    description: (name: string | undefined) =>
      `${name ?? "Somebody else"} saved this workflow while you edited it. Choose for each; everything else is kept from both.`,
    mine: "Yours",
    theirs: "Theirs",
    removed: "removed",
    workflow: "The workflow",
    keep: "Save the choice",
    allMine: "Keep all of mine",
    allTheirs: "Take all of theirs",
    copy: "Save mine as a copy",
    open: "Decide",
  },
} as const;
