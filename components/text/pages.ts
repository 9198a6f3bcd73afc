/** Texts of pages that stand for another one. */
export const pageText = {
  notFound: {
    title: "There is nothing here",
    text: "The address may be mistyped, or what it led to is gone or not yours to see.",
    home: "Go to your workflows",
  },
  error: {
    title: "This page failed",
    text: "What you saved is safe. Try again; if it fails once more, the server's log has the reason.",
    again: "Try again",
  },
} as const;
