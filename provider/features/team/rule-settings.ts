import { boolean, object, required, string } from "../../schema/fields";
import { contractOf } from "./contract";

/** The contract of an alert: the settings on which the rules of its team depend. */
export const alertContract = contractOf(
  object("TeamRuleSettings", "Settings of a VMAlert for the rules of its team.", {
    enforcedNamespaceLabel: string("Label that each rule gets with the namespace of its VMRule."),
    sendsAlerts: required(boolean("Whether alerts have a destination: without one, alerting rules are left out.")),
  }),
);
