/** Texts of the gallery of templates. */
export const templatesText = {
  title: "Templates",
  intro: "Workflows to start from. Each becomes a workflow of your own, to change as you like.",
  search: "Search templates",
  ready: "Works now",
  needs: (services: readonly string[]) => `Needs ${services.join(", ")}`,
  use: "Use template",
  all: "All",
  readyOnly: "Works with what is set up",
  none: { title: "No template found", text: "Nothing fits this search." },
} as const;
