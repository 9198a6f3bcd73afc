/** What people write into a message. */
interface MessageFields {
  readonly content?: string | undefined;
  readonly contentType?: "html" | "text" | undefined;
  readonly subject?: string | undefined;
  readonly importance?: string | undefined;
  readonly card?: unknown;
}

const CARD_ID = "card";

/** The same as Graph wants it: a card is an attachment that the body names. */
export function encodeMessage({ content = "", contentType = "html", card, ...others }: MessageFields): object {
  if (card === undefined) return { ...others, body: { contentType, content } };
  const text = contentType === "html" ? content : escapeHtml(content);
  return {
    ...others,
    body: { contentType: "html", content: `${text}<attachment id="${CARD_ID}"></attachment>` },
    attachments: [{ id: CARD_ID, contentType: "application/vnd.microsoft.card.adaptive", content: JSON.stringify(card) }],
  };
}

function escapeHtml(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
