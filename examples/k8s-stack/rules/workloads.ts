import type { RuleGroup } from "./rule";
import { alert, record } from "./rule";

const job = 'job="kube-state-metrics"';
const container = 'job="kubelet", metrics_path="/metrics/cadvisor", container!="", container!="POD"';
const pod = "{{ $labels.namespace }}/{{ $labels.pod }}";

/** The use, requests and owners of pods, in a form that alerts and dashboards share. */
const measures: RuleGroup = {
  name: "workload-measures",
  rules: [
    record("container:cpu_usage:cores", `sum by (namespace, pod, container) (rate(container_cpu_usage_seconds_total{${container}}[5m]))`),
    record("container:memory_in_use:bytes", `max by (namespace, pod, container) (container_memory_working_set_bytes{${container}})`),
    record(
      "container:cpu_throttled:ratio",
      `sum by (namespace, pod, container) (rate(container_cpu_cfs_throttled_periods_total{${container}}[5m]))
        / sum by (namespace, pod, container) (rate(container_cpu_cfs_periods_total{${container}}[5m]))`,
    ),
    record("namespace:cpu_usage:cores", `sum by (namespace) (rate(container_cpu_usage_seconds_total{${container}}[5m]))`),
    record("namespace:memory_in_use:bytes", `sum by (namespace) (container_memory_working_set_bytes{${container}})`),
    ...(["cpu", "memory"] as const).flatMap((resource) =>
      (["requests", "limits"] as const).map((bound) =>
        record(
          `namespace:${resource}_${bound}:sum`,
          `sum by (namespace) (
            sum by (namespace, pod) (kube_pod_container_resource_${bound}{${job}, resource="${resource}"})
            and on (namespace, pod) (kube_pod_status_phase{${job}, phase=~"Pending|Running"} == 1)
          )`,
        ),
      ),
    ),
    // A pod of a Deployment belongs to a ReplicaSet, which belongs to the Deployment.
    record(
      "pod:workload:info",
      `max by (namespace, pod, workload) (
        label_copy(kube_pod_owner{${job}, owner_kind="ReplicaSet"}, "owner_name", "replicaset")
        * on (namespace, replicaset) group_left (workload)
        label_copy(
          max by (namespace, replicaset, owner_name) (kube_replicaset_owner{${job}, owner_kind="Deployment"}),
          "owner_name", "workload"
        )
      )`,
      { workload_kind: "Deployment" },
    ),
    ...["StatefulSet", "DaemonSet", "Job"].map((kind) =>
      record(
        "pod:workload:info",
        `max by (namespace, pod, workload) (label_copy(kube_pod_owner{${job}, owner_kind="${kind}"}, "owner_name", "workload"))`,
        { workload_kind: kind },
      ),
    ),
  ],
};

