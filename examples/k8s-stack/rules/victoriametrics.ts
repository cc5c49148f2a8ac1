import type { RuleGroup } from "./rule";
import { alert } from "./rule";

/** The label that every self-scrape of a component of VictoriaMetrics adds. */
const own = 'victoriametrics_app="true"';
const instance = "{{ $labels.job }} ({{ $labels.instance }})";

const common: RuleGroup = {
  name: "victoriametrics",
  rules: [
    alert("VictoriaMetricsComponentIsDown", {
      severity: "critical",
      expr: `up{${own}} == 0`,
      for: "10m",
      summary: `${instance} does not answer`,
      finding: "A component of the monitoring itself is down, or its metrics cannot be reached.",
      action: "Look at its pod and at the log of the container before the last restart.",
    }),
    alert("VictoriaMetricsComponentRestarts", {
      severity: "warning",
      expr: "changes(vm_app_start_timestamp[30m]) > 3",
      summary: `${instance} restarts again and again`,
      finding: "It was started {{ $value | humanize }} times in half an hour.",
      action: "The exit code of its last run says why: 137 is a lack of memory, 1 a flag or a file that it does not take.",
    }),
    alert("VictoriaMetricsComponentLogsErrors", {
      severity: "warning",
      expr: 'sum by (job, instance, location) (increase(vm_log_messages_total{level=~"error|panic|fatal"}[10m])) > 10',
      for: "15m",
      summary: `${instance} logs many errors`,
      finding: "{{ $value | humanize }} in ten minutes, at {{ $labels.location }} of its source.",
      action: "Read them: kubectl logs.",
    }),
    alert("VictoriaMetricsComponentRunsOutOfMemory", {
      severity: "warning",
      expr: "max_over_time(process_resident_memory_anon_bytes[10m]) / vm_available_memory_bytes > 0.85",
      for: "15m",
      summary: `${instance} uses most of its memory`,
      finding: "{{ $value | humanizePercentage }} of its limit is in use; queries and merges need some at once.",
      action: "Raise its memory limit, or look for a growing number of series or for heavy queries.",
    }),
    alert("VictoriaMetricsComponentNeedsMoreCpu", {
      severity: "warning",
      expr: "rate(process_cpu_seconds_total[5m]) / process_cpu_cores_available > 0.9",
      for: "20m",
      summary: `${instance} uses all of its processor time`,
      finding: "{{ $value | humanizePercentage }} of its limit is in use.",
      action: "Raise its CPU limit, or add replicas where it can have some.",
    }),
    alert("VictoriaMetricsComponentRunsOutOfFileDescriptors", {
      severity: "critical",
      expr: `process_open_fds{${own}} / process_max_fds{${own}} > 0.85`,
      for: "10m",
      summary: `${instance} can open few more files`,
      finding: "{{ $value | humanizePercentage }} of its file descriptors are open.",
      action: "Raise the limit of the container runtime. Very many targets or very many small parts on the disk need them.",
    }),
    alert("VictoriaMetricsRequestsFail", {
      severity: "warning",
      expr: "sum by (job, instance, path) (increase(vm_http_request_errors_total[10m])) > 10",
      for: "10m",
      summary: `Requests to ${instance} fail`,
      finding: "{{ $value | humanize }} requests to {{ $labels.path }} ended with an error in ten minutes.",
      action: "Its log shows the requests and their errors, often a query that is wrong or goes over a limit.",
    }),
  ],
};

