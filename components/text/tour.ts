/** Texts of the first-run tour: three steps, each about one thing on the screen. */
export const tourText = {
  label: "Tour",
  step: (number: number, count: number) => `${number} of ${count}`,
  skip: "Skip the tour",
  next: "Next",
  done: "Start",
  steps: [
    {
      target: "canvas",
      title: "This is a workflow",
      text: "It begins at the trigger and goes on along the threads. Select a node to see its settings; press Tab to add the next one.",
    },
    {
      target: "view",
      title: "It is TypeScript, too",
      text: "What you draw is the code that runs. Open it beside the canvas, edit either: the other one follows.",
    },
    {
      target: "run",
      title: "Run it, then publish it",
      text: "Run tries the draft and lights up each step. Publish makes it a version that its trigger calls.",
    },
  ],
} as const;
