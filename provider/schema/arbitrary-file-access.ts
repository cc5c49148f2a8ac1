import { boolean, object, structural } from "./fields";

export const arbitraryFileAccess = object(
  "ArbitraryFSAccessThroughSMsConfig",
  "Access of selected objects to files of the application's container, such as its token.",
  {
    deny: structural(boolean("Refuses selected objects that name files of the container, for credentials or certificates. Default false.")),
  },
);
