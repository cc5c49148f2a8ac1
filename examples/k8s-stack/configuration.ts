import * as pulumi from "@pulumi/pulumi";

/** The components of the control plane that can be scraped. */
export const controlPlaneComponents = ["kube-controller-manager", "kube-scheduler", "etcd", "kube-proxy"] as const;
export type ControlPlaneComponent = (typeof controlPlaneComponents)[number];

/** What stands in for keys that are not set. Pulumi.yaml says the same, and what the keys mean. */
export const defaults = {
  namespace: "monitoring",
  clusterName: "kubernetes",
  storage: "single" as "single" | "cluster",
  retention: "30d",
  volumeSize: "50Gi",
  storageClass: "",
  scrapeInterval: "30s",
  controlPlane: controlPlaneComponents as readonly ControlPlaneComponent[],
  slackWebhook: "",
  slackChannel: "#alerts",
  heartbeatWebhook: "",
  ingressClass: "nginx",
  grafanaHost: "",
  metricsHost: "",
} as const;

/** The stack's configuration. */
export interface Configuration extends Omit<typeof defaults, "slackWebhook" | "heartbeatWebhook"> {
  readonly grafanaPassword: pulumi.Output<string>;
  readonly slackWebhook?: pulumi.Output<string>;
  readonly heartbeatWebhook?: pulumi.Output<string>;
}

/** Reads the stack's configuration; an error names the key that is wrong. */
export function readConfiguration(): Configuration {
  const config = new pulumi.Config();
  const text = <Key extends keyof typeof defaults>(key: Key) => config.get(key) ?? defaults[key];
  const secret = (key: "slackWebhook" | "heartbeatWebhook") => (config.get(key) ? config.requireSecret(key) : undefined);
  return {
    namespace: text("namespace"),
    clusterName: text("clusterName"),
    storage: config.get("storage", { allowedValues: ["single", "cluster"] }) ?? defaults.storage,
    retention: text("retention"),
    volumeSize: text("volumeSize"),
    storageClass: text("storageClass"),
    scrapeInterval: text("scrapeInterval"),
    controlPlane: readControlPlane(config),
    slackWebhook: secret("slackWebhook"),
    slackChannel: text("slackChannel"),
    heartbeatWebhook: secret("heartbeatWebhook"),
    ingressClass: text("ingressClass"),
    grafanaHost: text("grafanaHost"),
    metricsHost: text("metricsHost"),
    grafanaPassword: config.requireSecret("grafanaPassword"),
  } as Configuration;
}

function readControlPlane(config: pulumi.Config): readonly ControlPlaneComponent[] {
  const given = config.getObject<string[]>("controlPlane");
  if (given === undefined) return defaults.controlPlane;
  const known: readonly string[] = controlPlaneComponents;
  const unknown = given.filter((name) => !known.includes(name));
  if (unknown.length > 0) {
    throw new pulumi.RunError(`controlPlane: unknown component ${unknown.join(", ")}: expected some of ${known.join(", ")}`);
  }
  return controlPlaneComponents.filter((name) => given.includes(name));
}
