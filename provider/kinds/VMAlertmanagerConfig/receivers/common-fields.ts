import { boolean, described, string } from "../../../schema/fields";
import { secretKey } from "../../../schema/key-references";

/** Whether a receiver is told when alerts are over. */
export const sendResolved = (byDefault: boolean) => boolean(`Whether to tell when alerts are over, too. Default ${byDefault}.`);

/** Text that Alertmanager makes by a template of Go for each notification. */
export const template = (description: string) => string(`${description} A template.`);

/** A template that Alertmanager has a default for. */
export const templateWithDefault = (description: string) => string(`${description} A template; default: Alertmanager's own.`);

/** The address of a channel in line. */
export const webhookUrl = (description: string) =>
  string(`${description} It starts with http or https. It is a credential: anyone with it can write there.`, {
    example: "https://hook.example.com/alerts",
    secret: true,
  });

/** The same address in a Secret. */
export const webhookUrlSecret = (field: string) =>
  described(`The address in a Secret of the resource's namespace, in place of \`${field}\`.`, secretKey);

/** The address of an API. */
export const apiUrl = (description: string) =>
  string(`${description} It starts with http or https.`, { example: "https://api.example.com" });

/** `1h30m`, as Alertmanager reads durations. */
export const wholeDuration = (description: string) =>
  string(description, {
    pattern: /^(0|(([0-9]+)y)?(([0-9]+)w)?(([0-9]+)d)?(([0-9]+)h)?(([0-9]+)m)?(([0-9]+)s)?(([0-9]+)ms)?)$/,
    expected: "expected a duration such as 30s or 1h30m, the greatest unit first",
    example: "30s",
  });

/** A value in a Secret. */
export const secret = (description: string) => described(`${description}, in a Secret of the resource's namespace.`, secretKey);