const storage: RuleGroup = {
  name: "victoriametrics-storage",
  rules: [
    alert("StorageIsReadOnly", {
      severity: "critical",
      expr: "vm_storage_is_read_only == 1",
      for: "1m",
      summary: `${instance} takes no more samples`,
      finding: "Less disk space is free than -storage.minFreeDiskSpaceBytes asks for.",
      action: "Raise volumeSize in the stack's configuration: claims grow in the same update, if their StorageClass allows it.",
    }),
    alert("StorageFillsUp", {
      severity: "warning",
      expr: `predict_linear(vm_free_disk_space_bytes[12h], 4 * 24 * 3600) < 0
        and on (job, instance, path) vm_free_disk_space_bytes / vm_total_disk_space_bytes < 0.4`,
      for: "2h",
      summary: `The volume of ${instance} is full within four days`,
      finding: "At the speed of the last twelve hours no space will be left by then.",
      action: "Raise volumeSize or shorten retention in the stack's configuration.",
    }),
    alert("StorageIsAlmostFull", {
      severity: "critical",
      expr: "vm_free_disk_space_bytes / vm_total_disk_space_bytes < 0.1",
      for: "30m",
      summary: `The volume of ${instance} is almost full`,
      finding: "{{ $value | humanizePercentage }} of it is free. Merges need space too, so queries become slow before it is full.",
      action: "Raise volumeSize or shorten retention in the stack's configuration.",
    }),
    alert("StorageInsertsSlowly", {
      severity: "warning",
      expr: "rate(vm_slow_row_inserts_total[10m]) / (rate(vm_rows_added_to_storage_total[10m]) > 0) > 0.1",
      for: "30m",
      summary: `${instance} has too little memory for its active series`,
      finding: "For {{ $value | humanizePercentage }} of the samples it had to look their series up on the disk.",
      action: "Give it more memory, or reduce the number of active series: vmui shows under Cardinality which metrics have most.",
    }),
    alert("StorageSeesManyNewSeries", {
      severity: "warning",
      expr: `sum by (job, instance) (increase(vm_new_timeseries_created_total[24h]))
        > 4 * sum by (job, instance) (vm_cache_entries{type="storage/hour_metric_ids"})`,
      for: "1h",
      summary: `${instance} gets new series all the time`,
      finding: "In a day {{ $value | humanize }} new series came up, more than four times as many as are active.",
      action: "Find labels that change often, such as identifiers of requests or pods of short jobs, and drop them when scraping.",
    }),
    alert("StorageDropsSeries", {
      severity: "warning",
      expr: "increase(vm_hourly_series_limit_rows_dropped_total[15m]) > 0 or increase(vm_daily_series_limit_rows_dropped_total[15m]) > 0",
      for: "10m",
      summary: `${instance} drops samples of new series`,
      finding: "More series came up than -storage.maxHourlySeries or -storage.maxDailySeries allow.",
      action: "Find the metrics that grew in vmui under Cardinality. Raise the limit only if they are wanted.",
    }),
    alert("StorageIgnoresSamples", {
      severity: "warning",
      expr: "sum by (job, instance, reason) (increase(vm_rows_ignored_total[15m])) > 0",
      for: "30m",
      summary: `${instance} ignores samples: {{ $labels.reason }}`,
      finding: "{{ $value | humanize }} samples of the last quarter of an hour were not stored.",
      action: "For timestamps that are too big or too small correct the clock of the sender; for the rest its log has examples.",
    }),
    alert("StorageMetadataIsIncomplete", {
      severity: "critical",
      expr: "increase(vm_missing_metric_names_for_metric_id_total[10m]) > 0",
      for: "10m",
      summary: `${instance} misses names of series`,
      finding: "Its index is damaged, so queries may lack series.",
      action: "Restore a backup, or replace the node if its data is on another one too. Look for errors of the disk.",
    }),
    alert("QueriesAreTurnedAway", {
      severity: "warning",
      expr: "increase(vm_concurrent_select_limit_timeout_total[10m]) > 0",
      for: "10m",
      summary: `${instance} turns queries away`,
      finding: "{{ $value | humanize }} queries waited too long for others to end.",
      action: "Find the heavy ones in vmui under Top queries. Then add replicas or processor time.",
    }),
    alert("InsertsAreTurnedAway", {
      severity: "warning",
      expr: "increase(vm_concurrent_insert_limit_timeout_total[10m]) > 0",
      for: "10m",
      summary: `${instance} turns samples away`,
      finding: "{{ $value | humanize }} requests waited too long. The agent keeps their samples and tries again, so nothing is lost yet.",
      action: "Look at its processor time and its disk.",
    }),
  ],
};

const cluster: RuleGroup = {
  name: "victoriametrics-cluster",
  rules: [
    alert("StorageNodeIsUnreachable", {
      severity: "critical",
      expr: "vm_rpc_vmstorage_is_reachable == 0",
      for: "5m",
      summary: `${instance} cannot reach the storage node {{ $labels.addr }}`,
      finding: "With one node away everything is still there, because each sample is on two; with two away queries lack data.",
      action: "Look at the pod of the storage node, and do not restart another one until it is back.",
    }),
    alert("StorageNodeIsReadOnly", {
      severity: "warning",
      expr: "vm_rpc_vmstorage_is_read_only == 1",
      for: "5m",
      summary: "The storage node {{ $labels.addr }} takes no more samples",
      finding: "vminsert sends its share to the others, which fill up faster.",
      action: "Raise volumeSize in the stack's configuration.",
    }),
    alert("SamplesAreRerouted", {
      severity: "warning",
      expr: "sum by (job, addr) (rate(vm_rpc_rows_rerouted_from_here_total[10m])) > 0",
      for: "30m",
      summary: "Samples for the storage node {{ $labels.addr }} go to others",
      finding: "{{ $value | humanize }} samples a second are sent elsewhere, because it is away or too slow.",
      action: "Compare its disk, memory and processor time with those of the others.",
    }),
    alert("StorageNodeIsSlow", {
      severity: "warning",
      expr: "rate(vm_rpc_send_duration_seconds_total[10m]) > 0.9",
      for: "30m",
      summary: `${instance} can hardly send more to {{ $labels.addr }}`,
      finding: "The connection is in use {{ $value | humanizePercentage }} of the time.",
      action: "If it is so for one storage node look at that one; if for all of them add vminsert replicas or storage nodes.",
    }),
    alert("ConnectionsToStorageFail", {
      severity: "warning",
      expr: 'sum by (job, instance, addr) (increase({__name__=~"vm_rpc_(connection|dial|handshake)_errors_total"}[10m])) > 5',
      for: "15m",
      summary: `Connections from ${instance} to {{ $labels.addr }} break`,
      finding: "{{ $value | humanize }} errors in ten minutes.",
      action: "Look for restarts of the storage node and for a NetworkPolicy that is in the way.",
    }),
  ],
};

