/**
 * Kinds of custom resources that nothing is derived from, by API group. Their operator must go on running for them. A kind that is derived counts as
 * such even if it stands here.
 */
export const otherKinds = {
  "operator.victoriametrics.com": [
    "VLAgent",
    "VLCluster",
    "VLDistributed",
    "VLogs",
    "VLSingle",
    "VMAnomaly",
    "VMAnomalyConfig",
    "VMAnomalyModel",
    "VMAnomalyScheduler",
    "VMDistributed",
    "VTAgent",
    "VTCluster",
    "VTSingle",
  ],
  "monitoring.coreos.com": ["Alertmanager", "Prometheus", "PrometheusAgent", "ThanosRuler"],
} as const;
