import { expect } from "chai";
import { check } from "../../../provider/inspect/check-sources";
import { checkedObjects } from "../../../provider/inspect/checked-objects";
import { explain } from "../../../provider/inspect/explain";
import { prepare } from "../../../provider/render";
import { readYaml } from "../../../provider/sources/manifests";
import { readSource } from "../../../provider/sources/read-source";

const group = "operator.victoriametrics.com/v1beta1";
const agent = (more = "") =>
  `apiVersion: ${group}\nkind: VMAgent\nmetadata: {name: main, namespace: mon}\nspec: {selectAllByDefault: true, remoteWrite: [{url: "http://db:8428/api/v1/write"}]${more}}`;
const scrape = (spec: string, namespace = "shop", kind = "VMServiceScrape", name = "shop") =>
  `apiVersion: ${group}\nkind: ${kind}\nmetadata: {name: ${name}, namespace: ${namespace}}\nspec: ${spec}`;
const service = (spec: string, labels = "{app: shop}", namespace = "shop", name = "shop") =>
  `apiVersion: v1\nkind: Service\nmetadata: {name: ${name}, namespace: ${namespace}, labels: ${labels}}\nspec: ${spec}`;
const deployment = (ports: string, labels = "{app: shop}", more = "") =>
  `apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: shop, namespace: shop, labels: {app: shop}}\nspec: {selector: {matchLabels: ${labels}}, template: {metadata: {labels: ${labels}${more}}, spec: {containers: [{name: shop, image: shop, ports: ${ports}}]}}}`;

const byMetrics = scrape("{selector: {matchLabels: {app: shop}}, endpoints: [{port: metrics}]}");
const withMetrics = "{selector: {app: shop}, ports: [{name: metrics, port: 9090}]}";

/** A VMScrapeConfig that looks among Kubernetes' objects, with rules that keep some. */
const config = (item: string, rules = "[]") =>
  scrape(`{kubernetesSDConfigs: [${item}], relabelConfigs: ${rules}}`, "mon", "VMScrapeConfig");
const keep = (label: string, regex: string) => `{action: Keep, sourceLabels: [__meta_kubernetes_${label}], regex: ${regex}}`;

const textOf = (...objects: string[]) => [agent(), ...objects].join("\n---\n");
/** The warnings of objects about targets, as `path: message`. */
const warningsOf = (text: string): string[] =>
  check([readSource(text, "a.yaml")])
    .filter(({ message }) => message.startsWith("has no targets: "))
    .map(({ object, original = object, path, message }) => `${original} ${path}: ${message.slice("has no targets: ".length)}`);