const pods: RuleGroup = {
  name: "pods",
  rules: [
    alert("KubeStateMetricsIsDown", {
      severity: "critical",
      expr: `absent(up{${job}, endpoint!="telemetry"} == 1)`,
      for: "10m",
      summary: "kube-state-metrics does not answer",
      finding: "Nothing is known of Deployments, pods and nodes, so alerts on them cannot fire.",
      action: "Look at the Deployment kube-state-metrics: lack of memory in a cluster that grew, or missing permissions.",
    }),
    alert("KubeStateMetricsCannotList", {
      severity: "warning",
      expr: `sum by (resource) (rate(kube_state_metrics_list_total{${job}, result="error"}[10m])) > 0
        or sum by (resource) (rate(kube_state_metrics_watch_total{${job}, result="error"}[10m])) > 0.05`,
      for: "15m",
      summary: "kube-state-metrics cannot read {{ $labels.resource }}",
      finding: "The API server refuses or fails its requests, so metrics of these objects are old or missing.",
      action:
        "Compare the ClusterRole kube-state-metrics with what its argument --resources names, and see whether the API server is well.",
    }),
    alert("PodCrashLoops", {
      severity: "warning",
      expr: `max_over_time(kube_pod_container_status_waiting_reason{${job}, reason="CrashLoopBackOff"}[5m]) >= 1`,
      for: "15m",
      summary: `The container {{ $labels.container }} of ${pod} crashes again and again`,
      finding: "Kubernetes waits longer and longer before it starts the container anew.",
      action: "Read the log of the run before (kubectl logs --previous) and the exit code in the pod's status.",
    }),
    alert("PodCannotStart", {
      severity: "warning",
      expr: `sum by (namespace, pod, container, reason) (
        kube_pod_container_status_waiting_reason{${job}, reason!~"CrashLoopBackOff|ContainerCreating|PodInitializing"}
      ) > 0`,
      for: "15m",
      summary: `The container {{ $labels.container }} of ${pod} cannot start: {{ $labels.reason }}`,
      finding: "It has been waiting for 15 minutes for the same reason.",
      action: `For ErrImagePull and ImagePullBackOff check the image's name and the credentials of the registry; for CreateContainerConfigError
        look for a Secret or ConfigMap that is missing.`,
    }),
    alert("PodIsNotReady", {
      severity: "warning",
      expr: `sum by (namespace, pod) (
        max by (namespace, pod) (kube_pod_status_phase{${job}, phase=~"Pending|Unknown|Failed"})
        * on (namespace, pod) group_left () max by (namespace, pod) (kube_pod_owner{${job}, owner_kind!="Job"})
      ) > 0`,
      for: "20m",
      summary: `${pod} does not come up`,
      finding: "The pod has been pending, failed or out of contact for 20 minutes.",
      action: "kubectl describe shows the events: no node with enough room, a volume that cannot be mounted, or a node that is gone.",
    }),
    alert("PodIsUnschedulable", {
      severity: "warning",
      expr: `max by (namespace, pod) (kube_pod_status_unschedulable{${job}}) == 1`,
      for: "30m",
      summary: `No node takes ${pod}`,
      finding: "The scheduler found no node with enough room, or with the labels and tolerations that the pod asks for.",
      action: "The pod's events say which nodes were refused and why. Add nodes, lower requests, or correct the affinity.",
    }),
    alert("ContainerRanOutOfMemory", {
      severity: "warning",
      expr: `(kube_pod_container_status_restarts_total{${job}} - kube_pod_container_status_restarts_total{${job}} offset 10m >= 1)
        and on (namespace, pod, container, uid)
        (kube_pod_container_status_last_terminated_reason{${job}, reason="OOMKilled"} == 1)`,
      summary: `The container {{ $labels.container }} of ${pod} was killed for lack of memory`,
      finding: "It went over its limit, and was started anew {{ $value | humanize }} times within ten minutes.",
      action:
        "Compare its memory with its limit in the dashboard of workloads. Steady growth is a leak, a jump is a request that needs as much.",
    }),
    alert("ContainerIsCloseToItsMemoryLimit", {
      severity: "info",
      expr: `container:memory_in_use:bytes
        / (max by (namespace, pod, container) (kube_pod_container_resource_limits{${job}, resource="memory"}) > 0) > 0.95`,
      for: "30m",
      summary: `The container {{ $labels.container }} of ${pod} is close to its memory limit`,
      finding: "It uses {{ $value | humanizePercentage }} of its limit, and is killed if it goes over it.",
      action: "Raise the limit, or find out why it needs so much.",
    }),
    alert("ContainerIsThrottled", {
      severity: "info",
      expr: `container:cpu_throttled:ratio > 0.5 and container:cpu_usage:cores > 0.05`,
      for: "30m",
      summary: `The container {{ $labels.container }} of ${pod} is held back by its CPU limit`,
      finding: "In {{ $value | humanizePercentage }} of the periods it had used up its share and had to wait.",
      action: "If it answers slowly, raise the limit or remove it: the request alone already keeps it its share.",
    }),
  ],
};

