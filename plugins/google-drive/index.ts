import { googleCredential } from "../google/credential.ts";
import { definePlugin } from "../kit/define-plugin.ts";
import { copyFile } from "./actions/copy-file.ts";
import { createFolder } from "./actions/create-folder.ts";
import { deleteFile } from "./actions/delete-file.ts";
import { downloadFile } from "./actions/download-file.ts";
import { getFile } from "./actions/get-file.ts";
import { listFiles } from "./actions/list-files.ts";
import { moveFile } from "./actions/move-file.ts";
import { shareFile } from "./actions/share-file.ts";
import { trashFile } from "./actions/trash-file.ts";
import { updateFile } from "./actions/update-file.ts";
import { uploadFile } from "./actions/upload-file.ts";

export const plugin = definePlugin({
  name: "googleDrive",
  label: "Google Drive",
  description: "Files and folders: upload, download, find, share and sort them.",
  docs: "https://developers.google.com/workspace/drive/api/reference/rest/v3",
  credential: googleCredential,
  actions: [uploadFile, downloadFile, listFiles, getFile, createFolder, updateFile, moveFile, copyFile, shareFile, trashFile, deleteFile],
});
