import { definePlugin } from "../kit/define-plugin.ts";
import { callFunction } from "./actions/call-function.ts";
import { createSignedUrl } from "./actions/create-signed-url.ts";
import { createUser } from "./actions/create-user.ts";
import { deleteFiles } from "./actions/delete-files.ts";
import { deleteRows } from "./actions/delete-rows.ts";
import { deleteUser } from "./actions/delete-user.ts";
import { downloadFile } from "./actions/download-file.ts";
import { getUser } from "./actions/get-user.ts";
import { insertRows } from "./actions/insert-rows.ts";
import { inviteUser } from "./actions/invite-user.ts";
import { listBuckets } from "./actions/list-buckets.ts";
import { listFiles } from "./actions/list-files.ts";
import { listUsers } from "./actions/list-users.ts";
import { selectRows } from "./actions/select-rows.ts";
import { updateRows } from "./actions/update-rows.ts";
import { updateUser } from "./actions/update-user.ts";
import { uploadFile } from "./actions/upload-file.ts";
import { upsertRows } from "./actions/upsert-rows.ts";
import { supabaseCredential } from "./credential.ts";

export const plugin = definePlugin({
  name: "supabase",
  label: "Supabase",
  description: "Tables, functions, files and users of a Supabase project.",
  docs: "https://supabase.com/docs/guides/api",
  credential: supabaseCredential,
  actions: [
    selectRows,
    insertRows,
    upsertRows,
    updateRows,
    deleteRows,
    callFunction,
    listBuckets,
    listFiles,
    uploadFile,
    downloadFile,
    createSignedUrl,
    deleteFiles,
    createUser,
    getUser,
    listUsers,
    updateUser,
    deleteUser,
    inviteUser,
  ],
});
