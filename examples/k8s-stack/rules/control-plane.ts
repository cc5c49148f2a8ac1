import type { ControlPlaneComponent } from "../configuration";
import type { RuleGroup } from "./rule";
import { alert, record } from "./rule";

const apiServer = 'job="apiserver"';
const quick = `${apiServer}, verb!~"WATCH|WATCHLIST|CONNECT|PROXY", subresource!~"proxy|log|exec|attach|portforward"`;

/** Which share of requests may fail. */
const allowedErrors = 0.01;
const windows = ["5m", "30m", "1h", "6h"] as const;

const measures: RuleGroup = {
  name: "apiserver-measures",
  rules: [
    record("verb:apiserver_requests:per_second", `sum by (verb) (rate(apiserver_request_total{${apiServer}}[5m]))`),
    ...windows.map((window) =>
      record(
        `apiserver_errors:ratio_${window}`,
        `sum(rate(apiserver_request_total{${apiServer}, code=~"5.."}[${window}])) / sum(rate(apiserver_request_total{${apiServer}}[${window}]))`,
      ),
    ),
    record(
      "verb_resource:apiserver_latency:p99",
      `histogram_quantile(0.99, sum by (verb, resource, le) (rate(apiserver_request_duration_seconds_bucket{${quick}}[5m])))`,
    ),
  ],
};

const apiServerAlerts: RuleGroup = {
  name: "apiserver",
  rules: [
    alert("ApiServerIsDown", {
      severity: "critical",
      expr: `absent(up{${apiServer}} == 1)`,
      for: "5m",
      summary: "No API server answers",
      finding: "Nothing in the cluster can be changed, and pods of failed nodes are not moved.",
      action: "Look at the machines of the control plane: the API server's log and etcd first, then the load balancer before it.",
    }),
    alert("ApiServerInstanceIsDown", {
      severity: "warning",
      expr: `up{${apiServer}} == 0`,
      for: "15m",
      summary: "The API server {{ $labels.instance }} does not answer",
      finding: "Others may still be there, but there is less left for the next failure.",
      action: "Look at its log on the machine, and at the etcd member beside it.",
    }),
    alert("ApiServerFailsManyRequests", {
      severity: "critical",
      expr: `apiserver_errors:ratio_1h > ${14 * allowedErrors} and apiserver_errors:ratio_5m > ${14 * allowedErrors}`,
      for: "2m",
      summary: "The API server fails many requests",
      finding: "{{ $value | humanizePercentage }} of the requests of the last hour ended with an error of the server.",
      action:
        "Group the errors by resource and code in the dashboard of the cluster. A webhook that does not answer and a slow etcd are likely.",
    }),
    alert("ApiServerFailsRequests", {
      severity: "warning",
      expr: `apiserver_errors:ratio_6h > ${3 * allowedErrors} and apiserver_errors:ratio_30m > ${3 * allowedErrors}`,
      for: "15m",
      summary: "The API server fails more requests than usual",
      finding: "{{ $value | humanizePercentage }} of the requests of the last six hours ended with an error of the server.",
      action: "Group the errors by resource and code, and look at the webhooks and at etcd.",
    }),
    alert("ApiServerIsSlow", {
      severity: "warning",
      expr: `verb_resource:apiserver_latency:p99{verb=~"GET|POST|PUT|PATCH|DELETE|APPLY"} > 2
        and on (verb, resource) sum by (verb, resource) (rate(apiserver_request_total{${quick}}[5m])) > 0.1`,
      for: "20m",
      summary: "The API server is slow with {{ $labels.verb }} {{ $labels.resource }}",
      finding: "One of a hundred requests takes {{ $value | humanizeDuration }} or longer.",
      action: "Look at etcd's disk first, then at webhooks for this resource, then for a client that asks for everything again and again.",
    }),
    alert("ApiServerRefusesRequests", {
      severity: "warning",
      expr: `sum by (priority_level) (rate(apiserver_flowcontrol_rejected_requests_total{${apiServer}}[10m])) > 0.1`,
      for: "15m",
      summary: "The API server turns requests away",
      finding: "Requests of the priority level {{ $labels.priority_level }} come faster than they can be served.",
      action: "Find the client by its user agent in the audit log, and slow it down.",
    }),
    alert("ApiServerWebhookFails", {
      severity: "warning",
      expr: `sum by (name, type) (rate(apiserver_admission_webhook_rejection_count{${apiServer}, error_type=~"calling_webhook_error|apiserver_internal_error"}[10m])) > 0`,
      for: "15m",
      summary: "The {{ $labels.type }} webhook {{ $labels.name }} does not answer",
      finding: "The API server cannot call it. With the failure policy Fail nothing that it watches over can be changed.",
      action: "See whether its pods run and its certificate is valid. Delete the webhook's configuration if it was left behind.",
    }),
    alert("AggregatedApiIsDown", {
      severity: "warning",
      expr: `sum by (name) (aggregator_unavailable_apiservice{${apiServer}}) > 0`,
      for: "15m",
      summary: "The API {{ $labels.name }} is not available",
      finding: "The Service behind the APIService does not answer. Deleting namespaces and the garbage collection stop until it does.",
      action: "kubectl describe apiservice names the reason. Delete the APIService if its server is gone for good.",
    }),
    alert("ApiServerClientCertificateExpires", {
      severity: "warning",
      expr: `histogram_quantile(0.01, sum by (le) (rate(apiserver_client_certificate_expiration_seconds_bucket{${apiServer}}[30m]))) < 7 * 24 * 3600
        and on () sum(rate(apiserver_client_certificate_expiration_seconds_count{${apiServer}}[30m])) > 0`,
      for: "1h",
      summary: "A client of the API server has a certificate that expires soon",
      finding: "It is valid for less than a week ({{ $value | humanizeDuration }}).",
      action: "Check the certificates of the control plane (kubeadm certs check-expiration) and the kubeconfig files of people and tools.",
    }),
    alert("ClientsOfApiServerFail", {
      severity: "warning",
      expr: `sum by (job, instance) (rate(rest_client_requests_total{job=~"kubelet|kube-.*", code=~"5.."}[10m]))
        / sum by (job, instance) (rate(rest_client_requests_total{job=~"kubelet|kube-.*"}[10m])) > 0.05`,
      for: "20m",
      summary: "{{ $labels.job }} on {{ $labels.instance }} gets errors from the API server",
      finding: "{{ $value | humanizePercentage }} of its requests fail.",
      action: "If there is only one such client look at its network, else at the API server.",
    }),
  ],
};

