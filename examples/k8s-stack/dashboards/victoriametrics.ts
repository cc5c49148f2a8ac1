import { dashboard, graph, stat, table, zeroIsGood } from "./builder";

const job = 'job=~"$job"';
const rate = (metric: string, matchers = ""): string => `rate(${metric}{${job}${matchers}}[$__rate_interval])`;

/** The monitoring itself. */
export const victoriaMetricsDashboard = dashboard({
  uid: "k8s-stack-victoriametrics",
  title: "Monitoring / VictoriaMetrics",
  description: "Database, agent, vmalert and vmauth: what they take in, what they answer, and what they need for it.",
  variables: [{ name: "job", label: "Job", query: "label_values(vm_app_version, job)", isMulti: true }],
  rows: [
    {
      title: "State",
      panels: [
        stat("Components", `count(vm_app_version{${job}})`),
        stat("Components that are down", `count(up{victoriametrics_app="true", ${job}} == 0) or vector(0)`, { thresholds: zeroIsGood() }),
        stat("Samples in a second", "sum(rate(vm_rows_inserted_total[$__rate_interval]))"),
        stat("Active series", 'sum(vm_cache_entries{type="storage/hour_metric_ids"})'),
        stat("Size of the data", "sum(vm_data_size_bytes)", { unit: "bytes" }),
        stat("Samples stored", 'sum(vm_rows{type=~"storage/.*"})'),
        table(
          "Components",
          [
            {
              title: "Running for",
              expr: `max by (job, instance, short_version) (vm_app_version{${job}} * on (job, instance) group_left () vm_app_uptime_seconds{${job}})`,
              unit: "dtdurations",
            },
          ],
          { height: 7 },
        ),
      ],
    },
    {
      title: "Resources",
      panels: [
        graph(
          "CPU of its limit",
          { expr: `${rate("process_cpu_seconds_total")} / process_cpu_cores_available{${job}}`, legend: "{{job}} {{instance}}" },
          { unit: "percentunit" },
        ),
        graph(
          "Memory of its limit",
          { expr: `process_resident_memory_anon_bytes{${job}} / vm_available_memory_bytes{${job}}`, legend: "{{job}} {{instance}}" },
          { unit: "percentunit" },
        ),
        graph(
          "Errors in the log",
          {
            expr: `sum by (job, location) (${rate("vm_log_messages_total", ', level=~"error|panic|fatal"')})`,
            legend: "{{job}} {{location}}",
          },
          { unit: "ops" },
        ),
        graph("Restarts in an hour", { expr: `changes(vm_app_start_timestamp{${job}}[1h])`, legend: "{{job}} {{instance}}" }),
      ],
    },
    {
      title: "Storage",
      panels: [
        graph(
          "Samples taken in",
          { expr: "sum by (job, type) (rate(vm_rows_inserted_total[$__rate_interval]))", legend: "{{job}} {{type}}" },
          { unit: "ops" },
        ),
        graph("Active series", {
          expr: 'sum by (job, instance) (vm_cache_entries{type="storage/hour_metric_ids"})',
          legend: "{{job}} {{instance}}",
        }),
        graph("New series in a day", {
          expr: "sum by (job, instance) (increase(vm_new_timeseries_created_total[24h]))",
          legend: "{{job}} {{instance}}",
        }),
        graph(
          "Slow inserts",
          {
            expr: "rate(vm_slow_row_inserts_total[$__rate_interval]) / rate(vm_rows_added_to_storage_total[$__rate_interval])",
            legend: "{{job}} {{instance}}",
          },
          {
            unit: "percentunit",
            description: "The share of samples whose series was not in memory. More than a few percent call for memory.",
          },
        ),
        graph(
          "Free disk space",
          { expr: "vm_free_disk_space_bytes / vm_total_disk_space_bytes", legend: "{{job}} {{instance}}" },
          { unit: "percentunit", max: 1 },
        ),
        graph(
          "Size by kind of data",
          { expr: "sum by (job, type) (vm_data_size_bytes)", legend: "{{job}} {{type}}" },
          { unit: "bytes", stacked: true },
        ),
        graph(
          "Cache misses",
          {
            expr: `sum by (job, type) (rate(vm_cache_misses_total[$__rate_interval]))
              / (sum by (job, type) (rate(vm_cache_requests_total[$__rate_interval])) > 0)`,
            legend: "{{job}} {{type}}",
          },
          { unit: "percentunit", max: 1 },
        ),
        graph("Merges under way", { expr: "sum by (job, type) (vm_active_merges)", legend: "{{job}} {{type}}" }),
      ],
    },
    {
      title: "Queries",
      panels: [
        graph(
          "Requests",
          {
            expr: `sum by (job, path) (${rate("vm_http_requests_total", ', path=~".*(query|series|label).*"')}) > 0`,
            legend: "{{job}} {{path}}",
          },
          { unit: "reqps" },
        ),
        graph(
          "Duration, 99%",
          { expr: `max by (job, path) (vm_request_duration_seconds{${job}, quantile="0.99"})`, legend: "{{job}} {{path}}" },
          { unit: "s" },
        ),
        graph(
          "Errors",
          { expr: `sum by (job, path) (${rate("vm_http_request_errors_total")}) > 0`, legend: "{{job}} {{path}}" },
          { unit: "reqps" },
        ),
        graph("Slow queries", { expr: `sum by (job) (${rate("vm_slow_queries_total")})`, legend: "{{job}}" }, { unit: "reqps" }),
      ],
    },
    {
      title: "Storage nodes of a cluster",
      panels: [
        graph(
          "Reachable storage nodes",
          { expr: "sum by (job, instance) (vm_rpc_vmstorage_is_reachable)", legend: "{{job}} {{instance}}" },
          { width: 8 },
        ),
        graph(
          "Samples sent elsewhere",
          { expr: "sum by (addr) (rate(vm_rpc_rows_rerouted_from_here_total[$__rate_interval]))", legend: "{{addr}}" },
          { unit: "ops", width: 8 },
        ),
        graph(
          "Connections in use",
          { expr: "max by (job, addr) (rate(vm_rpc_send_duration_seconds_total[$__rate_interval]))", legend: "{{job}} {{addr}}" },
          { unit: "percentunit", width: 8 },
        ),
      ],
    },
    {
      title: "Agent",
      panels: [
        graph("Targets", { expr: "sum by (job, status) (vm_promscrape_targets)", legend: "{{job}} {{status}}" }),
        graph(
          "Scraped samples",
          { expr: "sum by (job) (rate(vm_promscrape_scraped_samples_sum[$__rate_interval]))", legend: "{{job}}" },
          { unit: "ops" },
        ),
        graph(
          "Waiting to be sent",
          { expr: "sum by (job, instance) (vmagent_remotewrite_pending_data_bytes)", legend: "{{job}} {{instance}}" },
          { unit: "bytes" },
        ),
        graph(
          "Lost or sent again",
          [
            { expr: "sum by (job) (rate(vmagent_remotewrite_packets_dropped_total[$__rate_interval]))", legend: "{{job}} lost" },
            { expr: "sum by (job) (rate(vmagent_remotewrite_retries_count_total[$__rate_interval]))", legend: "{{job}} sent again" },
          ],
          { unit: "ops" },
        ),
      ],
    },
    {
      title: "Access",
      panels: [
        graph(
          "Requests by user",
          { expr: "sum by (username) (rate(vmauth_user_requests_total[$__rate_interval]))", legend: "{{username}}" },
          { unit: "reqps", width: 8 },
        ),
        graph(
          "Errors by user",
          { expr: "sum by (username) (rate(vmauth_user_request_backend_errors_total[$__rate_interval]))", legend: "{{username}}" },
          { unit: "reqps", width: 8 },
        ),
        graph(
          "Refused requests",
          { expr: "sum by (reason) (rate(vmauth_http_request_errors_total[$__rate_interval]))", legend: "{{reason}}" },
          { unit: "reqps", width: 8 },
        ),
      ],
    },
  ],
});
