/** What a new record is tied to, by the ids of the others. */
interface Ties {
  readonly contactId?: string | undefined;
  readonly companyId?: string | undefined;
  readonly dealId?: string | undefined;
  readonly ticketId?: string | undefined;
}

/** A tie as HubSpot takes it together with a new record. */
interface NewAssociation {
  readonly to: { readonly id: string };
  readonly types: readonly { readonly associationCategory: "HUBSPOT_DEFINED"; readonly associationTypeId: number }[];
}

/**
 * HubSpot's own kinds of ties without a label, from a record of the first kind to one of the second
 * (https://developers.hubspot.com/docs/api-reference/latest/crm/associations/associate-records/guide).
 */
const TYPES = {
  contact: { companyId: 279 },
  deal: { contactId: 3, companyId: 341 },
  ticket: { contactId: 16, companyId: 339, dealId: 28 },
  note: { contactId: 202, companyId: 190, dealId: 214, ticketId: 228 },
  task: { contactId: 204, companyId: 192, dealId: 216, ticketId: 230 },
} as const satisfies Record<string, Partial<Record<keyof Ties, number>>>;

/** The ties of a new record; empty when it has none. */
export function tiesOf(kind: keyof typeof TYPES, ties: Ties): NewAssociation[] {
  const types: Partial<Record<string, number>> = TYPES[kind];
  return Object.entries(ties).flatMap(([to, id]: [string, string | undefined]) => {
    const associationTypeId = types[to];
    if (id === undefined || associationTypeId === undefined) return [];
    return [{ to: { id }, types: [{ associationCategory: "HUBSPOT_DEFINED", associationTypeId }] }];
  });
}
