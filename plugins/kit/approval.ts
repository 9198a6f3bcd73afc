/** How a person answered an approval. */
export interface Approval {
  approved: boolean;
  /** Who answered, as far as the link or the command knows. */
  by: string;
  comment?: string;
  /** ISO 8601. */
  at: string;
}
