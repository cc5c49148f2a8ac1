import type { RuleGroup } from "./rule";
import { alert } from "./rule";

const pod = "{{ $labels.namespace }}/{{ $labels.pod }}";

/**
 * The config-reloader brings generated configuration to the running pods. An operator would report its failures in the status of its custom
 * resources; here these alerts do.
 */
const group: RuleGroup = {
  name: "config-reloader",
  rules: [
    alert("ConfigurationIsNotReloaded", {
      severity: "critical",
      expr: "configreloader_last_reload_successful == 0",
      for: "10m",
      summary: `${pod} does not take its configuration`,
      finding:
        "The application refused the last reload or could not be reached, so it runs with an older configuration than pulumi up applied.",
      action: `The log of the application (not of its config-reloader) names what it refuses. Correct it and run pulumi up; if somebody changed
        the Secret or ConfigMap by hand, pulumi up --refresh puts it right.`,
    }),
    alert("ConfigurationReloadsFail", {
      severity: "warning",
      expr: "increase(configreloader_last_reload_errors_total[30m]) > 3",
      summary: `Reloads of ${pod} fail now and then`,
      finding: "{{ $value | humanize }} of the reloads of the last half hour failed, even if the last one did not.",
      action: "Look for restarts and a lack of processor time: the application did not answer its config-reloader within ten seconds.",
    }),
    alert("ConfigurationCannotBeWatched", {
      severity: "warning",
      expr: "increase(configreloader_k8s_watch_errors_total[15m]) > 3",
      for: "5m",
      summary: `The config-reloader of ${pod} cannot watch its Secret`,
      finding: "{{ $value | humanize }} attempts failed in a quarter of an hour. The next change will not reach the application.",
      action: "See whether its Role lets it get, list and watch the Secret, and whether the API server can be reached from the pod.",
    }),
    alert("ConfigurationCannotBeUnpacked", {
      severity: "warning",
      expr: "increase(configreloader_secret_content_update_errors_total[15m]) > 0",
      keepFiringFor: "30m",
      summary: `The config-reloader of ${pod} cannot write the configuration`,
      finding: "The Secret lacks its key, its content is damaged, or the volume of the pod is full.",
      action: "Its log says which. pulumi up --refresh restores the Secret.",
    }),
    alert("ConfigReloaderIsDown", {
      severity: "warning",
      expr: 'up{job=~".*-reloader-http"} == 0',
      for: "15m",
      summary: `The config-reloader of ${pod} does not answer`,
      finding: "Changes of the configuration do not reach the application until the pod is started anew.",
      action: "Look at the container config-reloader of the pod and its log.",
    }),
  ],
};

export const configReloaderRules: readonly RuleGroup[] = [group];