const controllers: RuleGroup = {
  name: "workloads",
  rules: [
    alert("DeploymentLacksReplicas", {
      severity: "warning",
      expr: `kube_deployment_spec_replicas{${job}} > kube_deployment_status_replicas_available{${job}}
        and changes(kube_deployment_status_replicas_updated{${job}}[10m]) == 0`,
      for: "20m",
      summary: "The Deployment {{ $labels.namespace }}/{{ $labels.deployment }} has fewer pods than it should",
      finding: "Pods have been missing for 20 minutes, and no rollout is under way that would explain it.",
      action: "Look at the pods that are not ready, and at the Deployment's events: a quota or a limit may forbid more.",
    }),
    alert("DeploymentRolloutIsStuck", {
      severity: "warning",
      expr: `kube_deployment_status_condition{${job}, condition="Progressing", status="false"} == 1`,
      for: "15m",
      summary: "The rollout of {{ $labels.namespace }}/{{ $labels.deployment }} is stuck",
      finding: "The new pods did not become ready before the deadline. The old ones still run.",
      action: "See why the new pods fail; kubectl rollout undo goes back to the version before.",
    }),
    alert("DeploymentIsNotObserved", {
      severity: "warning",
      expr: `kube_deployment_metadata_generation{${job}} != kube_deployment_status_observed_generation{${job}}`,
      for: "15m",
      summary: "Nobody acts on the last change of {{ $labels.namespace }}/{{ $labels.deployment }}",
      finding: "The controller manager has not seen the Deployment's latest version.",
      action: "See whether the controller manager runs and is the leader, and whether its requests are refused.",
    }),
    alert("StatefulSetLacksReplicas", {
      severity: "warning",
      expr: `kube_statefulset_replicas{${job}} > kube_statefulset_status_replicas_ready{${job}}
        and changes(kube_statefulset_status_replicas_updated{${job}}[10m]) == 0`,
      for: "20m",
      summary: "The StatefulSet {{ $labels.namespace }}/{{ $labels.statefulset }} has fewer pods than it should",
      finding: "Pods have been missing for 20 minutes, and no rollout is under way that would explain it.",
      action: "Look at the first pod that is not ready; those with higher numbers wait for it. Often its volume is on a node that is gone.",
    }),
    alert("StatefulSetRolloutIsStuck", {
      severity: "warning",
      expr: `(
          kube_statefulset_status_update_revision{${job}}
          unless on (namespace, statefulset, revision) kube_statefulset_status_current_revision{${job}}
        )
        and on (namespace, statefulset) (kube_statefulset_replicas{${job}} != kube_statefulset_status_replicas_updated{${job}})
        and on (namespace, statefulset) (changes(kube_statefulset_status_replicas_updated{${job}}[15m]) == 0)`,
      for: "20m",
      summary: "The rollout of {{ $labels.namespace }}/{{ $labels.statefulset }} is stuck",
      finding: "Some of its pods still have the old version, and nothing moves.",
      action:
        "See why the pod that was changed last is not ready. A StatefulSet waits for it for ever, also after going back: delete it by hand.",
    }),
    alert("DaemonSetLacksPods", {
      severity: "warning",
      expr: `kube_daemonset_status_desired_number_scheduled{${job}} > kube_daemonset_status_number_ready{${job}}
        and changes(kube_daemonset_status_updated_number_scheduled{${job}}[10m]) == 0`,
      for: "20m",
      summary: "The DaemonSet {{ $labels.namespace }}/{{ $labels.daemonset }} does not run on all of its nodes",
      finding: "On some nodes its pod is missing or not ready.",
      action:
        "List its pods with their nodes. A full node, a new taint or an image that does not exist for the node's architecture are likely.",
    }),
    alert("DaemonSetRunsOnWrongNodes", {
      severity: "info",
      expr: `kube_daemonset_status_number_misscheduled{${job}} > 0`,
      for: "30m",
      summary: "The DaemonSet {{ $labels.namespace }}/{{ $labels.daemonset }} runs where it should not",
      finding: "{{ $value | humanize }} of its pods are on nodes that it does not select any more.",
      action: "Look for labels or taints of nodes that changed, and delete these pods.",
    }),
    alert("JobFailed", {
      severity: "warning",
      expr: `kube_job_failed{${job}, condition="true"} == 1`,
      for: "5m",
      summary: "The Job {{ $labels.namespace }}/{{ $labels.job_name }} failed",
      finding: "It used up its attempts.",
      action:
        "Read the logs of its pods. Delete the Job when it is dealt with, else the alert stays; ttlSecondsAfterFinished does it by itself.",
    }),
    alert("JobTakesLong", {
      severity: "info",
      expr: `time() - max by (namespace, job_name) (
        kube_job_status_start_time{${job}} and on (namespace, job_name) kube_job_status_active{${job}} > 0
      ) > 12 * 3600`,
      summary: "The Job {{ $labels.namespace }}/{{ $labels.job_name }} has been running for long",
      finding: "It was started {{ $value | humanizeDuration }} ago.",
      action: "See whether it still does something. activeDeadlineSeconds would end it by itself.",
    }),
    alert("CronJobDoesNotRun", {
      severity: "warning",
      expr: `time() - kube_cronjob_next_schedule_time{${job}} > 3600 and on (namespace, cronjob) kube_cronjob_spec_suspend{${job}} == 0`,
      summary: "The CronJob {{ $labels.namespace }}/{{ $labels.cronjob }} was not started in time",
      finding: "It should have been started {{ $value | humanizeDuration }} ago.",
      action: "A run that has not ended holds it up if its concurrencyPolicy is Forbid; else see whether the controller manager is well.",
    }),
    alert("HorizontalPodAutoscalerIsAtItsMaximum", {
      severity: "info",
      expr: `kube_horizontalpodautoscaler_status_current_replicas{${job}} >= kube_horizontalpodautoscaler_spec_max_replicas{${job}}
        and on (namespace, horizontalpodautoscaler)
        kube_horizontalpodautoscaler_spec_max_replicas{${job}} > kube_horizontalpodautoscaler_spec_min_replicas{${job}}`,
      for: "30m",
      summary: "{{ $labels.namespace }}/{{ $labels.horizontalpodautoscaler }} cannot add more pods",
      finding: "It has been at its maximum of {{ $value | humanize }} pods for half an hour.",
      action: "Raise the maximum if the cluster has room, or find out where the load comes from.",
    }),
    alert("HorizontalPodAutoscalerHasNoMetrics", {
      severity: "warning",
      expr: `kube_horizontalpodautoscaler_status_condition{${job}, condition="ScalingActive", status="false"} == 1
        and on (namespace, horizontalpodautoscaler) kube_horizontalpodautoscaler_status_desired_replicas{${job}} > 0`,
      for: "15m",
      summary: "{{ $labels.namespace }}/{{ $labels.horizontalpodautoscaler }} does not scale",
      finding: "It cannot read the metrics that it goes by, so the number of pods stays as it is.",
      action: "Its conditions (kubectl describe hpa) name the reason: mostly the metrics API is down, or a container has no request.",
    }),
    alert("PodDisruptionBudgetIsExhausted", {
      severity: "warning",
      expr: `kube_poddisruptionbudget_status_current_healthy{${job}} < kube_poddisruptionbudget_status_desired_healthy{${job}}`,
      for: "20m",
      summary: "Fewer pods are well than {{ $labels.namespace }}/{{ $labels.poddisruptionbudget }} asks for",
      finding: "As long as that is so, no node with one of these pods can be drained.",
      action: "Bring the pods that the budget selects back to health.",
    }),
  ],
};

