import { boolean, object, structural } from "./fields";

export const arbitraryFileAccess = object(
  "ArbitraryFSAccessThroughSMsConfig",
  "Whether selected objects may make the application read files of its container, such as its token.",
  {
    deny: structural(boolean("Refuses selected objects that name files of the container, for credentials or certificates. Default false.")),
  },
);
