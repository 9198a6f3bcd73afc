/** What the code view, code fields and diffs say. */
export const codeText = {
  editor: "Code of the workflow",
  leave: "Press Escape, then Tab, to leave.",
  editCode: "Edit code",
  loading: "Loading the code editor",
  notLoaded: "The code editor could not be loaded.",
  reload: "Load the page again",
  tryAgain: "Try again",
  readOnly: "You can read this code, not change it.",
  stale: "The workflow can't be written as code right now, so this is the last code that could be.",
  showNode: (node: string) => `Show ${node}`,
  status: {
    loading: "Writing the code",
    inStep: "In step with the canvas",
    typing: "Reading",
    problems: (count: number) => (count === 1 ? "In step, with 1 problem" : `In step, with ${count} problems`),
    unreadable: (line: number, message: string) => `The canvas shows the last version that could be read. Line ${line}: ${message}`,
    unreadableSomewhere: (message: string) => `The canvas shows the last version that could be read. ${message}`,
    failed: (message: string) => `The code could not be brought up to date. ${message}`,
  },
  discard: "Discard this edit",
  goToLine: "Go to the line",
  conflict: (count: number) =>
    count === 1
      ? "The canvas changed the same field meanwhile. Your code was kept."
      : `The canvas changed ${count} of the same fields meanwhile. Your code was kept.`,
  fix: {
    replace: (wrong: string, right: string) => `Change ${wrong} to ${right}`,
    importFrom: (name: string, service: string) => `Import ${name} of ${service}`,
  },
  action: (service: string, label: string) => `${service}: ${label}`,
  diff: { before: "Before", after: "After", label: "Changes of the code" },
} as const;