/** The effects of a missing component. */
const consequences: Readonly<Record<Exclude<ControlPlaneComponent, "etcd">, string>> = {
  "kube-controller-manager": "Nothing replaces failed pods, and Deployments, Jobs and endpoints are not kept up to date.",
  "kube-scheduler": "New pods stay pending, for nobody gives them a node.",
  "kube-proxy": "Changes of Services do not reach the nodes, so traffic goes to pods that are gone.",
};

const componentName = (component: string): string =>
  component
    .split("-")
    .map((word) => `${word.charAt(0).toUpperCase()}${word.slice(1)}`)
    .join("");

/** etcd has rules of its own. */
const hasComponentAlerts = (component: ControlPlaneComponent): component is Exclude<ControlPlaneComponent, "etcd"> => component !== "etcd";

function componentAlerts(component: Exclude<ControlPlaneComponent, "etcd">): RuleGroup {
  return {
    name: component,
    rules: [
      alert(`${componentName(component)}IsDown`, {
        severity: "critical",
        expr: `absent(up{job="${component}"} == 1)`,
        for: "15m",
        summary: `${component} cannot be scraped`,
        finding: consequences[component],
        action: `If its pods in kube-system run, it listens on 127.0.0.1 alone: set its bind address, or take ${component} out of the
          stack's configuration controlPlane.`,
      }),
      alert(`${componentName(component)}InstanceIsDown`, {
        severity: "warning",
        expr: `up{job="${component}"} == 0`,
        for: "15m",
        summary: `${component} on {{ $labels.instance }} does not answer`,
        finding: "It is found, but cannot be scraped.",
        action: "Look at its pod in kube-system and at its bind address.",
      }),
    ],
  };
}

const queues: RuleGroup = {
  name: "controller-queues",
  rules: [
    alert("ControllerFallsBehind", {
      severity: "warning",
      expr: `sum by (instance, name) (workqueue_depth{job="kube-controller-manager"}) > 100
        and on (instance, name) deriv(workqueue_depth{job="kube-controller-manager"}[15m]) > 0`,
      for: "20m",
      summary: "The controller {{ $labels.name }} falls behind",
      finding: "{{ $value | humanize }} objects wait for it, and there are more and more.",
      action: "See whether the API server is slow or turns its requests away, and whether something makes objects without end.",
    }),
    alert("PodsWaitForTheScheduler", {
      severity: "warning",
      expr: `sum by (queue) (scheduler_pending_pods{job="kube-scheduler", queue="active"}) > 50`,
      for: "15m",
      summary: "The scheduler does not keep up",
      finding: "{{ $value | humanize }} pods could be placed and wait for it.",
      action: "Look at the scheduler's log and its processor time, and at the latency of the API server.",
    }),
  ],
};

/** Rules on the API server, which every cluster has, and on the given components. */
export const controlPlaneRules = (components: readonly ControlPlaneComponent[]): readonly RuleGroup[] => [
  measures,
  apiServerAlerts,
  ...components.filter(hasComponentAlerts).map(componentAlerts),
  ...(components.includes("kube-controller-manager") || components.includes("kube-scheduler") ? [queues] : []),
];