const cases: Readonly<Record<string, readonly [objects: readonly string[], expected: readonly string[]]>> = {
  "a Service with another value of the label": [
    [byMetrics, service(withMetrics, "{app: Shop}")],
    ["VMServiceScrape/shop/shop spec.selector: no Service in namespace shop has app=shop (the Service shop/shop has app=Shop)"],
  ],
  "a Service without the label": [
    [byMetrics, service(withMetrics, "{team: shop}")],
    [
      "VMServiceScrape/shop/shop spec.selector: no Service in namespace shop has app=shop (the Service shop/shop has it only in spec.selector, not in metadata.labels)",
    ],
  ],
  "the value under another key": [
    [byMetrics, service("{ports: [{name: metrics, port: 1}]}", "{app.kubernetes.io/name: shop}")],
    ["VMServiceScrape/shop/shop spec.selector: no Service in namespace shop has app=shop (the Service shop/shop has no label app)"],
  ],
  "a Service without the port": [
    [byMetrics, service("{selector: {app: shop}, ports: [{name: http, port: 80}, {port: 8080}]}")],
    ['VMServiceScrape/shop/shop spec.endpoints[0].port: the Service shop/shop has no port "metrics" (it has http, 8080)'],
  ],
  "a port of the pods that the Service lacks": [
    [byMetrics, service("{selector: {app: shop}, ports: [{name: http, port: 80}]}"), deployment("[{name: metrics, containerPort: 9090}]")],
    [
      'VMServiceScrape/shop/shop spec.endpoints[0].port: the Service shop/shop has no port "metrics" (it has http): the pods of the Deployment shop/shop have it, so add it to the Service, or give it as targetPort',
    ],
  ],
  "a number as the name of a port": [
    [
      scrape('{selector: {matchLabels: {app: shop}}, endpoints: [{port: "9090"}]}'),
      service("{selector: {app: shop}, ports: [{name: http, port: 9090}]}"),
    ],
    [
      'VMServiceScrape/shop/shop spec.endpoints[0].port: the Service shop/shop has no port "9090" (it has http): port is a name, and the number of a pod\'s port is given as targetPort: 9090',
    ],
  ],
  "a number in quotes": [
    [
      scrape('{selector: {matchLabels: {app: shop}}, endpoints: [{targetPort: "9090"}]}'),
      service(withMetrics),
      deployment("[{name: metrics, containerPort: 9090}]"),
    ],
    [
      'VMServiceScrape/shop/shop spec.endpoints[0].targetPort: no pod has the port "9090" (the pods of the Deployment shop/shop have metrics): in quotes it is the name of a port, and a number is given as targetPort: 9090',
    ],
  ],
  "a template without the port that the Service leads to": [
    [byMetrics, service("{selector: {app: shop}, ports: [{name: metrics, port: 80, targetPort: m}]}"), deployment("[]")],
    [
      'VMServiceScrape/shop/shop spec.endpoints[0].port: the Service shop/shop leads its port "metrics" to the port "m", which no pod has (the pods of the Deployment shop/shop have no ports)',
    ],
  ],
  "a Service that selects no pods": [
    [byMetrics, service("{selector: {app: Shop}, ports: [{name: metrics, port: 80}]}"), deployment("[]")],
    [
      "VMServiceScrape/shop/shop spec.selector: the Service shop/shop leads to no pod: its spec.selector asks for app=Shop (the pods of the Deployment shop/shop have app=shop)",
    ],
  ],
  "a Service that is only a name": [
    [byMetrics, service("{type: ExternalName, externalName: example.org, ports: [{name: metrics, port: 80}]}")],
    [
      "VMServiceScrape/shop/shop spec.selector: the Service shop/shop is of type ExternalName, and has no endpoints: use a VMStaticScrape for its address",
    ],
  ],
  "a namespace that is not looked at": [
    [scrape("{selector: {matchLabels: {app: shop}}, endpoints: [{port: metrics}]}", "mon"), service(withMetrics)],
    [
      "VMServiceScrape/mon/shop spec.namespaceSelector: no Service in namespace mon has app=shop (the Service shop/shop has it, in a namespace that is not looked at): add shop to matchNames",
    ],
  ],
  "pods without a Service": [
    [byMetrics, deployment("[]")],
    [
      "VMServiceScrape/shop/shop spec.selector: no Service in namespace shop has app=shop (the pods of the Deployment shop/shop have it): add a Service, or use a VMPodScrape",
    ],
  ],
  "a label of the Deployment that its pods lack": [
    [
      scrape("{selector: {matchLabels: {app: shop}}, podMetricsEndpoints: [{port: metrics}]}", "shop", "VMPodScrape"),
      deployment("[]", "{team: a}"),
    ],
    [
      "VMPodScrape/shop/shop spec.selector: no pod in namespace shop has app=shop (the pods of the Deployment shop/shop have it only in its own metadata.labels, not in those of spec.template)",
    ],
  ],
  "a template without the port": [
    [
      scrape("{selector: {matchLabels: {app: shop}}, podMetricsEndpoints: [{portNumber: 9090}]}", "shop", "VMPodScrape"),
      deployment("[{name: http, containerPort: 80}, {containerPort: 81}]"),
    ],
    [
      "VMPodScrape/shop/shop spec.podMetricsEndpoints[0].portNumber: no pod has the port 9090 (the pods of the Deployment shop/shop have http, 81)",
    ],
  ],
  "an Ingress with other labels": [
    [
      scrape(
        "{vmProberSpec: {url: prober}, targets: {kubernetes: [{role: ingress, selector: {matchLabels: {app: shop}}}]}}",
        "shop",
        "VMProbe",
      ),
      "apiVersion: networking.k8s.io/v1\nkind: Ingress\nmetadata: {name: web, namespace: shop, labels: {app: shops}}\nspec: {}",
    ],
    [
      "VMProbe/shop/shop spec.targets.kubernetes[0].selector: no Ingress in namespace shop has app=shop (the Ingress shop/web has app=shops)",
    ],
  ],
  "nodes with other labels": [
    [
      scrape("{selector: {matchExpressions: [{key: role, operator: In, values: [worker, infra]}]}}", "mon", "VMNodeScrape"),
      "apiVersion: v1\nkind: Node\nmetadata: {name: one, labels: {role: control}}",
    ],
    ["VMNodeScrape/mon/shop spec.selector: no Node has role in (infra,worker) (the Node one has role=control)"],
  ],
  "pods with another value of the label that a VMScrapeConfig keeps": [
    [config("{role: pod}", `[${keep("pod_label_app_kubernetes_io_name", "shop")}]`), deployment("[]", "{app.kubernetes.io/name: Shop}")],
    [
      "VMScrapeConfig/mon/shop spec.relabelConfigs[0].regex: no pod has app_kubernetes_io_name=shop (the pods of the Deployment shop/shop have app_kubernetes_io_name=Shop)",
    ],
  ],
  "pods with another value of the label that a VMScrapeConfig asks the API server for": [
    [
      config("{role: pod, namespaces: {names: [shop]}, selectors: [{role: node, label: a=b}, {role: pod, label: 'tier, app in (shops)'}]}"),
      deployment("[]", "{app: shop, tier: web}"),
    ],
    [
      "VMScrapeConfig/mon/shop spec.kubernetesSDConfigs[0].selectors[1].label: no pod in namespace shop has tier and app in (shops) (the pods of the Deployment shop/shop have app=shop)",
    ],
  ],
  "a port that the pods of a VMScrapeConfig lack": [
    [
      config("{role: pod}", `[${keep("pod_label_app", "shop")}, ${keep("pod_container_port_name", "metrics|http")}]`),
      deployment("[{name: web, containerPort: 80}]"),
    ],
    [
      'VMScrapeConfig/mon/shop spec.relabelConfigs[1].regex: no pod has the port "metrics|http" (the pods of the Deployment shop/shop have web)',
    ],
  ],
  "a port that the Services of a VMScrapeConfig lack": [
    [
      config("{role: endpoints}", `[${keep("service_label_app", "shop")}, ${keep("endpoint_port_name", "metrics")}]`),
      service("{selector: {app: shop}, ports: [{name: http, port: 80}]}"),
    ],
    ['VMScrapeConfig/mon/shop spec.relabelConfigs[1].regex: the Service shop/shop has no port "metrics" (it has http)'],
  ],
  "pods without a Service, of a VMScrapeConfig": [
    [config("{role: endpointslice}", `[${keep("service_label_app", "shop")}]`), deployment("[]")],
    [
      "VMScrapeConfig/mon/shop spec.relabelConfigs[0].regex: no Service has app=shop (the pods of the Deployment shop/shop have it): add a Service, or use role: pod",
    ],
  ],
  "a namespace that a VMScrapeConfig does not look at": [
    [
      config("{role: service, namespaces: {ownNamespace: true}}", `[${keep("service_label_app", "shop")}]`),
      config("{role: service}", `[${keep("namespace", "mon")}, ${keep("service_label_app", "shop")}]`).replace("name: shop", "name: other"),
      service(withMetrics),
    ],
    [
      "VMScrapeConfig/mon/shop spec.kubernetesSDConfigs[0].namespaces: no Service in namespace mon has app=shop (the Service shop/shop has it, in a namespace that is not looked at): add shop to names",
      "VMScrapeConfig/mon/other spec.relabelConfigs[0].regex: no Service in namespace mon has app=shop (the Service shop/shop has it, in a namespace that is not looked at): add shop to regex",
    ],
  ],
  "nodes with other labels than a VMScrapeConfig keeps": [
    [
      config("{role: node}", `[${keep("node_label_role", "worker")}]`),
      "apiVersion: v1\nkind: Node\nmetadata: {name: one, labels: {role: workers}}",
    ],
    ["VMScrapeConfig/mon/shop spec.relabelConfigs[0].regex: no Node has role=worker (the Node one has role=workers)"],
  ],
  "a ScrapeConfig": [
    [
      "apiVersion: monitoring.coreos.com/v1alpha1\nkind: ScrapeConfig\nmetadata: {name: shop, namespace: mon}\nspec: {kubernetesSDConfigs: [{role: Service, namespaces: {names: [shop]}, selectors: [{role: Service, label: app=shop}]}]}",
      service(withMetrics, "{app: Shop}"),
    ],
    [
      "ScrapeConfig/mon/shop spec.kubernetesSDConfigs[0].selectors[0].label: no Service in namespace shop has app=shop (the Service shop/shop has app=Shop)",
    ],
  ],
  "quite another Service, where all are given": [
    [byMetrics, service(withMetrics, "{app: cart}", "shop", "cart")],
    ["VMServiceScrape/shop/shop spec.selector: no Service in namespace shop has app=shop (the Service shop/cart has app=cart)"],
  ],
  "a ServiceMonitor": [
    [
      "apiVersion: monitoring.coreos.com/v1\nkind: ServiceMonitor\nmetadata: {name: shop, namespace: shop}\nspec: {selector: {matchLabels: {app: shop}}, endpoints: [{port: metrics}]}",
      service("{selector: {app: shop}, ports: [{name: http, port: 80}]}"),
    ],
    ['ServiceMonitor/shop/shop spec.endpoints[0].port: the Service shop/shop has no port "metrics" (it has http)'],
  ],
};

