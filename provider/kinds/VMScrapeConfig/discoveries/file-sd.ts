import { item, list, object, required } from "../../../schema/fields";
import { discovery } from "./discovery";

export const fileSDConfigs = discovery({
  key: "file_sd_configs",
  description: "Targets from files of the scraper's container.",
  config: object("FileSDConfig", "Targets from files of the scraper's container, which are read again when they change.", {
    files: required(
      list("Paths or URLs of the files; `*` in the last part stands for anything. At least one is needed.", item, { minItems: 1 }),
    ),
  }),
  keys: { files: ({ files }) => files },
});
