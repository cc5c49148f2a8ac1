import type { z } from "zod";
import { any, boolean, item, list, map, object, string } from "./fields";

/** How a chart is fetched. */
const chartFetching = object("ChartFetching", "How a chart is fetched from its repository.", {
  username: string("User name for the repository."),
  password: string("Password for the repository.", { secret: true }),
  caFile: string("File with the certificates by which the repository's server is trusted."),
  certFile: string("File with the certificate by which the repository knows the client."),
  keyFile: string("File with the key of `certFile`."),
  keyring: string("File with the public keys by which `verify` goes."),
  verify: boolean("Checks the chart's signature. Default false."),
  devel: boolean("Takes versions before their release, too, where `version` is not given. Default false."),
});

/** A Helm chart whose objects join a ConfigGroup. */
export const chart = object(
  "Chart",
  "A Helm chart whose objects join the group: rendered as `helm template` does, by the Kubernetes provider, without a release in the cluster.",
  {
    chart: string("Name of the chart in `repository`, `name/chart` of a repository that Helm knows, or a whole `oci://` reference.", {
      minLength: 1,
    }),
    path: string("Folder or packed file of a local chart, in the place of `chart`; from where the program runs.", { minLength: 1 }),
    repository: string(
      "Where the chart is: a URL (`https://…`), an OCI registry (`oci://…`), or the name of a repository that Helm knows.",
      {
        minLength: 1,
      },
    ),
    version: string("Version of the chart. Default: the newest one, whichever that is at the time of the run."),
    values: map("Values for the chart's templates, in the place of its own. They must be known in a preview.", any("One value.")),
    namespace: string("Namespace of the release, and of the chart's objects that name none. Default: the group's."),
    releaseName: string("Name of the release, which most charts put before the names of their objects. Default: the chart's name.", {
      minLength: 1,
    }),
    skipCRDs: boolean(
      "Leaves out the definitions in the chart's `crds` folder. Definitions of kinds that the group converts or derives from are left out always. " +
        "Default false.",
    ),
    includeTestHooks: boolean("Takes the objects of the chart's tests, too. Other hooks become ordinary objects. Default false."),
    apiVersions: list(
      "What templates find in `.Capabilities.APIVersions` beside Kubernetes' own and the kinds that the group converts: `cert-manager.io/v1`, say. " +
        "The cluster is not asked.",
      item,
    ),
    kubeVersion: string("Version of Kubernetes that templates find in `.Capabilities.KubeVersion`. Default: the cluster's."),
    fetching: chartFetching,
  },
);

export type Chart = z.output<typeof chart>;