const silent: Readonly<Record<string, readonly string[]>> = {
  "a VMScrapeConfig asks another API server": [
    config("{role: pod, apiServer: 'https://other'}", `[${keep("pod_label_app", "shop")}]`),
    deployment("[]", "{app: Shop}"),
  ],
  "a rule of a VMScrapeConfig keeps empty values, or is about another object": [
    config("{role: pod}", `[${keep("pod_label_app", "'shop|'")}, ${keep("service_label_app", "shop")}]`),
    deployment("[]", "{app: Shop}"),
    service(withMetrics, "{app: Shop}"),
  ],
  "rules of a VMScrapeConfig change labels before they keep any": [
    config(
      "{role: pod}",
      `[{action: labelmap, regex: app, replacement: __meta_kubernetes_pod_label_app}, ${keep("pod_label_app", "shop")}]`,
    ),
    deployment("[]", "{app: Shop}"),
  ],
  "a VMScrapeConfig asks for labels that endpoints alone have": [
    config("{role: endpointslice, selectors: [{role: endpointslice, label: kubernetes.io/service-name=shop}]}"),
    service(withMetrics),
  ],
  "a VMScrapeConfig finds one by an expression": [
    config("{role: pod}", `[${keep("pod_label_app", "sh.*")}, ${keep("pod_container_port_name", "'metrics|http'")}]`),
    deployment("[{name: http, containerPort: 80}]"),
  ],
  "nothing but scrape objects is given": [byMetrics],
  "only another namespace has objects": [byMetrics, service(withMetrics, "{app: cart}", "cart", "cart")],
  "one of two Services has the port": [
    byMetrics,
    service(withMetrics),
    service("{ports: [{name: http, port: 1}]}", "{app: shop}", "shop", "b"),
  ],
  "a mesh adds containers": [
    scrape("{podMetricsEndpoints: [{port: proxy}]}", "shop", "VMPodScrape"),
    deployment("[]", "{app: shop}", ", annotations: {sidecar.istio.io/inject: 'true'}"),
  ],
  "the endpoints of the Service are given": [
    byMetrics,
    service("{selector: {app: Shop}, ports: [{name: metrics, port: 80}]}"),
    deployment("[]"),
    "apiVersion: v1\nkind: Endpoints\nmetadata: {name: shop, namespace: shop}",
  ],
  "a Service without a selector has endpoints of others": [byMetrics, service("{ports: [{name: metrics, port: 80}]}")],
  "a custom resource becomes the Service": [
    scrape("{selector: {matchLabels: {app.kubernetes.io/name: vmagent}}, endpoints: [{port: http}]}", "mon"),
    service("{ports: [{name: http, port: 80}]}", "{app.kubernetes.io/name: vmagents}", "mon"),
  ],
  "another API may bring the Service": [
    byMetrics,
    service(withMetrics, "{app: cart}", "shop", "cart"),
    "apiVersion: helm.toolkit.fluxcd.io/v2\nkind: HelmRelease\nmetadata: {name: shop, namespace: shop}",
  ],
  "the cluster brings the Service": [
    scrape("{selector: {matchLabels: {component: apiserver}}, endpoints: [{port: https}]}", "default"),
    service(withMetrics, "{app: cart}", "default", "cart"),
    scrape(
      "{selector: {matchLabels: {k8s-app: kubelet}}, endpoints: [{port: https-metrics}]}",
      "kube-system",
      "VMServiceScrape",
      "kubelet",
    ),
    service(withMetrics, "{k8s-app: kube-dns}", "kube-system", "dns"),
  ],
  "another scrape object finds the Service of the other namespace": [
    byMetrics,
    scrape("{selector: {matchLabels: {app: shop}}, endpoints: [{port: metrics}]}", "mon"),
    service(withMetrics),
  ],
};

