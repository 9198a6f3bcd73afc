import { definePlugin } from "../kit/define-plugin.ts";
import { associateRecords } from "./actions/associate-records.ts";
import { createCompany } from "./actions/create-company.ts";
import { createContact } from "./actions/create-contact.ts";
import { createDeal } from "./actions/create-deal.ts";
import { createNote } from "./actions/create-note.ts";
import { createTask } from "./actions/create-task.ts";
import { createTicket } from "./actions/create-ticket.ts";
import { deleteRecord } from "./actions/delete-record.ts";
import { disassociateRecords } from "./actions/disassociate-records.ts";
import { getRecord } from "./actions/get-record.ts";
import { listOwners } from "./actions/list-owners.ts";
import { listPipelines } from "./actions/list-pipelines.ts";
import { listProperties } from "./actions/list-properties.ts";
import { searchRecords } from "./actions/search-records.ts";
import { updateRecord } from "./actions/update-record.ts";
import { upsertContact } from "./actions/upsert-contact.ts";
import { hubspotCredential } from "./credential.ts";

export const plugin = definePlugin({
  name: "hubspot",
  label: "HubSpot",
  description: "Customer relations: contacts, companies, deals, tickets, notes and tasks.",
  docs: "https://developers.hubspot.com/docs/api-reference/latest/overview",
  credential: hubspotCredential,
  actions: [
    createContact,
    upsertContact,
    createCompany,
    createDeal,
    createTicket,
    createNote,
    createTask,
    getRecord,
    searchRecords,
    updateRecord,
    deleteRecord,
    associateRecords,
    disassociateRecords,
    listOwners,
    listPipelines,
    listProperties,
  ],
});
