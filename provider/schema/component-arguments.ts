import { boolean, structural } from "./fields";

/** Narrower permissions than the operator's; of every kind that derives Roles. */
export const leastPrivilege = structural(
  boolean(
    "Derives no permissions beyond what this component needs: Roles name the objects that may be read. Default false, the operator's permissions.",
  ),
);