describe("the nearest miss of a scrape object without targets", () => {
  for (const [name, [objects, expected]] of Object.entries(cases))
    it(`is ${name}`, () => expect(warningsOf(textOf(...objects))).to.deep.equal(expected));

  for (const [name, objects] of Object.entries(silent))
    it(`is not told where ${name}`, () => expect(warningsOf(textOf(...objects))).to.deep.equal([]));

  it("names the setting of a scraper that confines it", () => {
    const object = scrape("{selector: {matchLabels: {app: shop}}, namespaceSelector: {any: true}, endpoints: [{port: metrics}]}", "mon");
    const [warning] = warningsOf([agent(", ignoreNamespaceSelectors: true"), object, service(withMetrics)].join("\n---\n"));
    expect(warning).to.include("spec.ignoreNamespaceSelectors confines the VMAgent mon/main to the object's own namespace");
  });

  it("is told once, and only of objects that are selected", () => {
    const second = agent().replace("name: main", "name: second");
    const lost = [byMetrics, service(withMetrics, "{app: Shop}")];
    expect(warningsOf([agent(), second, ...lost].join("\n---\n"))).to.have.lengthOf(1);
    expect(warningsOf(lost.join("\n---\n"))).to.deep.equal([]);
  });

  it("comes with the line of the field", () => {
    const [problem] = check([readSource(textOf(byMetrics, service("{ports: []}")), "a.yaml")]).filter(({ path }) => path);
    expect(problem?.position).to.deep.equal({ file: "a.yaml", line: 9, column: 59 });
  });
});

