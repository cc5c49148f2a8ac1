import * as pulumi from "@pulumi/pulumi";

/** The components of the control plane that can be scraped. */
export const controlPlaneComponents = ["kube-controller-manager", "kube-scheduler", "etcd", "kube-proxy"] as const;
export type ControlPlaneComponent = (typeof controlPlaneComponents)[number];

/** Keys of the configuration that are not secret; Pulumi.yaml says what they mean. */
interface Settings {
  readonly namespace: string;
  readonly clusterName: string;
  readonly storage: "single" | "cluster";
  readonly retention: string;
  readonly volumeSize: string;
  readonly storageClass: string;
  readonly scrapeInterval: string;
  readonly controlPlane: readonly ControlPlaneComponent[];
  readonly slackChannel: string;
  readonly ingressClass: string;
  readonly grafanaHost: string;
  readonly metricsHost: string;
}

/** Defaults of the settings. Pulumi.yaml has the same. */
export const defaults: Settings = {
  namespace: "monitoring",
  clusterName: "kubernetes",
  storage: "single",
  retention: "30d",
  volumeSize: "50Gi",
  storageClass: "",
  scrapeInterval: "30s",
  controlPlane: controlPlaneComponents,
  slackChannel: "#alerts",
  ingressClass: "nginx",
  grafanaHost: "",
  metricsHost: "",
};

/** The stack's configuration. */
export interface Configuration extends Settings {
  readonly grafanaPassword: pulumi.Output<string>;
  readonly slackWebhook?: pulumi.Output<string>;
  readonly heartbeatWebhook?: pulumi.Output<string>;
}

/** Reads the stack's configuration; an error names the key that is wrong. */
export function readConfiguration(): Configuration {
  const config = new pulumi.Config();
  const text = (key: Exclude<keyof Settings, "storage" | "controlPlane">) => config.get(key) ?? defaults[key];
  const address = (key: "slackWebhook" | "heartbeatWebhook") => (config.get(key) ? config.requireSecret(key) : undefined);
  return {
    namespace: text("namespace"),
    clusterName: text("clusterName"),
    storage: config.get("storage", { allowedValues: ["single", "cluster"] }) ?? defaults.storage,
    retention: text("retention"),
    volumeSize: text("volumeSize"),
    storageClass: text("storageClass"),
    scrapeInterval: text("scrapeInterval"),
    controlPlane: readControlPlane(config),
    slackWebhook: address("slackWebhook"),
    slackChannel: text("slackChannel"),
    heartbeatWebhook: address("heartbeatWebhook"),
    ingressClass: text("ingressClass"),
    grafanaHost: text("grafanaHost"),
    metricsHost: text("metricsHost"),
    grafanaPassword: config.requireSecret("grafanaPassword"),
  };
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
