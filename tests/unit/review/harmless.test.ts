import { expect } from "chai";
import { type Editable, find, reviewed } from "./base";

type Change = (objects: Editable[]) => Editable[] | undefined;

const pod = (objects: Editable[]) => find(objects, "Deployment plain").spec.template.spec;
const container = (objects: Editable[]) => pod(objects).containers[0];

/** Data with its keys the other way round. */
function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversed);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, item]) => [key, reversed(item)]),
  );
}

/** Changes of labels, of the order and of the spelling alone. None of them restarts a pod, and none is a risk. */
const harmless: Readonly<Record<string, Change>> = {
  "objects in another order": (objects) => objects.reverse(),
  "keys in another order": (objects) => objects.map((object) => reversed(object) as Editable),
  "a label of a VMSingle": (objects) => void Object.assign(find(objects, "VMSingle db").metadata, { labels: { team: "a" } }),
  "an annotation of a VMSingle": (objects) => void Object.assign(find(objects, "VMSingle db").metadata, { annotations: { note: "a" } }),
  "a label of a scrape object": (objects) => void Object.assign(find(objects, "VMServiceScrape shop").metadata, { labels: { team: "a" } }),
  "a label of a rule object": (objects) => void Object.assign(find(objects, "VMRule shop").metadata, { labels: { team: "a" } }),
  "a label of all objects of a VMAuth": (objects) =>
    void Object.assign(find(objects, "VMAuth main").spec, { managedMetadata: { labels: { team: "a" } } }),
  "an annotation of all objects of a VMAlert": (objects) =>
    void Object.assign(find(objects, "VMAlert main").spec, { managedMetadata: { annotations: { note: "a" } } }),
  "a label of a Service": (objects) => void Object.assign(find(objects, "Service plain").metadata, { labels: { team: "a" } }),
  "an annotation of a Service": (objects) => void Object.assign(find(objects, "Service plain").metadata, { annotations: { note: "a" } }),
  "ports of a Service in another order": (objects) => void find(objects, "Service plain").spec.ports.reverse(),
  "the default type of a Service, written down": (objects) =>
    void Object.assign(find(objects, "Service plain").spec, { type: "ClusterIP" }),
  "a label of a Deployment": (objects) =>
    void Object.assign(find(objects, "Deployment plain").metadata, { labels: { app: "plain", team: "a" } }),
  "an annotation of a Deployment": (objects) =>
    void Object.assign(find(objects, "Deployment plain").metadata, { annotations: { note: "a" } }),
  "a history limit of a Deployment": (objects) => void Object.assign(find(objects, "Deployment plain").spec, { revisionHistoryLimit: 3 }),
  "0.5 for 500m": (objects) => void Object.assign(container(objects).resources.requests, { cpu: "0.5" }),
  "1024Mi for 1Gi": (objects) => void Object.assign(container(objects).resources.requests, { memory: "1024Mi" }),
  "a number of CPUs for a text": (objects) => void Object.assign(container(objects).resources, { requests: { cpu: 0.5, memory: "1Gi" } }),
  "the default protocol of a port": (objects) =>
    void Object.assign(container(objects), { ports: [{ containerPort: 80, protocol: "TCP" }] }),
  "the default policy for images": (objects) => void Object.assign(container(objects), { imagePullPolicy: "IfNotPresent" }),
  "the defaults of a probe": (objects) =>
    void Object.assign(container(objects), {
      readinessProbe: { httpGet: { port: 80, path: "/", scheme: "HTTP" }, periodSeconds: 10, timeoutSeconds: 1 },
    }),
  "empty lists and maps of a pod": (objects) =>
    void Object.assign(pod(objects), { tolerations: [], nodeSelector: {}, imagePullSecrets: [] }),
  "nulls in a pod": (objects) => void Object.assign(pod(objects), { affinity: null, runtimeClassName: null }),
  "switches that are off anyway": (objects) => void Object.assign(pod(objects), { hostNetwork: false, hostPID: false }),
  "the defaults of a pod": (objects) =>
    void Object.assign(pod(objects), { dnsPolicy: "ClusterFirst", restartPolicy: "Always", terminationGracePeriodSeconds: 30 }),
  "an empty list of arguments' neighbours": (objects) => void Object.assign(container(objects), { env: [], command: [] }),
  "the default number of minimum ready seconds": (objects) =>
    void Object.assign(find(objects, "Deployment plain").spec, { minReadySeconds: 0 }),
  "labels of a selector in another order": (objects) =>
    void Object.assign(find(objects, "VMServiceScrape shop").spec.selector, { matchLabels: { tier: "front", app: "shop" } }),
  "1Gi more for a claim": (objects) =>
    void Object.assign(find(objects, "PersistentVolumeClaim plain").spec.resources.requests, { storage: "11Gi" }),
  "a claim in another spelling": (objects) =>
    void Object.assign(find(objects, "PersistentVolumeClaim plain").spec.resources.requests, { storage: "10240Mi" }),
  "larger claims of storage nodes": (objects) =>
    void Object.assign(find(objects, "VMCluster large").spec.vmstorage.storage.volumeClaimTemplate.spec.resources.requests, {
      storage: "20Gi",
    }),
  "a ConfigMap without mounts": (objects) => void Object.assign(find(objects, "ConfigMap plain"), { data: { text: "two" } }),
  "verbs of a role in another order": (objects) => void find(objects, "ClusterRole plain").rules[0].verbs.reverse(),
  "a right of a role less": (objects) => void find(objects, "ClusterRole plain").rules[0].verbs.pop(),
  "a rule of a role in two parts": (objects) =>
    void Object.assign(find(objects, "ClusterRole plain"), {
      rules: [
        { apiGroups: [""], resources: ["pods"], verbs: ["get", "list"] },
        { apiGroups: [""], resources: ["services"], verbs: ["get", "list"] },
      ],
    }),
  "a scrape interval": (objects) => void Object.assign(find(objects, "VMServiceScrape shop").spec.endpoints[0], { interval: "15s" }),
  "one more scrape object": (objects) => [
    ...objects,
    { ...structuredClone(find(objects, "VMPodScrape batch")), metadata: { name: "more", namespace: "monitoring" } },
  ],
  "one more alert": (objects) => void find(objects, "VMRule shop").spec.groups[0].rules.push({ alert: "More", expr: "up == 0" }),
  "an alert in another group": (objects) => {
    const { groups } = find(objects, "VMRule shop").spec;
    groups.push({ name: "other", rules: groups[0].rules.splice(1) });
  },
  "alerts in another order": (objects) => void find(objects, "VMRule shop").spec.groups[0].rules.reverse(),
  "a narrower path of a user": (objects) =>
    void Object.assign(find(objects, "VMUser writer").spec.targetRefs[0].static, { url: "http://other:8428" }),
  "one more route and receiver": (objects) => {
    find(objects, "VMAlertmanager main").spec.configRawYaml =
      "route: {receiver: none, routes: [{receiver: page, matchers: [severity=page]}, {receiver: more, matchers: [a=b]}]}\n" +
      "receivers: [{name: none}, {name: page}, {name: more}]\n";
  },
  "formatting of a configuration": (objects) => {
    find(objects, "VMAlertmanager main").spec.configRawYaml =
      "# a comment\nroute:\n  receiver: none\n  routes:\n    - receiver: page\n      matchers: [severity=page]\nreceivers:\n  - name: none\n  - name: page\n";
  },
};

describe("a change that does no harm", () => {
  it("is one of at least 30", () => {
    expect(Object.keys(harmless)).to.have.lengthOf.at.least(30);
  });

  for (const [title, change] of Object.entries(harmless)) {
    it(`${title}: no risk, no restart`, () => {
      const { risks, rollouts } = reviewed(change);
      expect(risks).to.deep.equal([]);
      expect(rollouts).to.deep.equal([]);
    });
  }
});