describe("explain", () => {
  const explained = (reference: string, ...objects: string[]) =>
    explain(prepare(readYaml(textOf(...objects), "a.yaml")), reference).split("\n");

  it("says who scrapes a Service, with the targets", () => {
    expect(explained("Service/shop", byMetrics, service(withMetrics), deployment("[]"))).to.deep.equal([
      "Service/shop/shop",
      "VMAgent/mon/main scrapes it, because of VMServiceScrape/shop/shop:",
      "  job serviceScrape/shop/shop/0",
      "    http://shop-1.predicted:9090/metrics (predicted)",
      "",
    ]);
  });

  it("says by what a Service is missed, or that nothing selects the scrape object that would find it", () => {
    expect(explained("Service/shop/shop", byMetrics, service(withMetrics, "{app: Shop}"))).to.deep.equal([
      "Service/shop/shop",
      "Nothing scrapes it.",
      "VMServiceScrape/shop/shop misses it: spec.selector: no Service in namespace shop has app=shop (the Service shop/shop has app=Shop)",
      "",
    ]);
    const alone = explain(prepare(readYaml([byMetrics, service(withMetrics)].join("\n---\n"), "a.yaml")), "Service/shop");
    expect(alone).to.include("VMServiceScrape/shop/shop would find it, but nothing selects VMServiceScrape/shop/shop.");
  });

  it("goes on from a scrape object to its targets and to the ones that its jobs drop, where Services and workloads are given", () => {
    const lines = explained("VMServiceScrape/shop", byMetrics, service(withMetrics), deployment("[]"));
    expect(lines.slice(lines.indexOf("  Its targets:"), -1)).to.deep.equal([
      "  Its targets:",
      "    serviceScrape/shop/shop/0: 1 target, 0 dropped",
      "      http://shop-1.predicted:9090/metrics  Endpoints/shop/shop (predicted)",
      '        {endpoint="metrics", instance="shop-1.predicted:9090", job="shop", namespace="shop", pod="shop-(1)", service="shop"}',
    ]);
    expect(explained("VMServiceScrape/shop", byMetrics)).not.to.include("  Its targets:");
  });

  it("says which Services lead to a workload", () => {
    expect(explained("Deployment/shop", byMetrics, service(withMetrics), deployment("[]"))).to.deep.equal([
      "Deployment/shop/shop",
      "Service/shop/shop leads to it.",
      "VMAgent/mon/main scrapes it, because of VMServiceScrape/shop/shop:",
      "  job serviceScrape/shop/shop/0",
      "    http://shop-1.predicted:9090/metrics (predicted)",
      "",
    ]);
  });
});

describe("a check without errors", () => {
  it("says what it has looked at", () => {
    const line = (...objects: string[]) => checkedObjects([readSource(textOf(...objects), "a.yaml")]);
    expect(line(byMetrics, service(withMetrics), service(withMetrics, "{}", "a"))).to.equal(
      "checked 4 objects in 1 file: 2 Service, 1 VMAgent, 1 VMServiceScrape",
    );
    expect(line(byMetrics)).to.equal(
      "checked 2 objects in 1 file: 1 VMAgent, 1 VMServiceScrape; without Services, Pods and workloads among them nothing is said of targets",
    );
  });
});
