import { definePlugin } from "../kit/define-plugin.ts";
import { createRecord } from "./actions/create-record.ts";
import { createRecords } from "./actions/create-records.ts";
import { deleteRecords } from "./actions/delete-records.ts";
import { findRecords } from "./actions/find-records.ts";
import { getRecord } from "./actions/get-record.ts";
import { listBases } from "./actions/list-bases.ts";
import { listRecords } from "./actions/list-records.ts";
import { listTables } from "./actions/list-tables.ts";
import { updateRecord } from "./actions/update-record.ts";
import { updateRecords } from "./actions/update-records.ts";
import { uploadAttachment } from "./actions/upload-attachment.ts";
import { upsertRecords } from "./actions/upsert-records.ts";
import { airtableCredential } from "./credential.ts";

export const plugin = definePlugin({
  name: "airtable",
  label: "Airtable",
  description: "Records in tables: list, find, create, update and delete them.",
  docs: "https://airtable.com/developers/web/api/introduction",
  credential: airtableCredential,
  actions: [
    listRecords,
    findRecords,
    getRecord,
    createRecord,
    createRecords,
    updateRecord,
    updateRecords,
    upsertRecords,
    deleteRecords,
    uploadAttachment,
    listBases,
    listTables,
  ],
});
