import * as victoriametrics from "../../../provider";
import { namesOf } from "../names";
import { groupManifests, groupSettings } from "../settings/manifests";
import type { Settings } from "../settings/types";
import { at, find } from "./find";
import type { Stack } from "./stack";

/** A ConfigGroup of 100 manifests. */
export const group: Stack<Settings> = {
  name: "group",
  settings: groupSettings,
  configuration: () => ({ project: "manifests" }),
  program: (settings) => async () => {
    new victoriametrics.ConfigGroup("all", { objs: groupManifests(settings) });
  },
  names: namesOf,
  changes: [
    {
      name: "the interval of a job",
      edit: ({ serviceScrapes }) => {
        find(at(serviceScrapes, "returns/returns-cache").endpoints, ({ port }) => port === "http-metrics").interval = "10s";
      },
      shows: ["returns/returns-cache/0"],
    },
    {
      name: "a scrape object less",
      edit: ({ podScrapes }) => {
        delete podScrapes["delivery/delivery-batch"];
      },
      shows: ["delivery/delivery-batch/0"],
    },
    {
      name: "a target less",
      edit: ({ staticScrapes }) => {
        at(at(staticScrapes, "monitoring/switch").targetEndpoints, 0).targets.pop();
      },
      shows: ["monitoring/switch/0"],
    },
    {
      name: "a duration of an alert",
      edit: ({ rules }) => {
        const { rules: latency } = find(at(rules, "orders/orders-events"), ({ name }) => name.endsWith("latency"));
        find(latency, ({ alert }) => alert === "OrdersEventsIsSlow").for = "20m";
      },
      shows: ["orders-events-latency"],
    },
    {
      name: "a rule less",
      edit: ({ rules }) => {
        find(at(rules, "delivery/delivery-cache"), ({ name }) => name.endsWith("availability")).rules.splice(5, 1);
      },
      shows: ["delivery-cache-availability"],
    },
    {
      name: "a receiver's address",
      edit: ({ alertmanagerConfigs }) => {
        const { receivers } = at(alertmanagerConfigs, "network/alerts");
        at(find(receivers, ({ name }) => name === "network-tickets").webhook_configs ?? [], 0).url =
          "https://desk.example.com/hooks/network";
      },
      shows: ["network-tickets"],
    },
    {
      name: "a path of a user",
      edit: ({ users }) => {
        at(at(users, "monitoring/vehicles").targetRefs, 0).paths.push("/influx/write");
      },
      shows: ["vehicles"],
    },
    {
      name: "a user less",
      edit: ({ users }) => {
        delete users["monitoring/finance"];
      },
      shows: ["finance"],
    },
    {
      name: "a namespace more in a selector",
      edit: ({ agent }) => {
        at(agent.spec.serviceScrapeNamespaceSelector?.matchExpressions ?? [], 0).values.push("partners");
      },
      shows: ["partners/partners-api/0"],
    },
    {
      name: "the number of replicas",
      edit: ({ alert }) => {
        alert.spec.replicaCount = 3;
      },
    },
    {
      name: "an argument of the database",
      edit: ({ cluster }) => {
        cluster.spec.vmstorage.extraArgs = { "dedup.minScrapeInterval": "30s" };
      },
    },
  ],
};
