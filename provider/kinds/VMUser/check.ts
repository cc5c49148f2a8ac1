import { checkLogsFilter } from "../../config/logs-filter-check";
import type { Context } from "../../context";
import { regularExpressionProblem } from "../../text/regular-expression";
import { checkMetricLabels, checkOptions, checkTargets, checkTLS } from "../../vmauth/access-check";
import type { UserSpec } from "../../vmauth/access-types";
import { backendUrlProblem } from "../../vmauth/problems";
import { ownerOf } from "../../vmauth/users";
import { plain } from "../../workload/plain";
import { joinPath } from "../../world/issues";
import type { CustomResource } from "../../world/objects";
import type { KindContext } from "../kind";
import type { VMUserSpec } from "./schema";

/** Reports problems beyond the field types. */
export function check(resource: CustomResource<VMUserSpec>, context: KindContext): void {
  const user = plain(resource);
  const { spec } = user;
  checkCredentials(spec, context);
  checkTokens(spec, context);
  if (spec.targetRefs.length === 0) context.report.error("spec.targetRefs", "expected at least one target");
  checkTargets(spec.targetRefs, "spec.targetRefs", ownerOf(user), context);
  checkOptions(spec, "spec", ownerOf(user), context);
  checkTLS(spec.tlsConfig, "spec.tlsConfig", "warning", context);
  checkMetricLabels(spec.metric_labels, "spec.metric_labels", context);
}

/** Reports credentials of several sorts. */
function checkCredentials({ username, password, passwordRef, bearerToken, jwt }: UserSpec, { values, report }: Context): void {
  const given = Object.entries({ username, bearerToken, jwt }).filter(([, value]) => value !== undefined && value !== "");
  const names = given.map(([name]) => name);
  const [first, ...others] = names;
  for (const name of others) report.error(`spec.${name}`, `cannot be given together with ${first}: leave one of them out`);
  if (password && passwordRef) report.error("spec.passwordRef", "cannot be given together with password: leave one of them out");
  if (bearerToken !== undefined && values.isEmpty(bearerToken))
    report.error("spec.bearerToken", "is empty: expected a token, or leave it out");
  if (password !== undefined && values.isEmpty(password))
    report.warning("spec.password", "is empty, so the user has no password, not even a generated one: give one, or leave it out");
}

/** Reports tokens that cannot be verified, or in more than one way. */
function checkTokens({ jwt }: UserSpec, context: Context): void {
  if (!jwt) return;
  const { values, report } = context;
  const { logsExtraFilters = [], logsExtraStreamFilters = [] } = jwt.defaultVMAccessClaim ?? {};
  for (const [field, filters] of Object.entries({ logsExtraFilters, logsExtraStreamFilters }))
    for (const [index, filter] of filters.entries()) checkLogsFilter(filter, `spec.jwt.defaultVMAccessClaim.${field}[${index}]`, context);
  const { skipVerify, publicKeys = [], publicKeyRefs = [], oidc, matchClaims = {} } = jwt;
  const ways = [skipVerify === true, publicKeys.length + publicKeyRefs.length > 0, oidc !== undefined];
  if (ways.filter(Boolean).length !== 1)
    report.error("spec.jwt", "expected exactly one of skipVerify, publicKeys with publicKeyRefs, and oidc");
  const problem = oidc && values.check(oidc.issuer, (issuer) => backendUrlProblem(String(issuer)));
  if (problem) report.error("spec.jwt.oidc.issuer", problem);
  for (const [name, pattern] of Object.entries(matchClaims)) {
    const wrong = values.check(pattern, (text) => regularExpressionProblem(String(text)));
    if (wrong) report.error(joinPath("spec.jwt.matchClaims", name), wrong);
  }
}
