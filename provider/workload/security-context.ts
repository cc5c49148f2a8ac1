import type { Context } from "../context";
import type { Defaults } from "../defaults";
import { atLeast } from "./cluster-version";
import { isFilled } from "./labels";
import type { PodSecurityContext, SecurityContext } from "./plain";
import type { BaseSpec } from "./workload";

export interface SecurityContexts {
  readonly pod?: PodSecurityContext;
  /** Of every derived container. */
  readonly container?: SecurityContext;
}

/** Fields of `securityContext` that only containers have. */
const containerOnly = ["privileged", "capabilities", "readOnlyRootFilesystem", "allowPrivilegeEscalation", "procMount"] as const;

/** Fields that pods and containers both get. */
const shared = ["runAsUser", "runAsGroup", "runAsNonRoot", "appArmorProfile", "seccompProfile"] as const;

/** The user's `securityContext`, cut in two; without one the strict contexts, if they are asked for. */
export function securityContexts({ securityContext, useStrictSecurity }: BaseSpec, { defaults }: Context): SecurityContexts {
  if (securityContext) return given(securityContext);
  return (useStrictSecurity ?? defaults.useStrictSecurity) ? strict(defaults) : {};
}

function given(context: NonNullable<BaseSpec["securityContext"]>): SecurityContexts {
  const pod = pick(context, (field) => !isOneOf(containerOnly, field));
  const container = pick(context, (field) => isOneOf(containerOnly, field) || isOneOf(shared, field));
  return { ...(isFilled(pod) && { pod }), ...(isFilled(container) && { container }) };
}

const isOneOf = (fields: readonly string[], field: string): boolean => fields.includes(field);

const pick = <Data extends object>(data: Data, isWanted: (field: string) => boolean): Partial<Data> =>
  Object.fromEntries(Object.entries(data).filter(([field]) => isWanted(field))) as Partial<Data>;

const nobody = 65534;

/** OpenShift assigns ids itself. */
function strict({ openShift, kubernetesVersion }: Defaults): SecurityContexts {
  const ids = openShift ? {} : { runAsUser: nobody, runAsGroup: nobody };
  const changePolicy = atLeast(kubernetesVersion, 1, 20) ? { fsGroupChangePolicy: "OnRootMismatch" } : {};
  const group = openShift ? {} : { fsGroup: nobody, ...changePolicy };
  return {
    pod: { runAsNonRoot: true, ...ids, ...group, seccompProfile: { type: "RuntimeDefault" } },
    container: {
      privileged: false,
      readOnlyRootFilesystem: true,
      allowPrivilegeEscalation: false,
      capabilities: { drop: ["ALL"] },
      runAsNonRoot: true,
      ...ids,
    },
  };
}