const agent: RuleGroup = {
  name: "vmagent",
  rules: [
    alert("AgentLosesSamples", {
      severity: "critical",
      expr: `sum by (job, instance) (
        increase({__name__=~"vm_persistentqueue_bytes_dropped_total|vmagent_remotewrite_(packets|samples)_dropped_total"}[15m])
      ) > 0`,
      for: "5m",
      summary: `${instance} loses samples`,
      finding: "The database refuses them, or was away for so long that no more could be kept.",
      action: "The agent's log shows the database's answer. Bring the database back; a larger queue only buys time.",
    }),
    alert("AgentFallsBehind", {
      severity: "warning",
      expr: "sum by (job, instance) (vmagent_remotewrite_pending_data_bytes) > 100e6 and on (job, instance) deriv(vmagent_remotewrite_pending_data_bytes[15m]) > 0",
      for: "20m",
      summary: `${instance} cannot get rid of its samples`,
      finding: "{{ $value | humanize1024 }}B wait to be sent, and there are more and more.",
      action: "See whether the database is slow or away. If it is well, raise -remoteWrite.queues.",
    }),
    alert("AgentCannotWrite", {
      severity: "warning",
      expr: "sum by (job, instance, url) (rate(vmagent_remotewrite_retries_count_total[10m])) > 0.1",
      for: "20m",
      summary: `${instance} has to send samples again and again`,
      finding: "The database answers {{ $value | humanize }} times a second that it cannot take them now.",
      action: "Look at the database's log, its memory and its disk.",
    }),
    alert("ScrapeConfigurationIsBroken", {
      severity: "critical",
      expr: "vm_promscrape_config_last_reload_successful == 0",
      for: "5m",
      summary: `${instance} does not take its scrape configuration`,
      finding: "It goes on with the one before, so changed scrape objects have no effect.",
      action: "Its log names the place. Was the Secret changed by hand? pulumi up --refresh puts it right.",
    }),
    alert("RelabelConfigurationIsBroken", {
      severity: "critical",
      expr: "vm_relabel_config_last_reload_successful == 0 or vmagent_relabel_config_last_reload_successful == 0",
      for: "5m",
      summary: `${instance} does not take its relabel rules`,
      finding: "It goes on with those before.",
      action: "Its log names the rule.",
    }),
    alert("ScrapeTargetsAreDown", {
      severity: "warning",
      expr: `count by (namespace, job) (up{victoriametrics_app!="true", job!~"apiserver|etcd|coredns|kubelet|kube-.*|node-exporter"} == 0)
        / count by (namespace, job) (up) > 0.2`,
      for: "15m",
      summary: "Targets of the job {{ $labels.job }} are down",
      finding: "{{ $value | humanizePercentage }} of them could not be scraped.",
      action: "The agent's page /targets says why for each: a refused connection, a time-out, a wrong path, a token that is not accepted.",
    }),
    alert("ScrapeTargetIsTooLarge", {
      severity: "warning",
      expr: "sum by (job, instance) (increase(vm_promscrape_max_scrape_size_exceeded_errors_total[15m])) > 0",
      for: "30m",
      summary: `${instance} leaves out targets that answer with too much`,
      finding: "{{ $value | humanize }} answers were larger than -promscrape.maxScrapeSize.",
      action: "Its log names the targets. Have them show fewer metrics, or set max_scrape_size in their scrape object.",
    }),
    alert("ScrapesExceedTheirSampleLimit", {
      severity: "warning",
      expr: "sum by (job, instance) (increase(vm_promscrape_scrapes_skipped_by_sample_limit_total[15m])) > 0",
      for: "30m",
      summary: `${instance} leaves out scrapes with too many samples`,
      finding: "{{ $value | humanize }} scrapes had more samples than sampleLimit of their object allows.",
      action: "Its page /targets names them. See which of their metrics grew.",
    }),
  ],
};

