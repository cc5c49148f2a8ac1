import type { Derivation } from "../../derived";
import { needsPassword } from "../../vmauth/login-credentials";
import { withCommonMetadata } from "../../workload/labels";
import { plain } from "../../workload/plain";
import type { CustomResource, Manifest } from "../../world/objects";
import type { KindContext } from "../kind";
import { checkGivenSecret, userSecrets } from "./credentials-secret";
import { loginOf } from "./outputs";
import type { VMUserSpec } from "./schema";

/** The derivation of a VMUser: the Secret with its credentials. The routes are part of the configuration of each VMAuth that selects it. */
export function derive(resource: CustomResource<VMUserSpec>, context: KindContext): Derivation {
  const user = plain(resource);
  checkGivenSecret(user, context);
  const objects = userSecrets(user, context).map((manifest) => ({ role: "secret", manifest }));
  return {
    objects: withCommonMetadata(objects, context.defaults),
    configs: [],
    outputs: loginOf(user),
  };
}

/** The Secret, for others to refer to. If parts of it are missing, it is looked up in the cluster instead. */
export function secrets(resource: CustomResource<VMUserSpec>, context: KindContext): readonly Manifest[] {
  const manifests = userSecrets(plain(resource), context);
  return context.report.hasErrors ? [] : manifests;
}

/** The password is made if it is asked for and not given in another way. */
export function generated(resource: CustomResource<VMUserSpec>): readonly string[] {
  return needsPassword(plain(resource)) ? ["password"] : [];
}
