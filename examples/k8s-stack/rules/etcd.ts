import type { RuleGroup } from "./rule";
import { alert } from "./rule";

const job = 'job="etcd"';
const member = "The etcd member {{ $labels.instance }}";
const database = "The database of the etcd member {{ $labels.instance }}";

const group: RuleGroup = {
  name: "etcd",
  rules: [
    alert("EtcdIsUnknown", {
      severity: "warning",
      expr: `absent(up{${job}})`,
      for: "15m",
      summary: "No etcd member is found",
      finding: "The pods of etcd have other labels than kubeadm gives them, or run outside of the cluster.",
      action: "Take etcd out of the stack's configuration controlPlane, or add a VMStaticScrape for it.",
    }),
    alert("EtcdMemberIsDown", {
      severity: "warning",
      expr: `up{${job}} == 0`,
      for: "15m",
      summary: `${member} cannot be scraped`,
      finding: "It is down, or shows its metrics to its own machine alone.",
      action: "Look at its pod in kube-system. kubeadm needs --listen-metrics-urls=http://0.0.0.0:2381 among etcd's arguments.",
    }),
    alert("EtcdLosesItsQuorum", {
      severity: "critical",
      expr: `sum(up{${job}}) < (count(up{${job}}) + 1) / 2 and sum(up{${job}}) > 0`,
      for: "5m",
      summary: "etcd has too few members",
      finding: "Only {{ $value | humanize }} members are there, fewer than more than half. The cluster cannot be changed any more.",
      action: "Bring a member back before anything else. If their disks are lost, restore a snapshot.",
    }),
    alert("EtcdHasNoLeader", {
      severity: "critical",
      expr: `etcd_server_has_leader{${job}} == 0`,
      for: "2m",
      summary: `${member} has no leader`,
      finding: "It serves no requests until there is one.",
      action: "Check the network between the members, and their disks.",
    }),
    alert("EtcdChangesItsLeaderOften", {
      severity: "warning",
      expr: `max(increase(etcd_server_leader_changes_seen_total{${job}}[30m])) > 3`,
      for: "5m",
      summary: "etcd elects a new leader again and again",
      finding: "There were {{ $value | humanize }} elections in half an hour, and during each nothing can be written.",
      action: "A slow disk or a slow network keep the leader from being heard in time. See the alerts and panels on both.",
    }),
    alert("EtcdWritesItsLogSlowly", {
      severity: "warning",
      expr: `histogram_quantile(0.99, sum by (instance, le) (rate(etcd_disk_wal_fsync_duration_seconds_bucket{${job}}[5m]))) > 0.25`,
      for: "15m",
      summary: `${member} waits for its disk`,
      finding: "One of a hundred writes of its log takes {{ $value | humanizeDuration }} or longer; a good disk needs 10 ms.",
      action: "Give etcd a disk of its own, an SSD, and keep everything else off it.",
    }),
    alert("EtcdCommitsSlowly", {
      severity: "warning",
      expr: `histogram_quantile(0.99, sum by (instance, le) (rate(etcd_disk_backend_commit_duration_seconds_bucket{${job}}[5m]))) > 0.5`,
      for: "15m",
      summary: `${member} commits slowly`,
      finding: "One of a hundred commits takes {{ $value | humanizeDuration }} or longer.",
      action: "Look at the disk as for a slow log, and at the size of the database.",
    }),
    alert("EtcdPeersAreFarApart", {
      severity: "warning",
      expr: `histogram_quantile(0.99, sum by (instance, To, le) (rate(etcd_network_peer_round_trip_time_seconds_bucket{${job}}[5m]))) > 0.2`,
      for: "15m",
      summary: `${member} reaches {{ $labels.To }} slowly`,
      finding: "One of a hundred messages takes {{ $value | humanizeDuration }} to come back.",
      action: "Check the network between the two machines. Members belong into one region.",
    }),
    alert("EtcdProposalsFail", {
      severity: "warning",
      expr: `increase(etcd_server_proposals_failed_total{${job}}[15m]) > 5`,
      for: "5m",
      summary: `${member} loses changes`,
      finding: "{{ $value | humanize }} proposals failed in a quarter of an hour.",
      action: "Mostly an election was under way: see whether the leader changes often. Else too few members are there.",
    }),
    alert("EtcdProposalsWait", {
      severity: "warning",
      expr: `etcd_server_proposals_pending{${job}} > 50`,
      for: "10m",
      summary: `${member} falls behind`,
      finding: "{{ $value | humanize }} changes wait to be agreed on.",
      action: "Look at its disk, and for clients that write very much.",
    }),
    alert("EtcdDatabaseIsAlmostFull", {
      severity: "critical",
      expr: `etcd_mvcc_db_total_size_in_bytes{${job}} / etcd_server_quota_backend_bytes{${job}} > 0.85`,
      for: "10m",
      summary: `${database} is almost full`,
      finding: "It has {{ $value | humanizePercentage }} of the size that is allowed. At the limit the cluster cannot be changed any more.",
      action: "Find the objects that there are very many of, and delete them; defragment; then raise --quota-backend-bytes up to 8 GiB.",
    }),
    alert("EtcdDatabaseIsFragmented", {
      severity: "info",
      expr: `etcd_mvcc_db_total_size_in_use_in_bytes{${job}} / etcd_mvcc_db_total_size_in_bytes{${job}} < 0.4
        and etcd_mvcc_db_total_size_in_bytes{${job}} > 500e6`,
      for: "1h",
      summary: `${database} is mostly empty space`,
      finding: "Only {{ $value | humanizePercentage }} of the file is in use.",
      action: "etcdctl defrag gives the space back. It stops the member while it runs: one member after the other, the leader last.",
    }),
  ],
};

export const etcdRules: readonly RuleGroup[] = [group];