const rules: RuleGroup = {
  name: "vmalert",
  rules: [
    alert("RulesAreBroken", {
      severity: "critical",
      expr: "vmalert_config_last_reload_successful == 0",
      for: "5m",
      summary: `${instance} does not take its rules`,
      finding: "It goes on with those before, so new and changed rules have no effect.",
      action: "Its log names the rule. Was the ConfigMap changed by hand? pulumi up --refresh puts it right.",
    }),
    alert("AlertingRuleFails", {
      severity: "warning",
      expr: "sum by (job, instance, group, file, alertname) (increase(vmalert_alerting_rules_errors_total[10m])) > 0",
      for: "15m",
      summary: "The alert {{ $labels.alertname }} cannot be evaluated",
      finding: "The query of the rule in the group {{ $labels.group }} ends with an error, so the alert cannot fire.",
      action: "vmalert's page of groups shows the error: mostly both sides of an operator have several series for the same labels.",
    }),
    alert("RecordingRuleFails", {
      severity: "warning",
      expr: "sum by (job, instance, group, file, recording) (increase(vmalert_recording_rules_errors_total[10m])) > 0",
      for: "15m",
      summary: "The rule {{ $labels.recording }} cannot be evaluated",
      finding: "The query of the rule in the group {{ $labels.group }} ends with an error, and what builds on it has no data.",
      action: "vmalert's page of groups shows the error.",
    }),
    alert("RulesAreEvaluatedTooLate", {
      severity: "warning",
      expr: "sum by (job, instance, group, file) (increase(vmalert_iteration_missed_total[10m])) > 0",
      for: "15m",
      summary: "The group {{ $labels.group }} takes longer than its interval",
      finding: "It missed {{ $value | humanize }} rounds in ten minutes, so its alerts come late.",
      action: "Find its slow rule in vmalert's page of groups. Raise the group's interval or concurrency, or record parts of the query.",
    }),
    alert("AlertsAreNotSent", {
      severity: "critical",
      expr: "sum by (job, instance, addr) (increase(vmalert_alerts_send_errors_total[10m])) > 0",
      for: "10m",
      summary: `${instance} cannot send alerts to {{ $labels.addr }}`,
      finding: "{{ $value | humanize }} attempts failed in ten minutes. As long as the other Alertmanager gets them nobody misses any.",
      action: "See whether the Alertmanager runs and whether its name is found.",
    }),
    alert("RuleResultsAreLost", {
      severity: "warning",
      expr: `sum by (job, instance) (increase(vmalert_remotewrite_dropped_rows_total[10m])) > 0
        or sum by (job, instance) (increase(vmalert_remotewrite_errors_total[10m])) > 5`,
      for: "10m",
      summary: `${instance} cannot store its results`,
      finding: "Recorded series have gaps, and after a restart alerts forget for how long they have been pending.",
      action: "See whether the database takes samples, and vmalert's log for its answer.",
    }),
  ],
};

const gate: RuleGroup = {
  name: "vmauth",
  rules: [
    alert("AccessConfigurationIsBroken", {
      severity: "critical",
      expr: "vmauth_config_last_reload_successful == 0",
      for: "5m",
      summary: `${instance} does not take its users`,
      finding: "It goes on with those before, so new users and changed passwords have no effect.",
      action: "Its log names the place. Was the Secret changed by hand? pulumi up --refresh puts it right.",
    }),
    alert("UsersAreTurnedAway", {
      severity: "warning",
      expr: `sum by (job, instance) (increase(vmauth_concurrent_requests_limit_reached_total[10m])) > 10
        or sum by (job, instance, username) (increase(vmauth_user_concurrent_requests_limit_reached_total[10m])) > 10`,
      for: "10m",
      summary: `${instance} turns requests away`,
      finding: "{{ $value | humanize }} requests came while as many as are allowed were under way.",
      action: "See whether the database answers slowly; else raise max_concurrent_requests of the user or add replicas.",
    }),
    alert("BackendsFail", {
      severity: "warning",
      expr: `sum by (job, instance, username) (rate(vmauth_user_request_backend_errors_total[10m]))
        / (sum by (job, instance, username) (rate(vmauth_user_requests_total[10m])) > 0) > 0.1`,
      for: "15m",
      summary: `Requests of {{ $labels.username }} through ${instance} fail`,
      finding: "{{ $value | humanizePercentage }} of them did not reach a backend or got no answer.",
      action: "See whether what stands behind it runs: the database, or Alertmanager.",
    }),
  ],
};

export const victoriaMetricsRules: readonly RuleGroup[] = [common, storage, cluster, agent, rules, gate];
