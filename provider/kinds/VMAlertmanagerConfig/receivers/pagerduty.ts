import type { z } from "zod";
import { filledFields, from, givenFields, listField, type SourcedKeys, secretOrFileFields } from "../../../config/sourced-keys";
import { list, map, object, required, string } from "../../../schema/fields";
import { sortedByBytes } from "../../../text/order";
import { apiUrl, secret, sendResolved, template, templateWithDefault } from "./common-fields";
import { checkOneOf } from "./field-checks";
import { httpConfig, httpConfigKey } from "./http-config";
import { filledEntries, receiverKind } from "./receiver";

const image = object("PagerDutyImage", "A picture in an incident.", {
  source: required(string("Address of the picture.")),
  href: string("Address that the picture leads to."),
  alt: string("Text in place of the picture."),
});

const link = object("PagerDutyLink", "A link in an incident.", {
  href: required(string("Address that the link leads to.")),
  text: string("Text of the link."),
});

const pagerDutyConfig = object("PagerDutyConfig", "Makes incidents of PagerDuty. Exactly one of the keys is needed.", {
  send_resolved: sendResolved(true),
  http_config: httpConfig,
  routing_key: secret("Key of an integration by the Events API v2"),
  service_key: secret('Key of an integration of the kind "Prometheus"'),
  url: apiUrl("Address that events are posted to. Default: the global `pagerduty_url`, PagerDuty's own."),
  client: templateWithDefault("Name of the sender of events."),
  client_url: templateWithDefault("Address of the sender of events."),
  description: templateWithDefault("Description of the event."),
  severity: template("How bad it is: `critical`, `error`, `warning` or `info`. Default `error`."),
  class: template("Kind of the event, `cpu` for example."),
  component: template("Affected part of the source."),
  group: template("Group of things that the source belongs to."),
  images: list("Pictures for the incident.", image),
  links: list("Links for the incident.", link),
  details: map("Further facts, by their names, beside those that Alertmanager adds itself. Empty ones are left out.", template("A fact.")),
});

const imageKeys: SourcedKeys<z.output<typeof image>> = {
  ...filledFields("href"),
  src: from("source", ({ source }) => source),
  ...filledFields("alt"),
};

const linkKeys: SourcedKeys<z.output<typeof link>> = { ...givenFields("href"), ...filledFields("text") };

export const pagerduty = receiverKind({
  description: "Incidents of PagerDuty.",
  config: pagerDutyConfig,
  keys: {
    ...httpConfigKey,
    ...secretOrFileFields("0.25", "routing_key", "service_key"),
    ...filledFields("url", "description", "client_url", "client", "class", "component", "group", "severity"),
    ...listField("images", imageKeys),
    ...listField("links", linkKeys),
    details: from("details", ({ details }) => filledEntries(details, sortedByBytes)),
    ...givenFields("send_resolved"),
  },
  check: (config, path, { report }) => checkOneOf(config, ["routing_key", "service_key"], path, report),
});
