import type { DerivedObject } from "../../derived";
import { frontMetadata } from "./front";
import type { Gateway } from "./model";

/** The HTTPRoute of a proxy, if it is asked for: the user's rules, or one for all requests, with the proxy's Service behind them. */
export function httpRoutes({ workload, server }: Gateway): DerivedObject[] {
  const { httpRoute } = workload.spec;
  if (!httpRoute) return [];
  const { hostnames = [], parentRefs = [], extraRules = [] } = httpRoute;
  const rules = extraRules.length > 0 ? extraRules : [{ matches: [{ path: { type: "PathPrefix", value: "/" } }] }];
  const backendRefs = [{ name: workload.name, port: Number(server.port) }];
  const spec = {
    ...(parentRefs.length > 0 && { parentRefs }),
    ...(hostnames.length > 0 && { hostnames }),
    rules: rules.map((rule) => ({ ...rule, backendRefs })),
  };
  const metadata = frontMetadata(workload, httpRoute);
  return [{ role: "http-route", manifest: { apiVersion: "gateway.networking.k8s.io/v1", kind: "HTTPRoute", metadata, spec } }];
}
