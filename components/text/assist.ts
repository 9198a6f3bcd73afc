/** What the editor says where a model can be asked to write something. */
export const assistText = {
  notConfigured: {
    title: "No language model is set",
    settings: "Open the AI settings",
  },
} as const;
