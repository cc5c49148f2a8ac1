import type { Context } from "../context";
import type { ServiceManifest } from "../kubernetes/service";
import { type HttpServer, serviceUrl } from "../workload/http-server";

/** A program with one Service for its clients. */
interface Served {
  readonly service: ServiceManifest;
  readonly server: HttpServer;
}

/** The outputs of a program with one Service; `url` describes its address. */
export const serviceOutputs = (url: string) => ({ serviceName: "Name of the Service.", url });

/** The values of these outputs. */
export const serviceAddress = ({ service, server }: Served, context: Context) => ({
  serviceName: service.metadata.name,
  url: serviceUrl(service, server, context),
});
