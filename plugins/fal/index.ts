import { definePlugin } from "../kit/define-plugin.ts";
import { generateImage } from "./actions/generate-image.ts";
import { generateVideo } from "./actions/generate-video.ts";
import { runModel } from "./actions/run-model.ts";
import { searchModels } from "./actions/search-models.ts";
import { upscaleImage } from "./actions/upscale-image.ts";
import { falCredential } from "./credential.ts";

export const plugin = definePlugin({
  name: "fal",
  label: "fal",
  description: "A thousand models for pictures, films and sound.",
  docs: "https://docs.fal.ai",
  credential: falCredential,
  actions: [generateImage, generateVideo, upscaleImage, runModel, searchModels],
});