const capacity: RuleGroup = {
  name: "capacity",
  rules: [
    ...(["cpu", "memory"] as const).map((resource) =>
      alert(`Cluster${resource === "cpu" ? "Cpu" : "Memory"}IsOvercommitted`, {
        severity: "warning",
        expr: `sum(namespace:${resource}_requests:sum)
          > sum(kube_node_status_allocatable{${job}, resource="${resource}"}) - max(kube_node_status_allocatable{${job}, resource="${resource}"})
          and on () count(kube_node_info{${job}}) > 1`,
        for: "30m",
        summary: `Without its largest node the cluster has too little ${resource} for what is requested`,
        finding: "If that node fails, some of its pods find no other place.",
        action: "Add a node, or lower requests that are far above what is used: the dashboard of workloads shows both side by side.",
      }),
    ),
    alert("ResourceQuotaIsAlmostUsedUp", {
      severity: "info",
      expr: `max by (namespace, resourcequota, resource) (kube_resourcequota{${job}, type="used"})
        / (max by (namespace, resourcequota, resource) (kube_resourcequota{${job}, type="hard"}) > 0) > 0.9`,
      for: "30m",
      summary: "The namespace {{ $labels.namespace }} has used most of its {{ $labels.resource }}",
      finding: "{{ $value | humanizePercentage }} of the quota {{ $labels.resourcequota }} is used. Over it new pods are refused.",
      action: "Raise the quota or remove what is not needed.",
    }),
    alert("VolumeIsAlmostFull", {
      severity: "warning",
      expr: `kubelet_volume_stats_available_bytes{job="kubelet"} / (kubelet_volume_stats_capacity_bytes{job="kubelet"} > 0) < 0.1`,
      for: "15m",
      summary: "The volume {{ $labels.namespace }}/{{ $labels.persistentvolumeclaim }} is almost full",
      finding: "Only {{ $value | humanizePercentage }} of it is free.",
      action: "Enlarge the claim if its StorageClass allows it, or remove data.",
    }),
    alert("VolumeIsFull", {
      severity: "critical",
      expr: `kubelet_volume_stats_available_bytes{job="kubelet"} / (kubelet_volume_stats_capacity_bytes{job="kubelet"} > 0) < 0.03`,
      for: "5m",
      summary: "The volume {{ $labels.namespace }}/{{ $labels.persistentvolumeclaim }} is full",
      finding: "Only {{ $value | humanizePercentage }} of it is free, and writes are about to fail.",
      action: "Enlarge the claim now; most databases can be started with a full disk only after that.",
    }),
    alert("VolumeFillsUp", {
      severity: "warning",
      expr: `predict_linear(kubelet_volume_stats_available_bytes{job="kubelet"}[6h], 4 * 24 * 3600) < 0
        and kubelet_volume_stats_available_bytes{job="kubelet"} / (kubelet_volume_stats_capacity_bytes{job="kubelet"} > 0) < 0.3`,
      for: "1h",
      summary: "The volume {{ $labels.namespace }}/{{ $labels.persistentvolumeclaim }} is full within four days",
      finding: "At the speed of the last six hours no space will be left by then.",
      action: "Enlarge the claim while there is time, or see what grows.",
    }),
    alert("VolumeRunsOutOfInodes", {
      severity: "warning",
      expr: `kubelet_volume_stats_inodes_free{job="kubelet"} / (kubelet_volume_stats_inodes{job="kubelet"} > 0) < 0.05`,
      for: "15m",
      summary: "The volume {{ $labels.namespace }}/{{ $labels.persistentvolumeclaim }} can hold few more files",
      finding: "Only {{ $value | humanizePercentage }} of its inodes are free.",
      action: "Remove small files, or move the data to a file system with more inodes.",
    }),
    alert("PersistentVolumeHasFailed", {
      severity: "warning",
      expr: `kube_persistentvolume_status_phase{${job}, phase=~"Failed|Pending"} == 1`,
      for: "15m",
      summary: "The volume {{ $labels.persistentvolume }} is {{ $labels.phase }}",
      finding: "It could not be made, or not be cleaned up after its claim was deleted.",
      action: "kubectl describe pv shows what the driver of the volume says.",
    }),
    alert("PersistentVolumeClaimIsPending", {
      severity: "warning",
      expr: `kube_persistentvolumeclaim_status_phase{${job}, phase=~"Pending|Lost"} == 1`,
      for: "30m",
      summary: "The claim {{ $labels.namespace }}/{{ $labels.persistentvolumeclaim }} is {{ $labels.phase }}",
      finding: "There is no volume for it. Pods that use it do not start.",
      action: "Its events say why: a StorageClass that does not exist, a quota, or a zone without room. Unused claims can be deleted.",
    }),
    alert("NamespaceIsNotDeleted", {
      severity: "info",
      expr: `kube_namespace_status_phase{${job}, phase="Terminating"} == 1`,
      for: "1h",
      summary: "The namespace {{ $labels.namespace }} is not deleted",
      finding: "It has been terminating for an hour: something in it has a finalizer that nobody removes.",
      action: "The conditions of the namespace name the objects that are left. Often their controller was deleted before them.",
    }),
  ],
};

export const workloadRules: readonly RuleGroup[] = [measures, pods, controllers, capacity];
