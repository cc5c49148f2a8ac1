import type { types } from "@pulumi/kubernetes";
import { kubernetes } from "../schema/kubernetes-types";

const probe = (description: string) => kubernetes<types.input.core.v1.Probe>("core/v1:Probe", description);

/** Health checks of a workload's main container. */
export const probeFields = {
  livenessProbe: probe(
    "Restarts the main container if it is stuck. Missing fields are filled in: a GET of `/health` on the component's port " +
      "every 5 s, 10 failures. Single nodes, vmstorage and the cluster's load balancer have no liveness probe and ignore it.",
  ),
  readinessProbe: probe(
    "Decides whether the main container gets requests. Missing fields are filled in: a GET of `/health` on the component's port every 5 s, " +
      "10 failures.",
  ),
  startupProbe: probe(
    "Holds back the other probes until the main container has started; one without a check of its own connects to the port. " +
      "Default none, except that with the extra argument `tls` and no probe given it is the only one.",
  ),
};
